import type { Text } from "../en";

export const kept: Text["kept"] = {
  sheet: "暂存",
  title: "暂存",
  note: "您录入的内容，如果所在的行已不在导出数据中，或位置被表格占用，会保存在这里。原位置恢复后，内容会自动放回。不再需要的，删除该行即可。",
  columns: { where: "位置", record: "行", column: "列", content: "内容", formula: "公式", since: "起始日期" },
};
