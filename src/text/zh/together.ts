import type { SheetText } from "../whole";

export const together: SheetText["together"] = {
  title: "跨部门协作",
  measures: {
    kept: { name: "客户留存率", what: "未标记流失的客户 ÷ 已标记是否流失的客户，取全部导出客户" },
    nps: { name: (kind: string) => `净推荐值：${kind}`, what: "9–10 分占比减去 0–6 分占比，再乘 100，取全部答卷" },
    mean: { name: (kind: string) => `调查均分：${kind}`, what: "该类调查全部答卷的原始分平均值" },
  },
  definitions: [],
};
