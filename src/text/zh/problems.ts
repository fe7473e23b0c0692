import type { Text } from "../en";

export const problems: Text["problems"] = {
  empty: (file) => `“${file}”是空的。请从 CRM 重新导出，并保留表头。`,
  "no-rows": (file) => `“${file}”只有表头，没有数据行。请检查导出时的筛选条件。`,
  "not-a-table": (file) => `“${file}”不是表格。请粘贴或选择带表头的 CSV、TSV 或 Excel 导出文件。`,
  "not-readable": (file) => `“${file}”无法打开。如果设有密码，请另存一份不带密码的文件。`,
  "unknown-encoding": (file) => `“${file}”的编码在此无法读取。请另存为“CSV UTF-8”后重试。`,
};
