import type { Text } from "../en";

export const paneRefresh: Text["pane"]["refresh"] = {
  title: "刷新工作簿",
  hint: "导入新的导出数据。写入之前，先看看有哪些变化。",
  notBuilt: "Salesbook 还没有在此工作簿中生成内容。",
  build: "先生成",
  needsDeals: "其中没有商机表。请添加一份，或核对各列。",
  check: "核对各列",
  unsure: (file) => `无法确定“${file}”的内容，请先核对各列。`,
  comparing: "正在与上次的导出数据比较…",
  changes: "有哪些变化",
  since: (day) => `自 ${day} 以来`,
  noSnapshot: "还没有可比较的上次导出；从这次刷新起就有了。",
  nothing: "没有变化：商机、阶段、日期和金额都与上次相同。",
  nothingWritten: "尚未写入任何内容。",
  kinds: {
    new: "新增", won: "赢单", lost: "输单", slipped: "延期", moved: "阶段变化", amount: "金额变化", reopened: "重新打开", pulledIn: "提前",
    changedOwner: "更换负责人", restated: "已关闭，金额有变", gone: "不再出现在导出中",
  },
  count: (count) => `${count.toLocaleString("zh-CN")} 个`,
  empty: "空",
  from: (before, after) => `${before} → ${after}`,
  more: (count) => `再显示 ${count.toLocaleString("zh-CN")} 个`,
  another: "再添加一张表",
  refresh: "刷新工作簿",
  done: "工作簿已是最新",
  again: "用另一份导出数据刷新",
};
