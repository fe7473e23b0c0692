import type { Issue } from "../../crm/reading";
import type { Text } from "../en";

export const issues: Text["issues"] = {
  "title-line": (it) => `表头上方的标题行，未计入：${rows(it)}。`,
  "empty-row": (it) => `空行，未计入：${rows(it)}。`,
  "repeated-header": (it) => `数据中重复出现的表头，未计入：${rows(it)}。`,
  subtotal: (it) => `小计行，为避免重复计算未计入：${rows(it)}。`,
  "grand-total": (it) => `合计行，为避免重复计算未计入：${rows(it)}。`,
  footer: (it) => `表格下方的报表页脚，未计入：${rows(it)}。`,
  "deleted-record": (it) => `在 CRM 中已标记删除，未计入：${rows(it)}。`,
  "no-content": (it) => `没有可识别的内容，未计入：${rows(it)}。`,

  "duplicate-header": (it) => `表头重名：${column(it)}。后面的列已加编号，请确认应使用哪一列。`,
  "long-header": (it) => `表头超过列名上限 255 个字符，已截断：${column(it)}。请确认它确实是表头。`,
  "empty-header": (it) => `有一列没有表头：${column(it)}。已按位置命名。`,
  unmapped: (it) => `${column(it)}列没有对应的字段，已原样保留；如果需要，请为它选择字段。`,
  ungrouped: (it) => `${column(it)}列没有对应的字段，只有逐条保留的记录带有它，分组数据中没有；如果需要，请为它选择字段。`,
  "stage-days-grouped": (it) => `${it.count.toLocaleString("zh-CN")} 列阶段日期（如${column(it)}）没有生成阶段历史：商机太多，按分组统计。请把 CRM 的阶段变更记录一并导入。`,
  "other-type": (it) => `未使用：${column(it)}列在数据库中的类型与所需不符。请建一个视图，用 ${it.found ?? "?"} 代替该列，然后指定该视图。`,

  unreadable: (it) => `无法读取，已按空值处理：${cells(it)}。请更正导出文件，或为该列另选字段。`,
  hashes: (it) => `只复制到 ####，已按空值处理：${cells(it)}。请加宽该列后重新复制。`,
  placeholder: (it) => `占位内容，按缺失处理：${cells(it)}。请在 CRM 中补全。`,
  "formula-text": (it) => `以公式符号开头的文本：${cells(it)}。始终按文本保留，不会执行。`,
  "too-long": (it) => `超过 Excel 可用的长度（单元格 32,767 个字符，名称 255 个字符），已截断：${cells(it)}。完整内容请看 CRM。`,
  "negative-amount": (it) => `金额为负，按原值计算：${cells(it)}。请确认是否为退款或冲销。`,
  "percent-mixed": (it) => `百分比有两种写法（60% 和 0.6）：${cells(it)}。已分别识别，请核对。`,
  "date-order-assumed": (it) => `日期的日、月顺序不明确：${cells(it)}。整列按同一种顺序读取，请核对。`,
  "date-order-mismatch": (it) => `日期顺序与本列其他日期不同：${cells(it)}。请核对。`,
  "far-year": (it) => `年份在 2399 年之后，已按空值处理：${cells(it)}。如为佛历，请以公历（如 2026 年）导出。`,
  "decimal-comma": (it) => `数字以逗号作小数点，已按此读取：${cells(it)}。`,
  "decimal-ambiguous": (it) => `逗号或句点可能是千分位，也可能是小数点：${cells(it)}。请核对金额。`,

  missing: (it) => `空值：${cells(it)}。用到它的指标不含这些记录。`,
  duplicate: (it) => `重复的记录：${rows(it)}。请检查 CRM 中是否重复录入。`,
  "duplicate-unchecked": (it) => `记录太多并按分组读取，未检查重复：${rows(it)}。请在 CRM 中检查。`,
  "merged-blanks": (it) => `合并单元格下方的空白：${cells(it)}。如果应与上一行相同，请在窗格中回答“是，向下填充”，或在 CRM 中补全。`,
  "actual-amount": (it) => `赢单商机按实际金额而非预计金额统计：${cells(it)}。如应按预计金额统计，请不要为该列选择字段。`,
  "outcome-contradicts-stage": (it) => `阶段与赢单/输单标记不一致：${rows(it)}。以阶段为准，请在 CRM 中更正标记。`,
  "unknown-stage": (it) => `未知阶段，按进行中处理：${cells(it)}。请在“设置”表中指定它的结果。`,
  "close-before-created": (it) => `关闭日期早于创建日期：${rows(it)}。不计算其天数，请更正日期。`,
  "ragged-row": (it) => `单元格数与表头不一致：${rows(it)}。请检查多余的引号或分隔符。`,

  encoding: (it) => it.found === "\ufffd" ? `有 ${it.count} 个字符无法解码，显示为“\ufffd”。请重新导出为 UTF-8。` : `文件不是 UTF-8，已按 ${it.found ?? "?"} 读取。如果名称显示不正确，请导出为 UTF-8。`,
  currencies: (it) => `不止一种币种：${cells(it)}。不能直接相加：其他币种在“设置”表中填写汇率后即计入。`,
  "one-created-date": () => "所有记录的创建日期相同，销售周期没有意义，已略去。",
  "no-close-date": (it) => it.column === null ? "没有关闭日期，因此没有销售周期和按月数据。请在导出中加上该列。" : `已赢单或输单但没有关闭日期，因此不计入任何月份和销售周期：${it.count.toLocaleString("zh-CN")} 个商机（${column(it)}列）。请在 CRM 中补全。`,
  "join-miss": (it) => `在另一张表中找不到对应项：${cells(it)}。请在两边使用相同的写法。`,

  "sheet-unknown": (it) => `未读取：${sheets(it)}。没有认出销售记录；如果其中有，请把该工作表另存为单独的文件再导入。`,
  "sheet-repeated": (it) => `为避免重复计算未读取：${sheets(it)}。其中多数记录在更大的工作表上也有；如果应以它为准，请另存为单独的文件。`,
  "sheet-other": (it) => `您指定了其他记录，因此未读取：${sheets(it)}。如需读取，请为这些记录再次指定该文件，或不指定文件内容。`,
  "sheet-hidden": (it) => `隐藏的工作表未读取：${sheets(it)}。如需读取，请在 Excel 中取消隐藏并保存。`,
  "file-other": (it) => `未读取文件夹中的 ${it.count} 个文件：“${it.found ?? "?"}”。文件夹只读取 CSV、Parquet 和 JSON 文件；如其中有记录，请另存为这些格式，或单独指定该文件。`,
  "file-empty": (it) => `有 ${it.count} 个文件没有数据行：“${it.found ?? "?"}”。如果应当有数据，请检查导出时的筛选条件。`,
};

function column(issue: Issue): string {
  return `“${issue.column ?? "?"}”`;
}

function sheets(issue: Issue): string {
  return `工作表“${issue.found ?? "?"}”`;
}

function rows(issue: Issue): string {
  return `${issue.count.toLocaleString("zh-CN")} 行${example(issue)}`;
}

function cells(issue: Issue): string {
  const count = issue.count.toLocaleString("zh-CN");
  const where = issue.column === null ? `${count} 行` : `${column(issue)}列 ${count} 个单元格`;
  return `${where}${example(issue)}`;
}

function example(issue: Issue): string {
  const line = issue.row === null ? "" : `${issue.count > 1 ? "首见于第" : "第"} ${issue.row.toLocaleString("zh-CN")} 行`;
  const found = issue.found === null || issue.found === "" ? "" : `“${shortened(issue.found)}”`;
  const inside = [line, found].filter((part) => part !== "").join("，");
  return inside === "" ? "" : `（${inside}）`;
}

function shortened(found: string): string {
  return found.length > 60 ? `${found.slice(0, 59)}…` : found;
}
