import { figuresOf } from "../compared";
import type { SheetText } from "../whole";

type Families = SheetText["comparison"]["families"];

const asExported = "不限：以导出时状态为准";
const everything = "不限：全部历史";
const noClosed = "期间内没有结单的商机。";
const noCreated = "期间内没有新建的商机，或导出文件没有创建日期。";
const noCycle = "没有创建日期和结单日期都合理的此类商机。";
const noAmount = "此类商机没有金额。";
const noHistory = "需要阶段历史：阶段变更导出、“进入日期”列，或两次快照。";
const noDue = "进行中的商机没有预计成交日期。";
const noQuota = "请在上方填写财年业绩目标，或导入带业绩目标的销售人员表。目标已完成时也为空。";

const winRate: Families["winRate"]["definitions"] = {
  periodCount: { name: "赢单率：按数量，期间内结单", how: "期间内结单的商机：赢单数 ÷（赢单数 + 输单数）", date: "结单日期", who: "销售经理；CRM 仪表盘", why: noClosed },
  periodAmount: { name: "赢单率：按金额，期间内结单", how: "期间内结单的商机：赢单金额 ÷（赢单金额 + 输单金额）", date: "结单日期", who: "财务", why: "期间内结单的商机没有金额，或有冲减使合计为负。" },
  excluding: { name: "赢单率：剔除无效商机", how: "同第一种，但剔除输单原因标为“否”的商机（见页底的表）", date: "结单日期", who: "一线销售；资格判断较晚的团队", why: "需要输单原因：请在导出文件中加上这一列。" },
  createdClosed: { name: "赢单率：期间内创建、已结单", how: "期间内创建的商机：赢单数 ÷（赢单数 + 输单数），进行中的暂不计", date: "创建日期", who: "市场部（来源与活动报表）", why: noCreated },
  maturedCohort: { name: "赢单率：已成熟的同期群", how: "把期间整体前移“成熟天数”，其中创建的商机：赢单数 ÷ 全部商机数", date: "创建日期", who: "数据分析；销售运营", why: "前移后的期间没有新建的商机，或导出文件没有创建日期。" },
  createdAll: { name: "赢单数 ÷ 期间内创建的全部商机", how: "进行中的也算进分母：进行中越多，数值越低", date: "创建日期", who: "市场部；常见误用", why: noCreated },
  lastYear: { name: "赢单率：按数量，最近 365 天", how: "统计日前 365 天内结单的商机：赢单数 ÷（赢单数 + 输单数）", date: "结单日期", who: "InsightSquared 默认口径", why: "最近 365 天没有结单的商机。" },
  everCount: { name: "赢单率：按数量，全部历史", how: "赢单数 ÷（赢单数 + 输单数）；即“指标定义”与仪表盘的赢单率", date: everything, who: "本工作簿的仪表盘", why: "还没有已结单的商机。" },
  everAmount: { name: "赢单率：按金额，全部历史", how: "赢单金额 ÷（赢单金额 + 输单金额）", date: everything, who: "财务", why: "已结单的商机没有金额，或有冲减使合计为负。" },
  allDeals: { name: "赢单数 ÷ 全部商机，全部历史", how: "进行中的也算进分母：常见错误，进行中越多越低", date: everything, who: "随手做的透视表", why: "没有商机。" },
};

const cycle: Families["cycle"]["definitions"] = {
  wonMean: { name: "赢单周期：均值", how: "期间内赢单的商机，从创建到结单的平均天数", date: "结单日期", who: "多数 CRM 与术语表", why: noCycle },
  wonMedian: { name: "赢单周期：中位数", how: "同样天数的中位数：个别超长商机不影响", date: "结单日期", who: "数据分析", why: noCycle },
  closedMean: { name: "结单周期：均值", how: "期间内赢单和输单的商机，从创建到结单的平均天数", date: "结单日期", who: "运营：商机占用人力多久", why: noCycle },
  closedMedian: { name: "结单周期：中位数", how: "同样天数的中位数", date: "结单日期", who: "运营", why: noCycle },
  firstStage: { name: "首个阶段到赢单：均值", how: "按阶段历史，从进入首个已知阶段到期间内进入赢单阶段的平均天数", date: "进入赢单阶段的日期", who: "HubSpot（阶段停留时间）；售前", why: noHistory },
  everMean: { name: "赢单周期：均值，全部历史", how: "全部赢单商机从创建到结单的平均天数；即“指标定义”的销售周期", date: everything, who: "本工作簿的仪表盘", why: noCycle },
  everMedian: { name: "赢单周期：中位数，全部历史", how: "同样天数的中位数", date: everything, who: "数据分析", why: noCycle },
};

