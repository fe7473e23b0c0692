import type { SheetText } from "../whole";

export const review: SheetText["review"] = {
  titles: { weekly: "销售周会", monthly: "销售月会" },
  meeting: "会议",
  meetings: { weekly: "周会", monthly: "月会" },
  meetingPrompt: "周会看最近 7 天，月会看最近一个月，均与之前同样长的时段比较。",
  period: "时段", before: "对比时段", present: "参会人",
  noDeals: "数字和商机需要导入商机数据；目标、决定和议程无需数据即可使用。",
  noneClosed: "自 {from} 以来没有商机赢单或输单。如果数据较旧，请在“设置”中修改统计日。",

  figuresTitle: "1  关键数字",
  figures: { figure: "指标", now: "本期", before: "上期", change: "变化" },
  figure: { wonAmount: "赢单金额", won: "赢单数", lost: "输单数", winRate: "赢单率（按数量）", created: "新增商机", cycle: "赢单平均周期" },
  change: { up: "▲ {change}", down: "▼ {change}", same: "= 持平", none: "无可比数据", points: "{n} 个百分点", days: "{n} 天" },

  agendaTitle: "议程（分钟）",
  agenda: { item: "议题", weekly: "周会", monthly: "月会" },
  agendaItems: { figures: "1 关键数字", changes: "2 变化", goals: "3 目标", leaks: "4 流失与数据", deals: "5 重点商机", decisions: "6 决定" },
  minutes: "合计分钟",
  minutesPrompt: "分钟数，0 至 240。",

  changesTitle: "2  上次刷新以来的变化",
  moreChanges: (count) => `另有 ${count} 类变化，见快照表。`,
  noSnapshots: "还没有可对比的快照。",

  goalsTitle: "3  偏离的目标",
  goals: { goal: "目标", owner: "负责人", status: "状态", progress: "进度", pace: "节奏" },
  goalsCount: "偏离 {offTrack} 项，已逾期 {overdue} 项，有风险 {atRisk} 项；正常或已达成 {fine} 项，无数据 {noData} 项。",
  noGoalsOff: "没有偏离、逾期或有风险的目标。",
  moreGoals: (count) => `另有 ${count} 项，见“目标”表。`,
  noGoalsSheet: "本工作簿没有“目标”表：选用后，这里会列出偏离的目标。",

  leaksTitle: "4  流失与数据",
  noFunnelSheet: "本工作簿没有“漏斗”表：选用后，这里会显示最大流失点。",
  noLeak: "漏斗暂时看不出流失：需要阶段以及处于各阶段的商机。",
  pipeline: "目前进行中 {open} 个商机。",
  pipelineWorth: "目前进行中 {open} 个商机，金额 {amount}。",
  space: "",
  filled: "CRM 字段完整度 {share}。",
  withoutAmount: "进行中但没有金额的商机 {n} 个。",
  withoutOwner: "没有负责人的商机 {n} 个。",
  leftOut: (count) => `导入时有 ${count.toLocaleString("zh-CN")} 行未采用。`,

  dealsTitle: "5  重点商机",
  deals: { row: "行", deal: "商机", rep: "销售", amount: "金额", why: "原因", inStage: "停留", created: "创建后", late: "逾期", silent: "无活动" },
  dealsAll: (count) => `生成时共有 ${count.toLocaleString("zh-CN")} 个进行中商机停留过久、已过预计成交日或长期没有活动，按金额从大到小；“行”为商机表中的行。`,
  noDealsToAct: "没有停留过久、已过预计成交日或长期没有活动的进行中商机。",
  reasons: { separator: "、", stage: "停留过久", late: "逾期", silent: "无活动" },

  decisionsTitle: "6  决定事项",
  decisionsCount: "未完成 {open} 项，其中逾期 {overdue} 项；已完成 {done} 项。新的决定请写在“{sheet}”表中。",
  decisionsShort: "未完成 {open} 项，其中逾期 {overdue} 项；已完成 {done} 项。",
  moreDecisions: "另有 {n} 项未完成，见该表。",
  newOnes: "本次新增：",
  decisions: {
    sheet: "会议决定", title: "会议决定",
    note: "每项决定一行，写明由谁、何时完成。刷新不会丢失任何一行；刷新后未完成的排在前面，按到期日排序。状态留空视为未完成。",
    columns: { date: "日期", decision: "决定", owner: "负责人", due: "到期日", status: "状态", state: "当前情况", sort: "顺序" },
    prompt: "请输入日期。",
  },
  decisionStatus: { open: "未完成", done: "已完成", dropped: "已取消" },
  overdue: "已逾期",
  list: { no: "序号", decision: "决定", owner: "负责人", due: "到期日", state: "当前情况" },

  definitions: [
    { name: "时段", formula: "周会：统计日及之前 6 天；月会：截至统计日的一个月。均与之前同样长的时段比较", denominator: "无", dateField: "结单日期；新增商机按创建日期" },
    { name: "赢单金额、赢单数、输单数", formula: "时段内结单的商机，按结果", denominator: "无", dateField: "结单日期" },
    { name: "赢单率（按数量）", formula: "时段内结单商机：赢单 ÷（赢单 + 输单）", denominator: "时段内结单的商机", dateField: "结单日期" },
    { name: "新增商机", formula: "时段内创建的商机", denominator: "无", dateField: "创建日期" },
    { name: "重点商机", formula: "停留超过阶段上限、已过预计成交日，或无活动天数超过“设置”上限的进行中商机，取金额最大的八个", denominator: "无", dateField: "进入阶段日期、预计成交日期、最后活动日期" },
    { name: "决定逾期", formula: "状态不是已完成或已取消，且到期日早于统计日", denominator: "无", dateField: "到期日" },
  ],
};
