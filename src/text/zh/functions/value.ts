import type { ChineseDescribed, ChineseHelp } from "../../functions";

type Id = "LTV" | "CAC" | "LTVCAC" | "PAYBACK" | "BONUS";

/** What the JSDoc says, in Chinese. */
export const valueDescribed: ChineseDescribed<Id> = {
  LTV: {
    description: "客户终身价值：一个客户在合作期内带来的毛利。",
    parameters: {
      revenuePerPeriod: "每个客户每期（例如每月）的收入", grossMargin: "毛利率：80% 或 0.8", churn: "每期流失的客户占比：5% 或 0.05。方法为“lifetime”时填客户停留的期数",
      discountRate: "每期折现率，用于“discounted”方法", method: "“margin-churn”（默认）、“lifetime”（生命周期）或“discounted”（折现；填了折现率时默认用它）",
    },
    returns: "终身价值，币种与收入相同",
  },
  CAC: {
    description: "获客成本：费用除以由此赢得的新客户数。结果的形状与新客户数相同。",
    parameters: { spend: "销售与市场费用：总额，或按渠道、按期各一格", newCustomers: "新客户数：一格得到综合成本，多格则按渠道或按期", lag: "从花费到成交相隔的期数（销售周期）；每行一期，从旧到新。省略为 0" },
    returns: "每个新客户的成本，币种与费用相同",
  },
  LTVCAC: { description: "客户终身价值与获客成本之比；3 以上为健康。", parameters: { ltv: "客户终身价值", cac: "获客成本，币种相同" }, returns: "成本的几倍" },
  PAYBACK: {
    description: "多少期之后，客户的毛利能收回获客成本。",
    parameters: { cac: "获客成本", revenuePerPeriod: "每个客户每期的收入", grossMargin: "毛利率：80% 或 0.8" },
    returns: "期数，单位与单期收入相同",
  },
  BONUS: {
    description: "由完成率、满意度和过程指标算出的奖金：基数 ×（60% 完成率 + 20% 满意度 + 20% 过程指标）。",
    parameters: {
      base: "各项均为 100% 时的奖金", attainment: "销售额完成率：120% 或 1.2", satisfaction: "客户满意度：90%、0.9 或 90 分", process: "过程指标完成度：80% 或 0.8",
      weights: "三格，合计 100%：完成率、满意度、过程指标。省略为 60%、20%、20%", floor: "低于此完成率时按 0 计", cap: "最多计入的完成率", accelerator: "超过 100% 的部分按几倍计，例如 1.5",
    },
    returns: "奖金，币种与基数相同",
  },
};

/** Help on lifetime value, acquisition cost and bonus. */
export const valueHelp: ChineseHelp<Id> = {
  LTV: {
    formula: ["margin-churn：收入 × 毛利率 ÷ 流失率", "lifetime：收入 × 毛利率 × 停留期数", "discounted：收入 × 毛利率 ×（1 − 流失率）÷（折现率 + 流失率）"],
    source: "David Skok《SaaS Metrics》（毛利 ÷ 流失率）；Salesbook 所依据的文章（生命周期，18 到 24 个月）；Gupta 与 Lehmann《Customers as Assets》2003（折现：毛利在每期期末到账，所以即使折现率为 0，也比 margin-churn 少一期毛利）。",
    notes: ["收入、流失率和折现率要用同一期间：都按月或都按年。", "请用毛利率，不要用 100%：收入不等于利润。", "5%、0.05 和 5 是同一个流失率。区域中有大于 1 的数时，单独的 0.5 含义不明，会提示；流失率和折现率的单独的 1 也一样，请写 1% 或 100%。", "单个单元格、单行和单列会像 Excel 一样自动扩展。空行保持为空。流失率为 0 表示客户永不离开：请用 lifetime。"],
    example: { formula: "=SALES.LTV(100,80%,5%)", result: [[1600]], says: "每月 100、毛利率 80% 即 80；流失率 5% 时客户停留 20 个月：1,600。" },
    keywords: "客户终身价值 生命周期价值 流失率 毛利 复购",
  },
  CAC: {
    formula: ["费用 ÷ 新客户数", "有间隔时：若干期之前的费用 ÷ 新客户数"],
    source: "David Skok《SaaS Metrics》；间隔就是以期计的销售周期。",
    notes: ["把赢得客户的全部花费都算上：广告、工具、工资、提成。", "新客户数只有一格：费用全部相加（综合成本）。多格：按渠道或按期各得一个成本，两个区域大小相同。", "有间隔时每行一期，从旧到新；最前面几行之前没有费用，会说明。"],
    example: { cells: [["月份", "费用", "新客户数"], ["1月", 9000, 10], ["2月", 12000, 12], ["3月", 12000, 20]], formula: "=SALES.CAC(B2:B4,C2:C4)", result: [[900], [1000], [600]], says: "每个月一个新客户的成本。" },
    keywords: "获客成本 市场费用 渠道 综合成本",
  },
  LTVCAC: {
    formula: ["终身价值 ÷ 获客成本"], source: "David Skok《SaaS Metrics》：3 以上为健康。", notes: ["两者币种相同。"],
    example: { formula: "=SALES.LTVCAC(1600,400)", result: [[4]], says: "花 1 元获客，收回 4 元。" }, keywords: "单位经济 比值",
  },
  PAYBACK: {
    formula: ["获客成本 ÷（单期收入 × 毛利率）"], source: "Finmark 的 CAC 回收期；David Skok：12 个月以内为健康。", notes: ["结果的单位与收入的期间相同：月收入得到月数。"],
    example: { formula: "=SALES.PAYBACK(400,100,80%)", result: [[5]], says: "5 个月后收回获客成本。" }, keywords: "回收期 回本 月数",
  },
  BONUS: {
    formula: ["基数 ×（60% × 完成率 + 20% × 满意度 + 20% × 过程指标）", "计入的完成率：低于起付线为 0；超过 100% 的部分乘加速系数；不超过封顶线"],
    source: "Salesbook 所依据的文章，挑战三。文章没有规定封顶、起付线和基数，由您设定。",
    notes: ["120% 和 1.2 是同一个完成率；大于 5 的数按百分数算：98 就是 98%。满意度和过程指标：大于 10 的数按百分数算，单独的 4.5 分不清满分是 5 还是 10，会提示。区域中有百分数时，单独的 0.9 也会提示。", "“98 分”按满分 100 算。10 分以内分不清满分是 5、10 还是 100，会提示：请写成百分比。", "空单元格不是 0：会说明缺的是哪一项。"],
    example: { formula: "=SALES.BONUS(10000,120%,95%,100%)", result: [[11100]], says: "10,000 ×（0.6 × 1.2 + 0.2 × 0.95 + 0.2 × 1）= 11,100。" },
    keywords: "奖金 提成 激励 完成率 封顶 起付线 加速",
  },
};