const funnel: Families["funnel"]["definitions"] = {
  snapshot: { name: "漏斗：快照", how: "按现在所处阶段：赢单数 ÷ 到达首个阶段的商机数；输单计入结单前的每个阶段", date: asExported, who: "只有一次导出的 BI 看板", why: "没有商机。" },
  "back-filled": { name: "漏斗：回填", how: "赢单数 ÷（进行中 + 赢单）：跳过的阶段视为已经过，不计输单", date: asExported, who: "Varicent（线性漏斗）；Bitrix24（含转化）", why: "没有进行中或赢单的商机。" },
  "ever-entered": { name: "漏斗：曾经进入", how: "按阶段历史：曾进入赢单阶段 ÷ 曾进入首个阶段的商机数", date: everything, who: "HubSpot（任意阶段）", why: noHistory },
  cohort: { name: "漏斗：同期群", how: "同上，只计在“设置”的窗口内进入首个阶段的商机", date: "进入首个阶段的日期", who: "数据分析；HubSpot 同期群", why: `${noHistory}窗口内没有商机进入时也为空。` },
  strict: { name: "漏斗：逐一经过全部阶段", how: "依次进入每个阶段直至赢单 ÷ 进入首个阶段的商机数，跳过一个阶段即止；以最近一次刷新为准", date: everything, who: "HubSpot（全部阶段）", why: noHistory },
};

const velocity: Families["velocity"]["definitions"] = {
  openPeriod: { name: "销售速度：用进行中商机", how: "进行中商机数 × 赢单率 × 平均赢单金额 ÷ 平均赢单周期，后三项取本期间：每天的金额", date: "结单日期", who: "多数术语表：管道将带来多少", why: "需要进行中的商机，以及期间内有金额、有周期的赢单商机。" },
  closedPeriod: { name: "销售速度：用已结单商机", how: "同上，但用期间内结单的商机数代替进行中商机数", date: "结单日期", who: "另一些术语表：管道已带来多少", why: "需要期间内有金额、有周期的赢单商机。" },
  openEver: { name: "销售速度：用进行中商机，全部历史", how: "第一种，赢单率、金额和周期取全部历史；即“指标定义”的销售速度", date: everything, who: "本工作簿的仪表盘", why: "需要进行中商机、已结单商机、金额和周期。" },
  wonPerDay: { name: "每天赢单金额", how: "期间内赢单金额 ÷ 期间天数：没有模型，只看实际", date: "结单日期", who: "财务", why: "期间内赢单的商机没有金额。" },
};

const average: Families["average"]["definitions"] = {
  wonMean: { name: "期间内赢单：平均金额", how: "期间内赢单金额 ÷ 有金额的赢单数", date: "结单日期", who: "销售经理；CRM 仪表盘", why: noAmount },
  wonMedian: { name: "期间内赢单：金额中位数", how: "同样商机的金额中位数：个别大单不影响", date: "结单日期", who: "数据分析；定价", why: noAmount },
  everWonMean: { name: "全部赢单：平均金额", how: "赢单金额 ÷ 有金额的赢单数；即“指标定义”的平均赢单金额", date: everything, who: "本工作簿的仪表盘", why: noAmount },
  openMean: { name: "进行中商机：平均金额", how: "进行中金额 ÷ 有金额的进行中商机数", date: asExported, who: "商机复盘会", why: noAmount },
  openMedian: { name: "进行中商机：金额中位数", how: "进行中商机的金额中位数", date: asExported, who: "数据分析", why: noAmount },
  allMean: { name: "全部商机：平均金额", how: "赢单、输单和进行中一起：金额 ÷ 有金额的商机数", date: everything, who: "随手做的透视表", why: noAmount },
};

