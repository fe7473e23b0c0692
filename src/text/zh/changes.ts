import type { Text } from "../en";

const deals = (count: number) => `${count.toLocaleString("zh-CN")} 个商机`;

export const changes: Text["changes"] = {
  title: (day) => `${day} 以来的变化`,
  first: "这是第一次快照：下次刷新时即可看到变化。",
  nothing: (day) => `${day} 以来没有商机发生变化。`,
  kinds: {
    new: (count, amount) => `${deals(count)}新出现在导出文件中，金额 ${amount}`,
    reopened: (count, amount) => `${deals(count)}重新打开，金额 ${amount}`,
    increased: (count, amount) => `${deals(count)}金额上调，合计增加 ${amount}`,
    decreased: (count, amount) => `${deals(count)}金额下调，合计减少 ${amount}`,
    won: (count, amount) => `${deals(count)}赢单，金额 ${amount}`,
    lost: (count, amount) => `${deals(count)}输单，金额 ${amount}`,
    gone: (count, amount) => `${deals(count)}上次仍在进行，现已不在导出文件中，金额 ${amount}`,
    slipped: (count, amount) => `${deals(count)}推迟：预计成交日期延后，涉及金额 ${amount}`,
    pulledIn: (count, amount) => `${deals(count)}提前：预计成交日期提前，涉及金额 ${amount}`,
    movedOn: (count, amount) => `${deals(count)}推进到后面的阶段，金额 ${amount}`,
    movedBack: (count, amount) => `${deals(count)}退回到前面的阶段，金额 ${amount}`,
    moved: (count, amount) => `${deals(count)}换了阶段，但阶段的先后顺序未知，金额 ${amount}`,
    changedOwner: (count, amount) => `${deals(count)}更换了负责人，金额 ${amount}`,
    restated: (count, amount) => `${deals(count)}此前已结单，金额有更改，合计相差 ${amount}`,
    goneClosed: (count, amount) => `${deals(count)}此前已结单，现已不在导出文件中，金额 ${amount}`,
  },
  bridge: (before, after) => `进行中金额：此前 ${before}，现在 ${after}`,
  unvalued: (count) => `${deals(count)}进行中但没有金额或币种没有汇率，此处按 0 计。`,
  log: {
    no: "序号", day: "统计日", id: "记录编号", name: "名称", stage: "阶段", outcome: "结果", amount: "金额", currency: "币种", due: "预计成交日期",
    closed: "结单日期", owner: "负责人", probability: "赢率", stageSince: "进入阶段日期", created: "创建日期",
  },
  gone: "已不在导出中",
  history: (day) => `来自本工作簿自 ${day} 以来的快照：导出文件没有阶段历史。移动日期以导出文件为准，没有时取首次看到变化的那次刷新的日期；进入阶段的日期不明时留空。`,
  full: (count, day) => `快照：${day} 的 ${count.toLocaleString("zh-CN")} 行未能添加，因为一张工作表已放不下。原有的行全部保留；请把一部分复制到别的工作簿并在此删除，以便继续。`,
  earlier: (asOf, last) => `快照：${asOf} 没有添加任何行，因为日志已记录到 ${last}。如果那个日期有误，请在快照表中删除它的行。`,
};
