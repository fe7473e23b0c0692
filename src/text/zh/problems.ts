import type { Text } from "../en";

export const problems: Text["problems"] = {
  empty: (file) => `“${file}”是空的。请从 CRM 重新导出，并保留表头。`,
  "no-rows": (file) => `“${file}”只有表头，没有数据行。请检查导出时的筛选条件。`,
  "not-a-table": (file) => `“${file}”不是表格。请粘贴或选择带表头的 CSV、TSV 或 Excel 导出文件。`,
  "not-readable": (file) => `“${file}”无法打开：文件已损坏或设有密码。请另存一份不带密码的文件，或重新导出。`,
  packed: (file) => `“${file}”是压缩文件。请先解压，再选择其中的文件。`,
  "too-large": (file) => `“${file}”超过 400 MB，或解压后超过 400 MB。请减少导出的列或缩短时间段，或请负责贵公司电脑的同事生成汇总文件（“salesbook rollup”），再在这里使用它。`,
  "too-long": (file) => `“${file}”超过 1,048,575 行，即一张工作表的上限。请缩短导出的时间段，或请负责贵公司电脑的同事生成汇总文件（“salesbook rollup”），再在这里使用它。`,
  "too-wide": (file) => `“${file}”超过 16,384 列，即一张工作表的上限。请只导出需要的列。`,
  "too-many-cells": (file) => `“${file}”超过 5,000 万个单元格。请减少导出的列，并删除表格旁边和下方的内容。`,
  "too-deep": (file) => `“${file}”的网页元素嵌套超过 1,000 层。请只复制表格的单元格。`,
  "unknown-encoding": (file) => `“${file}”的编码在此无法读取。请另存为“CSV UTF-8”后重试。`,
};
