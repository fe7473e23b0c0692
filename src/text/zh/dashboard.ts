import type { Text } from "../en";

export const dashboard: Text["dashboard"] = {
  title: "销售仪表盘",
  asOf: "截至",
  window: "窗口期",
  before: "上一期",
  noDeals: "暂无仪表盘：需要商机数据，但没有提供。",

  cards: {
    wonAmount: "窗口期赢单金额", winRate: "窗口期赢单率", cycle: "窗口期平均销售周期",
    openAmount: "进行中金额", openDeals: "进行中商机", stalled: "停滞商机",
    weighted: "加权预测", simple: "简单预测", runRate: "下月预测",
    before: "上一期", all: "全部数据", dealsOpen: "进行中商机", perMonth: "月均赢单", overdue: "已过预计成交日", ofOpen: "占进行中商机",
    newDeals: "窗口期新建", newBefore: "上一期新建",
  },
  up: "▲ {change}，较上一期",
  down: "▼ {change}，较上一期",
  same: "与上一期持平",
  points: "{n} 个百分点",
  days: "{n} 天",
  noBefore: "上一期没有可比数字",
  noNow: "窗口期内没有结单",
  how: { weighted: "进行中商机的金额 × 赢率", simple: "进行中商机数 × 赢单率 × 平均赢单金额", runRate: "最近 3 个完整月的平均值", openAmount: "进行中商机的金额合计", openDeals: "导出数据中没有它们的金额", stalled: "停留时间超过“设置”中的上限" },
  unknown: {
    wonAmount: "窗口期内赢单的商机没有金额", cycle: "窗口期内赢单的商机缺少日期",
    stalled: "进行中商机没有可用的起算日期", forecast: "进行中商机没有金额，或尚无赢单",
  },

  charts: {
    stages: "各阶段进行中商机", months: "月度赢单金额", monthsCount: "月度赢单数", forecast: "预测与实际", reps: "赢单金额前列的销售", repsCount: "赢单数前列的销售",
    conversion: "继续前进率与目标", expected: "进行中商机的预计成交时间",
    deals: "商机数", amount: "金额", won: "赢单", forecastLine: "月初预测", onward: "继续前进率", target: "目标", weighted: "加权金额",
    alt: { stages: "柱形图：各阶段进行中商机数与金额", months: "柱形图：月度赢单", forecast: "柱形为月度赢单金额，折线为预测", reps: "条形图：赢单最多的销售", conversion: "柱形为各阶段继续前进率，折线为目标", expected: "柱形图：按预计成交月份统计的进行中商机" },
  },
  missing: {
    stages: "未绘制阶段图：没有进行中的商机。",
    months: "未绘制月度金额图：截止日之前的十二个完整月内没有赢单金额。",
    monthsCount: "未绘制月度赢单图：截止日之前的十二个完整月内没有赢单。",
    forecast: "暂无预测与实际对比：需要连续四个月的赢单金额。",
    reps: "未绘制销售排名图：导出数据中没有带负责人的赢单。",
    conversion: "未绘制转化图：没有商机到达任何进行中的阶段。",
    expected: "未绘制预计成交图：进行中的商机没有预计成交日期。",
  },

  standsOut: "值得关注",
  dataEnd: "最近的结单日期为 {newest}，距截止日 {days} 天：窗口期的数字可能为空。",
  attentionBoth: "{open} 个进行中商机里，{stalled} 个停留过久，{overdue} 个已过预计成交日。",
  attentionStalled: "{open} 个进行中商机里有 {stalled} 个停留时间超过“设置”中的上限。",
  attentionOverdue: "{open} 个进行中商机里有 {overdue} 个已过预计成交日。",
  gap: "距目标最远：“{stage}”，继续前进率 {actual}，目标 {target}。",
  weakest: "继续前进率最低：“{stage}”，到达的商机中只有 {actual} 继续前进。",
  accuracy: "月初预测在 {n} 个月内的平均准确率为 {accuracy}。",
  share: "{rep} 贡献了赢单金额的 {share}。",
  noAmount: "{open} 个进行中商机里有 {n} 个没有金额。",
  noOwner: "{n} 个商机没有负责人，未计入排名。",
  nothing: "没有特别值得关注的情况。",

  attentionTitle: "现在需要关注的商机",
  attentionNote: "最多 {n} 个停留过久、已过预计成交日或长期无活动的进行中商机：先按金额、再按停留时间排序，以最近一次生成时为准。",
  noAttention: "没有停留过久、已过预计成交日或长期无活动的进行中商机。",
  deal: { no: "序号", id: "商机编号", days: "已停留天数", daysCreated: "创建至今天数", limit: "上限", row: "商机表行号", why: "原因" },
  reasons: {
    separator: "；",
    stage: "已停留 {days} 天，上限 {limit} 天", created: "创建已 {days} 天，上限 {limit} 天",
    overdue: "预计成交日已过 {days} 天", quiet: "{days} 天没有活动",
  },

  repsTitle: "销售业绩排名",
  repsNote: "包括所有商机负责人和销售人员表中的所有人；按全部数据的赢单金额排名。",
  noReps: "暂无排名：导出数据中没有负责人。",
  reps: { rank: "排名", rep: "销售", wonAmount: "赢单金额", won: "赢单", lost: "输单", open: "进行中", winRate: "赢单率", average: "平均赢单金额", cycle: "平均周期", stalled: "停滞" },

  healthTitle: "漏斗健康度",
  healthNote: "继续前进率：{what}目标与上限在“设置”中填写。",
  health: { no: "序号", stage: "阶段", deals: "商机数", amount: "金额", onward: "继续前进率", target: "目标", gap: "与目标差距", stalled: "停滞" },

  monthsTitle: "按月",
  monthsNote: "预测：月初时前三个月的平均值。准确率：1 − |预测 − 赢单| ÷ 赢单。首个赢单（{first}）之前留空。",
  months: { month: "月份", starts: "首日", deals: "赢单数", amount: "赢单金额", forecast: "月初预测", accuracy: "准确率" },
  firstWon: "首个赢单",
  meanAccuracy: "平均准确率",

  expectedTitle: "进行中商机的预计成交时间",
  expected: { when: "时间", from: "从", before: "早于", deals: "进行中商机", amount: "进行中金额", weighted: "加权金额" },
  expectedRows: { overdue: "已逾期", later: "更晚", none: "无日期" },
  topTitle: "前列销售",
  top: { rep: "前列销售", value: "其赢单" },
};
