/** What parameters of custom functions are called in Chinese, by their English names. */
export const parameterNames: Readonly<Record<string, string>> = {
  revenuePerPeriod: "单期收入", grossMargin: "毛利率", churn: "流失率", discountRate: "折现率", method: "方法", spend: "费用", newCustomers: "新客户数", lag: "间隔期数",
  ltv: "客户终身价值", cac: "获客成本", base: "奖金基数", attainment: "完成率", satisfaction: "满意度", process: "过程指标", weights: "权重", floor: "起付线", cap: "封顶线", accelerator: "加速系数",
};
