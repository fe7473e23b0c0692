import type { Text } from "../en";

export const tables: Text["tables"] = {
  sheets: {
    start: "开始", setup: "设置",
    definitions: "指标定义", importReport: "导入报告", snapshots: "快照",
    deal: "商机", lead: "线索", account: "客户", activity: "活动", stageMove: "阶段历史", spend: "投入",
    order: "订单", survey: "调查", rep: "销售人员",
  },
  outcome: { open: "进行中", won: "赢单", lost: "输单" },
  yes: "是",
  no: "否",
  stages: {
    stage: "阶段", outcome: "结果", probability: "赢率", targetConversion: "目标转化率",
    entryCriteria: "准入标准", exitCriteria: "准出标准", longestStay: "最长停留天数",
  },
  deals: {
    outcome: "结果", weighted: "加权金额", closed: "结单日期", due: "预计成交日期", stageSince: "进入阶段日期",
    cycle: "周期天数", amountAsWritten: "原币金额", asWritten: (header) => `${header}原值`,
  },
  rates: {
    title: "汇率", currency: "币种", rate: "汇率", prompt: "一单位该币种值多少报告币种。",
    note: (reporting) => `导出文件含多种货币。${reporting} 金额直接计入；其他币种填写汇率后即计入，在此之前不会跨币种相加。`,
  },
  moves: { firstEntry: "首次进入", wentFurther: "继续前进", cohort: "进入漏斗日期", daysInStage: "停留天数", cameFrom: "来自阶段", direction: "方向", since: "距首个阶段天数",
    isMove: "有变化", within: "天数以内", reached: "到达的阶段", entered: "进入的阶段",
    reachedNote: "每行是一组曾进入该阶段的商机：“记录数”是个数，按进入首个阶段的日期以及是否进入过更后的阶段分组。",
    enteredNote: "每行是一组商机，按阶段、首次进入的日期以及距首个阶段的天数分组。",
  },
  leads: { converted: "已转化" },
  figures: { sheet: "工作表", figure: "数字" },
  measures: {
    measure: "指标", value: "数值", unit: "单位", formula: "计算方法", denominator: "分母",
    dateField: "日期口径", rows: "使用行数", note: "为空的原因",
  },
  completeness: { object: "表", column: "列", cells: "单元格数", missing: "空白", notYet: "尚不能填写", filled: "完整度" },
  findings: { file: "文件", finding: "发现", line: "行号", column: "列", found: "内容", count: "数量", advice: "说明" },
  groups: {
    cut: "起始日", cuts: "每组记录都完全在这些日期之前，或从这些日期起。",
    records: "记录数", known: (header: string) => `有${header}的记录`, cycleSquares: "周期天数平方", lag: "记录延迟天数起",
    figures: "汇总数值", figure: "项目", value: "数值",
    by: (sheet: string, header: string) => `${sheet}（按${header}）`.slice(0, 31), filled: (sheet: string) => `${sheet}填写`,
    note: "每行是一组记录：“记录数”是组内条数，金额和天数是组内合计，日期是组内最早的一天。",
    filledNote: "来源的每一列有多少条记录已填写。",
    figuresNote: "分组算不出的数值（如中位数），由数据库按上次刷新时的设置算出。改了设置后，对应数值为空，下次刷新再补上。",
  },
  files: { file: "文件", contents: "内容", crm: "来源系统", rowsRead: "读取行数", rowsKept: "保留行数", rowsLeftOut: "剔除行数", columns: "识别列数", encoding: "编码" },
};
