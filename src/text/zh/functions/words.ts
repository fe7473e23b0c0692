// Words in the results of custom functions, in Chinese; which function each is of stands beside the English ones.

import type { clvWords as clv, cohortWords as cohorts, rfmWords as rfm } from "../../en/functions/words";
import type { completenessWords as completeness, forecastWords as forecast, funnelWords as funnel, healthWords as health, leadWords as lead } from "../../en/functions/words";

export const completenessWords: typeof completeness = { column: "列", cells: "单元格数", missing: "空白", share: "完整度" };

export const forecastWords: typeof forecast = { accuracy: "准确率", bias: "偏差", mean: "平均", overall: "总体" };

export const funnelWords: typeof funnel = {
  stage: "阶段", cohort: "同期群", step: "步骤转化率", further: "步骤转化率（继续前进）", cumulative: "累计转化率", closed: "已结束", won: "赢单",
  reached: "到达数（*）",
};

export const clvWords: typeof clv = {
  headings: ["客户", "复购次数", "首末次间隔周数", "客龄周数", "复购均额", "存活概率", "预期订单数", "预期订单金额", "价值"],
  panel: ["BG/NBD 与 Gamma-Gamma 收敛", "到达界限的参数", "客户数", "复购客户数", "频次与金额的相关系数（最多 ±0.3）", "未计入的之后订单", "未计入的退款天数", "未计入的客户"],
};

export const rfmWords: typeof rfm = { headings: ["客户", "距今天数", "订单数", "金额", "R", "F", "M", "分组"] };

export const cohortWords: typeof cohorts = { cohort: "同期群", customers: "客户数" };

export const leadWords: typeof lead = { cap: "上限", nothing: "没有命中规则" };

export const healthWords: typeof health = { red: "红", yellow: "黄", green: "绿", weakest: "最弱", atMost: "最高", without: "缺" };
