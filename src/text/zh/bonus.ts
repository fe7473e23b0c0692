import type { SheetText } from "../whole";

export const bonus: SheetText["bonus"] = {
  title: "奖金",
  intro: "季度奖金 = 奖金基数 ×（60% 销售额完成率 + 20% 客户满意度 + 20% 过程指标），权重可任意修改。方案 A 是现行方案，方案 B 是签字前想先试算的方案。",
  noReps: "计算奖金需要人员：请导入销售人员表，或带负责人的商机。",
  headline: {
    none: "目前还算不出任何人的奖金：请按“备注”列的提示，在奖金表的黄色列中补齐数据。",
    badWeights: "方案 {plan} 的权重合计为 {sum}，不是 100%：改正之前该方案不发奖金。",
    more: "方案 B 比方案 A 多花 {share}：{up} 人增加，{down} 人减少。",
    less: "方案 B 比方案 A 少花 {share}：{up} 人增加，{down} 人减少。",
    same: "两个方案的总成本相同：{up} 人增加，{down} 人减少。",
    free: "方案 A 没有发放任何奖金，方案 B 无从比较：{up} 人增加。",
    unpaid: "{all} 人中有 {n} 人因缺少数据没有算出奖金；系统不做猜测。",
  },

  plansTitle: "两个方案",
  plansNote: "黄色单元格由您填写。上下限留空即不设限。",
  planA: "A", planB: "B",
  plan: { rule: "规则", a: "方案A", b: "方案B" },
  rules: {
    attainment: "销售额完成率权重", satisfaction: "客户满意度权重", process: "过程指标权重",
    floor: "完成率起付线", cap: "完成率封顶线", from: "加速起点", accelerator: "超出部分倍数", base: "每人奖金基数",
  },
  what: {
    attainment: "本季度销售额 ÷ 业绩目标",
    satisfaction: "客户满意度得分，0 至 100%",
    process: "关键过程指标完成度（CRM 更新及时性、培训、活动等），0 至 100%",
    floor: "低于此值时完成率按 0 计；满意度和过程指标部分照发",
    cap: "完成率最多算到此值（含加速部分）",
    from: "完成率超过此值后开始加速；留空按 100%",
    accelerator: "填 1.5 表示超出的每个百分点按 1.5 倍计；留空按 1",
    base: "各项均为 100% 时的奖金，用于没有个人基数的人员",
  },
  sum: "权重合计",
  sumRight: "方案 {plan}：权重合计 100%。",
  sumWrong: "方案 {plan}：权重合计 {sum}，在调整到 100% 之前不发奖金。",

  costTitle: "各方案成本",
  cost: { figure: "项目", a: "A成本", b: "B成本", difference: "B减A" },
  costs: {
    total: "总成本", ofBase: "占基数总额比例", paid: "发放人数", mean: "人均奖金", highest: "最高奖金", lowest: "最低奖金", spread: "最高与最低之差", topShare: "最高者占总额比例", unsold: "与销售额无关的部分",
  },
  gainTitle: "改用方案 B，谁增加、谁减少",
  gains: "增加的人数", loses: "减少的人数", unchanged: "不变的人数", mostGain: "增加最多", mostLoss: "减少最多", missed: "未完成目标却增加",
  gainRisk: "改用方案 B 后，有 {n} 人完成率不足 100% 却拿得更多；方案 B 中有 {share} 与销售额无关。这两个数越高，方案对销售的激励越弱。",
  chart: "两个方案下每人各拿多少？",
  chartFirst: "奖金最高的 {n} 人在两个方案下各拿多少？",
  noChart: "有了奖金数据后，下次刷新时会显示图表。",
  chartAlt: "每人一组条形：方案 A 与方案 B 的奖金",

  payoutTitle: "每人奖金",
  payoutNote: "完成率依次取：手填值；销售人员表中的完成率；表中销售额 ÷ 目标；本季度赢单金额 ÷ 目标。黄色列的手填值优先于导出数据。缺少的数据在备注中列明，缺数据不发奖金；满意度和过程指标只在有权重时才需要。需要增加人员时，在最后一行下方填写姓名和相应数据。",
  strangers: (count) => `有 ${count} 位赢单负责人不在销售人员表中，此处不计奖金。`,
  quarter: "发放季度首日", quarterNote: "留空则取最近一个完整季度。当前季度为 {from} 至 {to}。", quarterPrompt: "填写季度的第一天；留空则取最近一个完整季度。",
  months: "业绩目标对应月数", monthsNote: "季度目标填 3，年度目标填 12：季度赢单金额按相应比例与目标比较。", monthsPrompt: "1 至 12。",
  payout: {
    rep: "人员", sales: "销售额", quota: "业绩目标", attainment: "完成率", satisfaction: "满意度", process: "过程指标", base: "奖金基数", a: "A奖金", b: "B奖金", difference: "B与A之差", note: "备注",
    quotaTyped: "手填目标", attainmentTyped: "手填完成率", satisfactionTyped: "手填满意度", processTyped: "手填过程指标", baseTyped: "手填基数",
  },
  total: "合计",
  note: {
    missing: "缺少：", separator: "、", attainment: "完成率", quota: "业绩目标", satisfaction: "满意度", process: "过程指标", base: "奖金基数",
    belowFloor: "低于起付线", capped: "已到封顶线", gainsBelow: "未完成目标，B 方案却增加",
  },
  prompts: { quota: "与上方所填月数对应的目标。", share: "0 至 100%。", attainment: "120% 或 1.2。", base: "各项均为 100% 时的奖金。", weight: "比例，例如 60%。", name: "情景名称。" },

  sensitivityTitle: "敏感性：换一组权重或完成率会怎样",
  sensitivityNote: "每一行都可以修改。起付线、封顶线、加速和基数沿用方案 B；不填权重的行使用方案 B 的权重。“完成率变动”会让所有人的完成率同时增减相应百分点。",
  scenario: {
    name: "情景", attainment: "完成率占比", satisfaction: "满意度占比", process: "过程占比", shift: "完成率变动",
    total: "成本", change: "与方案B相比", highest: "最高", lowest: "最低", spread: "差距", topShare: "最高者占比", check: "检查",
  },
  scenarios: { up: "全员完成率提高 10 个百分点", down: "全员完成率降低 10 个百分点" },
  checkRight: "正常", checkWrong: "不足或超过 100%", checkNone: "无数据",

  quartersTitle: "用过去的季度试算",
  quartersNote: "完成率 = 该季度赢单金额 ÷ 业绩目标；目标、满意度、过程指标和基数均按现在的数值，因为导出数据不含当时的数值。如果完成率普遍过低，说明业绩目标不只对应一个季度，请在“每人奖金”上方填写目标对应月数。",
  noQuarters: "按季度试算需要完整季度内的赢单商机，并带有负责人、金额和结单日期。",
  noQuotas: "按季度试算需要每人的业绩目标：请在销售人员表中提供，或填在“手填目标”列。",
  quarters: {
    from: "季度开始", to: "季度结束", won: "赢单金额", attainment: "团队完成率", a: "A试算成本", b: "B试算成本", difference: "B比A多", gain: "增加人数", lose: "减少人数", notLess: "少卖不少拿",
  },
  notLessNote: "“少卖不少拿”：完成率比上季度下降、方案 B 的奖金却没有减少的人数。封顶线或起付线会造成这种情况，容易诱使销售压单到下个季度。",
  history: { rep: "姓名", base: "个人基数", satisfaction: "满意度得分", process: "过程得分", quota: "季度目标" },
  since: (month) => `${month} 起`,
  historyTitle: "各季度完成率",
  quarterChart: "过去各季度，两个方案各要花多少？",
  quarterChartAlt: "每个季度一组柱形：方案 A 与方案 B 的成本",

  signTitle: "确认签字",
  signNote: "先用过去的数据试算，再签字。每位需要确认的人一行。",
  sign: { role: "角色", name: "签字人", plan: "方案", on: "确认日期", remark: "说明" },
  roles: { manager: "销售负责人", finance: "财务", people: "人力资源" },

  definitions: [
    { name: "奖金", formula: "基数 ×（权重 × 计入的完成率 + 权重 × 满意度 + 权重 × 过程指标）。完成率低于起付线按 0 计，超过加速起点后加速，最多到封顶线", denominator: "无；权重合计 100%", dateField: "结单日期（完成率取自赢单时）" },
    { name: "完成率", formula: "销售额 ÷ 业绩目标：手填、取自销售人员表，或季度赢单金额 ÷ 季度目标", denominator: "本人的业绩目标", dateField: "结单日期" },
    { name: "方案成本", formula: "数据齐全人员的奖金合计", denominator: "无", dateField: "发放季度" },
    { name: "与销售额无关的部分", formula: "Σ 基数 ×（权重 × 满意度 + 权重 × 过程指标）÷ 总成本，仅计已发放人员", denominator: "该方案总成本", dateField: "发放季度" },
    { name: "团队完成率", formula: "有目标人员的赢单金额合计 ÷ 目标合计", denominator: "有目标人员的目标合计", dateField: "结单日期" },
    { name: "少卖不少拿", formula: "完成率比上季度下降而方案 B 的奖金没有减少的人数", denominator: "无", dateField: "结单日期" },
  ],
};