const forecast: Families["forecast"]["definitions"] = {
  weighted: { name: "加权管道", how: "全部进行中商机的金额 × 赢率之和，不论何时成交", date: asExported, who: "Salesforce（预期收入）；HubSpot", why: "进行中商机没有金额，或导出文件和“设置”都没有赢率。" },
  weightedDue: { name: "本季度到期的加权管道", how: "同上，只计预计在本财季末之前成交的商机", date: "预计成交日期", who: "财务（季度展望）", why: `${noDue}或没有金额、赢率。` },
  commit: { name: "本季度到期的进行中金额", how: "预计在本财季末之前成交的进行中金额，不加权：假定全部成功", date: "预计成交日期", who: "销售经理（承诺预测）", why: noDue },
  open: { name: "全部进行中金额", how: "进行中金额，不论何时成交", date: asExported, who: "一线销售；上限", why: noAmount },
  simple: { name: "进行中商机数 × 赢单率 × 均值", how: "进行中商机数 × 赢单率 × 平均赢单金额，取全部历史", date: everything, who: "本工作簿的简单预测", why: "需要进行中商机、已结单商机和金额。" },
  runRate: { name: "一个月的惯性预测", how: "最近三个完整月的赢单金额 ÷ 3：按同样速度的一个月", date: "结单日期", who: "财务（趋势）", why: "这几个月赢单的商机没有金额。" },
};

const coverage: Families["coverage"]["definitions"] = {
  openLeft: { name: "进行中金额 ÷ 剩余目标", how: "进行中金额 ÷（财年业绩目标 − 本财年已赢单金额）", date: "结单日期", who: "销售经理（“3 倍”）", why: noQuota },
  dueLeft: { name: "本财年到期金额 ÷ 剩余目标", how: "预计在财年末之前成交的进行中金额 ÷ 同一分母", date: "预计成交日期", who: "销售运营", why: `${noQuota}还需要预计成交日期。` },
  weightedLeft: { name: "加权管道 ÷ 剩余目标", how: "进行中加权金额 ÷ 同一分母：达到 1 倍即够", date: "结单日期", who: "财务", why: `${noQuota}还需要赢率。` },
  openWhole: { name: "进行中金额 ÷ 全年目标", how: "进行中金额 ÷ 整个财年的业绩目标", date: asExported, who: "董事会汇报", why: noQuota },
};

const leads: Families["leads"]["definitions"] = {
  createdIn: { name: "线索转化率：期间内创建", how: "期间内创建的线索：已转化 ÷ 全部；最新的还来不及转化", date: "线索创建日期", who: "市场部", why: "期间内没有新建的线索，或导出文件没有创建日期。" },
  matured: { name: "线索转化率：已成熟的同期群", how: "同上，把期间整体前移“成熟天数”", date: "线索创建日期", who: "数据分析；销售运营", why: "前移后的期间没有新建的线索，或导出文件没有创建日期。" },
  convertedIn: { name: "期间内转化 ÷ 期间内创建", how: "期间内转化的线索（不论何时创建）÷ 期间内创建的线索", date: "转化日期、线索创建日期", who: "销售部；月度活动报表", why: "导出文件没有转化日期，或期间内没有新建的线索。" },
  ever: { name: "线索转化率：全部历史", how: "已转化线索 ÷ 全部线索；即“指标定义”的线索转化率", date: everything, who: "本工作簿的仪表盘", why: "导出文件中没有线索。" },
};

const churn: Families["churn"]["definitions"] = {
  customers: { name: "客户流失率：全部客户", how: "标为流失的客户 ÷ 导出文件中的全部客户", date: asExported, who: "客户成功", why: "没有客户。" },
  older: { name: "客户流失率：不含新客户", how: "同上，只计合同在期间之前开始的客户：新客户还来不及流失", date: "合同开始日期", who: "财务；投资人", why: "需要合同开始日期，以及期间之前的客户。" },
  revenue: { name: "收入流失率", how: "流失客户的经常性收入 ÷ 全部客户的经常性收入", date: asExported, who: "财务；投资人", why: "需要每个客户的经常性收入。" },
};

