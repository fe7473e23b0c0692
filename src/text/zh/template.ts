import type { Text } from "../en";

export const template: Text["template"] = {
  "not-json": (file) => `${file} 不是模板：无法按 JSON 读取。请用“salesbook templates save”或窗格的“分享”重新保存。`,
  "not-template": (file) => `${file} 是 JSON，但不是 Salesbook 模板。请用“salesbook templates save”或窗格的“分享”保存一个。`,
  newer: (file) => `${file} 由更新版本的 Salesbook 保存。请先升级再试。`,
  odd: (file, where) => `${file}：“${where}”不符合模板的格式。请重新保存，或修正该处。`,
  unknown: (file, names) => `${file}：以下内容无法识别，已略过：${names}。`,
  stagesLeft: "已略过模板中的阶段：导出数据有自己的阶段。",
  madeFrom: (book) => `取自 ${book}`,
  saved: (path, tables) => `已写入 ${path}：${tables}。`,
  leftOut: (count, where) => `有 ${count} 个单元格因含有客户名称、邮箱或电话而留空：${where}。`,
};
