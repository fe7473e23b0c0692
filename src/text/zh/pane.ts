import type { Text } from "../en";
import { paneBuild } from "./pane-build";
import { paneCheck } from "./pane-check";
import { paneFunctions } from "./pane-functions";
import { paneRefresh } from "./pane-refresh";
import { paneShare } from "./pane-share";

export const pane: Text["pane"] = {
  product: "Salesbook",
  promise: "从 CRM 导出数据到会更新的销售工作簿",
  private: "数据只留在这台电脑上，不会发送到任何地方。",
  language: "语言",
  loading: "正在加载…",
  cancel: "取消",
  working: "正在处理…",

  places: { build: "生成", refresh: "刷新", functions: "函数", share: "分享" },
  placesLabel: "Salesbook 的各部分",
  steps: { data: "数据", check: "核对", build: "选择", done: "完成" },
  stepsLabel: "步骤",

  data: {
    title: "导入 CRM 数据",
    hint: "只要有商机就能开始；加上线索、客户、跟进记录或团队，内容会更丰富。",
    pasteLabel: "从 Excel 或 CRM 粘贴",
    pasteHint: "连同表头一起复制，点击这里，按 Ctrl+V（Mac 按 ⌘V）。",
    pasteHere: "Ctrl+V",
    pasted: "粘贴的表格",
    dropHere: "或把文件拖到这里",
    choose: "选择文件",
    kinds: "CSV、TSV、文本、Excel（.xlsx、.xls）或汇总文件（.json）",
    samples: "手边没有导出文件？先用样例试试",
    sampleLanguage: "样例的语言",
    sample: (crm) => `${crm} 样例`,
    opening: (file) => `正在读取“${file}”…`,
    opened: (file, rows) => `“${file}”已读取：${rows.toLocaleString("zh-CN")} 行。`,
    yours: "已导入的表格",
    remove: (file) => `移除 ${file}`,
    removed: (file) => `“${file}”已移除。`,
    selection: "使用选定的区域或表格",
    selecting: "正在读取选定区域…",
    next: "核对各列",
  },

  check: paneCheck,
  ...paneBuild,
  refresh: paneRefresh,
  functions: paneFunctions,
  share: paneShare,

  left: {
    title: "上次运行中途停止。",
    safe: (day) => `您填写的内容已妥善保存（${day}）。`,
    putBack: "放回原处",
    done: "您填写的内容已放回原处。",
    partly: "在工作簿中有位置的内容已放回。其余内容仍保留，刷新后即恢复。",
    kept: (day) => `您在已移除的工作表中填写的内容仍然保留（${day}），再次生成时会自动恢复。`,
  },

  trouble: {
    title: "未能完成",
    stopped: "已停止",
    noWorker: "Salesbook 的一部分未能加载。请检查网络连接，然后关闭 Salesbook 再重新打开。",
    unexpected: (said) => `出现意外情况：${said}。已导入的表格仍在，请重试或换一个文件。`,
    noDeals: "还没有商机表。请添加一份，或在“每一行是”中指明哪张表是商机。",
    dismiss: "关闭此消息",
  },
};
