import type { Text } from "../en";

export const excel: Text["excel"] = {
  "protected-structure": () => "工作簿受保护，无法添加工作表。请在“审阅 > 保护工作簿”中取消保护，然后重试。",
  "read-only": () => "工作簿以只读方式打开。请选择“启用编辑”或另存副本，然后重试。",
  "cell-edit": () => "有单元格正在编辑。请在 Excel 中按 Enter 或 Esc，然后重试。",
  "session-lost": () => "Excel 与工作簿的连接已中断。请关闭窗格，重新打开工作簿后再试：您填写的内容已保留。",
  refused: () => "数据过大，Excel 拒绝写入。请重试；如仍不行，请减少工作表或缩短导出数据。",
  cancelled: () => "您已停止操作。填写的内容仍在原处。",
  "no-selection": () => "没有选定可读取的内容。请选定连同表头的各行，或表格中的一个单元格，然后重试。",
  "selection-too-big": () => "选定区域过大。请只选定导出数据的行和列。",
  "other-workbook": () => "现在位于前台的是另一个工作簿。请回到开始时的工作簿，然后重试。",
  "cell-taken": () => "活动单元格不为空。请选定一个空单元格，然后重试。",
  "protected-sheet": ({ sheet }) => `工作表“${sheet}”受保护。请在“审阅 > 撤消工作表保护”后重试。`,
  "sheet-taken": ({ sheet }) => `您已有一张名为“${sheet}”的工作表。请将其重命名，然后重试。`,
  "name-taken": ({ name }) => `您已有名称“${name}”。请在“公式 > 名称管理器”中改名，然后重试。`,
  "table-taken": ({ name }) => `您已有一个名为“${name}”的表格。请在“表设计”中改名，然后重试。`,
  merged: ({ sheet, address }) => `“${sheet}”的 ${address} 处有合并单元格。请取消合并，然后重试。`,
  filtered: ({ sheet, table }) => `“${sheet}”上的表格 ${table} 正在筛选。请清除筛选（数据 > 清除），然后重试。`,
  "no-room": ({ sheet }) => `“${sheet}”上的空间不足。请将您自己的内容移到表格下方或旁边，然后重试。`,
  "co-author": ({ sheet }) => `其他人正在编辑“${sheet}”。请稍候再试。`,
  "api-missing": ({ set }) => `此版本的 Excel 过旧（需要 ${set}）。请更新 Excel，或在网页版 Excel 中打开工作簿。`,
  unknown: ({ code, said }) => `Excel 报告错误：${said}（${code}）。您填写的内容已保留，请重试。`,
};
