import type { Text } from "../en";

export const report: Text["report"] = {
  bookTitle: "销售工作簿",
  start: {
    title: "您的销售工作簿",
    asOf: (day) => `所有数字的统计日为 ${day}。在“设置”中修改统计日，全部数字随之更新。`,
    here: "这里有什么",
    from: "数据从哪里来",
    leftOut: "哪些没有计入",
    nothingLeftOut: "没有：导出文件的每一行都在本工作簿中。",
    typed: "黄色单元格由您填写，其余由公式得出。",
    dataEnd: (day) => `数据中最新的结单日期是 ${day}。`,
    dataOld: (day, asOf) => `数据中最新的结单日期是 ${day}，远早于 ${asOf}：近几个月的数字为空。请在“设置”中检查统计日。`,
    rowsLeftOut: (count, file) => `${file}：${count.toLocaleString("en")} 行，见“导入报告”。`,
    sheetLeftOut: (sheet, why) => `${sheet}：${why}`,
    needsDeals: "需要商机数据，但没有提供。",
    notChosen: "未选择。",
    keyFigures: "关键数字",
    sheets: {
      setup: "统计日、币种、阶段、期限：所有可设置的内容",
      goals: "四个维度的目标，含进度、节奏和状态",
      funnel: "商机如何逐阶段推进，最大流失在哪里",
      journey: "客户从认知到续费的全程，以及谁负责什么",
      dashboard: "开会要看的数字，一页看完",
      definitions: "每个数字的含义",
      importReport: "读取了什么、没读取什么以及原因",
      data: "导出文件的各行",
    },
  },
  definitions: {
    title: "每个数字的含义",
    note: "每个数字只在这里计算一次，其他工作表都引用它。",
  },
  importReport: {
    title: "导入报告",
    note: "读取行数 = 保留行数 + 剔除行数。每条发现都说明是什么、在哪里、怎么办。",
    filesTitle: "文件",
    findingsTitle: "发现",
    noFindings: "没有需要说明的问题。",
    completenessTitle: "各列完整度",
    evidence: (matched, columns) => `${matched} / ${columns}`,
  },
};
