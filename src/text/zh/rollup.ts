import type { Text } from "../en";

export const rollup: Text["rollup"] = {
  "not-a-rollup": (file) => `${file} 是 JSON 或文本，但不是 Salesbook 的汇总文件。请选择由“salesbook rollup”生成的文件，或 CSV、Excel 导出文件。`,
  newer: (file) => `${file} 由更新版本的 Salesbook 生成。请先升级，再重试。`,
  "cut-off": (file) => `${file} 不完整，中途结束。请重新复制，或请制作者用“salesbook rollup”重新生成。`,
  damaged: (file, where) => `${file} 已损坏：“${where}”不符合汇总文件的格式。请重新复制，或请制作者用“salesbook rollup”重新生成。`,
  lengths: (file, where) => `${file} 已损坏：“${where}”的行数与所在的表不一致。请重新复制，或请制作者用“salesbook rollup”重新生成。`,
  unanswered: (file) => `工作簿的设置需要 ${file} 中没有的数字。请保留汇总的统计日，或请制作者用“salesbook rollup … --for 工作簿.xlsx”按所需统计日为本工作簿重新生成。未写入任何内容。`,
  "too-long": (file) => `${file} 的行数超过一张工作表的上限（1,048,575）。请缩短导出的时间段，或请会用命令行的同事生成汇总文件（“salesbook rollup 文件 -o rollup.json”），再在这里选择它。`,
  older: (file) => `${file} 未使用：已有的汇总文件更新。`,
  twice: (file) => `${file} 与另一张表是同一类记录，汇总无法与其他数据合并。请移除其中之一。`,
  shown: (records, what, rows) => `${what} ${records.toLocaleString("zh-CN")} 条，汇总为 ${rows.toLocaleString("zh-CN")} 行`,
  made: (engine, place, at) => `由 ${engine} ${place === "" ? "" : `从 ${place} `}汇总，${at}。`,
  notCompared: "汇总文件中是成组的商机，不逐条比较变化。",
  leftOut: (fields) => `以下列的取值太多，未按其汇总：${fields}。`,
  asOf: (day) => `统计日 ${day}：由它生成的工作簿以该日为准。`,
};
