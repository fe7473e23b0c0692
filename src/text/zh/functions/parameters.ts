/** What parameters of custom functions are called in Chinese, by their English names. */
export const parameterNames: Readonly<Record<string, string>> = {
  revenuePerPeriod: "单期收入", grossMargin: "毛利率", churn: "流失率", discountRate: "折现率", method: "方法", spend: "费用", newCustomers: "新客户数", lag: "间隔期数",
  ltv: "客户终身价值", cac: "获客成本", base: "奖金基数", attainment: "完成率", satisfaction: "满意度", process: "过程指标", weights: "权重", floor: "起付线", cap: "封顶线", accelerator: "加速系数",
  scores: "评分", satisfiedFrom: "满意起点分", best: "最高分", start: "期初数", end: "期末数", lost: "流失数", expansion: "增购收入", contraction: "减购收入", churned: "流失收入", actual: "实际值", target: "目标值", startDate: "开始日期", deadline: "截止日期", asOf: "统计截止日", baseline: "基准值", direction: "方向", upper: "上限", thresholds: "阈值",
  orders: "订单", months: "月数", period: "周期", measure: "度量",
  leads: "线索", rules: "规则", explain: "说明", score: "得分", customers: "客户", measures: "指标", missing: "空值处理", exceptions: "例外", deals: "商机", criteria: "标准",
  outcomes: "结果", amounts: "金额", created: "创建日期", closed: "关闭日期", statistic: "统计量", openDeals: "进行中商机数", winRate: "赢率", averageAmount: "平均金额", cycleDays: "周期天数", stages: "阶段", order: "阶段顺序", mode: "方式", entered: "进入日期", table: "表格", by: "统计方式",
};
