import type { Text } from "../en";

export const paneCheck: Text["pane"]["check"] = {
  title: "核对识别结果",
  tables: "表格",
  evidence: (what, matched, columns) => `${what}，${columns} 列中识别出 ${matched} 列`,
  ofCrm: (crm, object) => (crm === null ? object : `${crm} ${object}`),
  unsure: "无法确定这张表的内容。请指明每一行是什么，并核对下面的字段。",
  object: "每一行是",
  rows: (read, kept) =>
    read === kept
      ? `${kept.toLocaleString("zh-CN")} 行全部使用。`
      : `共 ${read.toLocaleString("zh-CN")} 行，使用 ${kept.toLocaleString("zh-CN")} 行；其余行未使用的原因见下方。`,
  records: (read, kept) =>
    read === kept
      ? `${kept.toLocaleString("zh-CN")} 条记录全部计入。`
      : `共 ${read.toLocaleString("zh-CN")} 条记录，计入 ${kept.toLocaleString("zh-CN")} 条；其余未计入的原因见下方。`,
  columns: "列",
  fieldOf: (column) => `“${column}”列对应的字段`,
  noField: "无对应字段，原样保留",
  confidence: { said: "按您所说", sure: "确定", likely: "很可能", doubtful: "请核对" },
  evidenceKinds: { said: "以前说过", "crm-header": "CRM 表头", "known-header": "常用表头", words: "按列名", values: "按内容" },
  because: (headers) => `依据表头：${headers}。`,
  example: (value) => `例如 ${value}`,
  noExample: "没有值",
  questions: "请回答",
  fillQuestion: (column, count) => `“${column}”列有 ${count.toLocaleString("zh-CN")} 个单元格在某个值下方为空。上方的值也适用于它们吗？`,
  fill: "是，向下填充",
  leave: "否，保持空白",
  orderQuestion: (column, example) => `“${column}”列的日期有两种读法。${example} 是哪一种？`,
  orderQuestionNoExample: (column) => `“${column}”列的日期有两种读法。哪个在前？`,
  order: { dmy: "日在前", mdy: "月在前" },
  findings: "发现的情况",
  noFindings: "没有需要说明的：每一行、每个单元格都已正确读取。",
  unmapped: (count: number) => `${count.toLocaleString("zh-CN")} 列没有对应的字段，已原样保留`,
  and: "、",
  leftOut: (count) => `未计入（${count.toLocaleString("zh-CN")}）`,
  toCheck: (count) => `请核对（${count.toLocaleString("zh-CN")}）`,
  more: (count) => `再显示 ${count.toLocaleString("zh-CN")} 条`,
  showRow: (row) => `查看第 ${row.toLocaleString("zh-CN")} 行`,
  goToRow: (row) => `转到第 ${row.toLocaleString("zh-CN")} 行`,
  hideRow: "收起",
  before: "上一处",
  after: "下一处",
  lineOf: (at, count) => `第 ${at.toLocaleString("zh-CN")} 处，共 ${count.toLocaleString("zh-CN")} 处`,
  line: (row) => `第 ${row.toLocaleString("zh-CN")} 行`,
  noLine: "此处无法显示该行。请打开文件，查看该行。",
  blank: "空",
  filled: (column) => `“${column}”已用上一行的值填充。`,
  reading: "正在重新读取…",
  changed: "已更改，表格已重新读取。",
  next: "选择要生成的内容",
};