const completeness: Families["completeness"]["definitions"] = {
  fillable: { name: "已填 ÷ 可填单元格", how: "已填单元格 ÷ 可以填写的单元格：未结单的商机没有结单日期不算缺失；即“指标定义”的数据完整率", date: asExported, who: "本工作簿；数据负责人", why: "没有可统计的单元格。" },
  cells: { name: "已填 ÷ 全部单元格", how: "已填单元格 ÷ 有名称的列的全部单元格", date: asExported, who: "IT；数据质量工具", why: "没有可统计的单元格。" },
  rows: { name: "完整行 ÷ 全部行", how: "没有空单元格的行 ÷ 全部行；以最近一次刷新为准", date: asExported, who: "审计", why: "没有可统计的行。" },
};

const families: Families = {
  winRate: { name: "赢单率", definitions: winRate }, cycle: { name: "销售周期", definitions: cycle }, funnel: { name: "漏斗：首个阶段到赢单", definitions: funnel },
  velocity: { name: "销售速度", definitions: velocity }, average: { name: "平均单值", definitions: average }, forecast: { name: "预测", definitions: forecast },
  coverage: { name: "管道覆盖率", definitions: coverage }, leads: { name: "线索转化率", definitions: leads }, churn: { name: "流失率", definitions: churn },
  completeness: { name: "数据完整率", definitions: completeness },
};

export const comparison: SheetText["comparison"] = {
  strictGrouped: "未列出：阶段变化是分组数据，看不出每个商机依次经过哪些阶段。",
  title: "同一指标，多种口径",
  noDeals: "暂无可对比的内容：需要商机数据，但没有导入。",
  headline: "{all} 个指标中已有 {agreed} 个商定了口径。同样的数据，口径不同，数字就不同：为每个指标选定一种，部门之间就不必再争。",
  months: "期间月数", monthsPrompt: "期间有几个月，截至期间最后一天。",
  end: "期间最后一天", endPrompt: "留空即为统计日。", endNote: "留空：统计日",
  from: "期间开始于", to: "期间结束于",
  maturity: "成熟天数", maturityPrompt: "商机和线索经过多少天，同期群才算有结论。", maturityNote: "用于同期群：期间整体前移这么多天",
  quota: "财年业绩目标", quotaPrompt: "留空则把销售人员的业绩目标相加。", quotaNote: "留空：销售人员业绩目标之和",
  quotaUsed: "采用的业绩目标", quarterEnd: "本财季结束于",
  saysTitle: "各口径怎么说",
  says: "{kpi}：{first}（{firstName}）。换用其他口径，从 {low}（{lowName}）到 {high}（{highName}）。",
  same: "{kpi}：这些数据能算的口径都是 {first}。",
  one: "{kpi}：{first}（{firstName}）；这些数据只能算这一种口径。",
  none: "{kpi}：这个期间算不出来；原因见下表最后一列。",
  days: "{n} 天", times: "{n} 倍", perDay: "每天 {n}",
  agreedTitle: "我们商定的口径",
  agreedNote: "选定各部门统一使用的口径，写明由谁、从何时起商定。刷新工作簿时会保留。",
  agreed: { kpi: "指标", choice: "统一用这个", value: "现值", by: "商定人", since: "自何时起", review: "复核日期", state: "状态", note: "为什么选它" },
  choicePrompt: "从下表的口径中选一个。",
  states: { agreed: "已商定", open: "未商定", other: "非本指标" },
  chartTitle: "赢单率：同一份数据，{n} 种口径", chartAlt: "条形图：每种口径下的赢单率",
  forecastChart: "各口径下的预测", forecastAlt: "条形图：每种口径下的预测金额",
  tableTitle: "全部口径",
  tableNote: "列出分子和分母的，数值即分子 ÷ 分母。差异是与该指标第一种口径之差；比率为百分点。",
  table: {
    kpi: "指标", definition: "口径", value: "数值", difference: "差异", numerator: "分子", denominator: "分母", rows: "使用行数",
    how: "计算方法", date: "所用日期", who: "谁在用", why: "为空的原因",
  },
  reasonsTitle: "不算数的输单原因",
  reasonsNote: "选“否”：因此输掉的商机本来就不是机会（重复、垃圾、不合格），在“赢单率：剔除无效商机”中剔除。",
  reasons: { reason: "输单原因", lost: "期间内输单", counts: "算作输单" },
  moreReasons: "另有 {n} 个较少见的原因未列出，一律算作输单。",
  families,
  definitions: figuresOf(families),
};
