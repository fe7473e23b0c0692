import type { Text } from "../en";

export const paneFunctions: Text["pane"]["functions"] = {
  title: "在自己的单元格中使用的函数",
  hint: "在任意单元格输入 =SALES.，或从示例开始。",
  search: "查找函数",
  placeholder: "名称或关键词，例如 流失",
  shown: (shown, all) => `${all} 个函数中的 ${shown} 个`,
  nothing: (query) => `没有与“${query}”相符的函数，请换一个词。`,
  areas: { leads: "线索", deals: "商机与销售管道", customers: "客户价值", loyalty: "忠诚度与留存", goals: "目标与奖金" },
  arguments: "参数",
  optional: "可选",
  example: "示例",
  insert: "将示例插入活动单元格",
  inserted: (address) => `示例已插入 ${address}。`,
  copy: "复制示例",
  notCopied: "浏览器不允许复制。请选中上面的示例，按 Ctrl+C（Mac 上按 ⌘C）。",
  copied: "示例已复制，请粘贴到 Excel 的单元格中。",
  help: "完整帮助",
  helpOf: (id) => `${id} 的完整帮助（打开页面）`,
  failed: "无法加载函数列表。请关闭窗格后重新打开。",
};
