import type { ChineseDescribed, ChineseHelp } from "../../functions";

type Id = "GOALPROGRESS" | "GOALPACE" | "GOALSTATUS";

const measured = {
  actual: "最新数值", target: "要达到的值；“提升”填增加的量，“按 % 提升”“按 % 降低”填相对基准值的比例，“保持在区间”填下限",
  baseline: "起点数值；省略时按目标完成比例计算", direction: "“提升至”“降低至”“提升”“按 % 提升”“按 % 降低”或“保持在区间”。省略时，目标值低于基准值为“降低至”，否则为“提升至”", upper: "上限，用于“保持在区间”",
};
const timed = { startDate: "目标的第一天", deadline: "目标的最后一天", asOf: "实际值所属的日期，例如 TODAY()" };

/** What the JSDoc says, in Chinese. */
export const goalsDescribed: ChineseDescribed<Id> = {
  GOALPROGRESS: { description: "目标已完成的比例：（实际值 − 基准值）÷（应达到值 − 基准值）。1 表示达成。", parameters: measured, returns: "进度占比；方向相反时为负" },
  GOALPACE: { description: "目标进度除以已过时间占比。不低于 1 表示跟得上时间。", parameters: { ...measured, ...timed }, returns: "节奏；“保持在区间”时为进度本身" },
  GOALSTATUS: {
    description: "目标状态：已达成、正常推进、有风险、偏离或已逾期。",
    parameters: { ...measured, ...timed, thresholds: "两格：低于第一格的节奏为有风险，低于第二格为偏离。省略为 90% 和 70%" },
    returns: "状态；方向用中文填写时为中文，否则为英文",
  },
};

const reached = ["应达到值：目标值；提升：基准值 + 目标值；按 % 提升：基准值 + |基准值| × 目标值；按 % 降低：基准值 − |基准值| × 目标值", "进度：（实际值 − 基准值）÷（应达到值 − 基准值）"];
const directions = [
  "实际值、目标值和基准值用同一单位：都写 0.42、0.5，或都写 42、50。文本 42% 即 0.42。“按 %”的目标值是相对基准值的比例：15% 或 0.15。",
  "省略方向时，有基准值且目标值更低为“降低至”，否则为“提升至”。没有基准值而又越低越好时，请自己填“降低至”。",
  "没有基准值就没有路径：进度为实际值 ÷ 目标值；越低越好时为目标值 ÷ 实际值。",
  "保持在区间：在目标值与上限之间为 1；在外面时按距离占区间宽度的比例扣减，最低为 0。",
  "空单元格不是 0：会说明缺的是哪一项。“提升”和“按 %”需要基准值，“保持在区间”需要上限。",
];

/** Help on progress, pace and status of goals. */
export const goalsHelp: ChineseHelp<Id> = {
  GOALPROGRESS: {
    formula: reached,
    source: "与 Salesbook 的“目标”工作表用同一套公式；从基准值到目标值走了多少，也是 OKR 关键结果的打分方法。",
    notes: [...directions, "进度可以大于 1 或小于 0。保留 9 位小数，刚好达到即算达成。"],
    example: {
      cells: [["目标", "实际值", "目标值", "基准值"], ["净推荐值", 42, 50, 30], ["流失率", "16%", "10%", "20%"], ["销售周期（天）", 87, 75, 90]],
      formula: "=SALES.GOALPROGRESS(B2:B4,C2:C4,D2:D4)", result: [[0.6], [0.4], [0.2]], says: "净推荐值完成 20 分中的 12 分，流失率 10 个百分点中的 4 个，销售周期 15 天中的 3 天。",
    },
    keywords: "目标 进度 完成率 指标 基准",
  },
  GOALPACE: {
    formula: [...reached, "已过时间：（统计截止日 − 开始日期）÷（截止日期 − 开始日期），0 到 1", "节奏：进度 ÷ 已过时间；没有基准值或“保持在区间”时为进度本身"],
    source: "与 Salesbook 的“目标”工作表用同一套公式。",
    notes: [...directions, "统计截止日由您指定；用 TODAY() 时结果每天变化。", "第一天还没有时间过去，没有节奏，单元格会说明。"],
    example: { formula: '=SALES.GOALPACE(42,50,"2026-01-01","2026-12-31","2026-07-02",30)', result: [[1.2]], says: "一半时间完成了 60%：节奏 1.2。" },
    keywords: "目标 节奏 进度 已过时间 截止日期",
  },
  GOALSTATUS: {
    formula: ["已达成（Achieved）：进度不低于 1；“保持在区间”须到截止日期", "已逾期（Overdue）：过了截止日期仍未达成", "正常推进（On track）：节奏不低于 90%，或尚未开始；有风险（At risk）：不低于 70%；偏离（Off track）：更低"],
    source: "与 Salesbook 的“目标”工作表用同一套公式和界限。",
    notes: [...directions, "状态不随查看者变化：方向用中文填写（如“提升至”）时状态为中文，否则为英文。", "阈值为两格：低于第一格为有风险，低于第二格为偏离。省略为 90% 和 70%。"],
    example: {
      cells: [["目标", "实际值", "目标值", "基准值", "方向"], ["净推荐值", 42, 50, 30, "提升至"], ["流失率", "16%", "10%", "20%", "降低至"], ["销售周期（天）", 87, 75, 90, "降低至"]],
      formula: '=SALES.GOALSTATUS(B2:B4,C2:C4,"2026-01-01","2026-12-31","2026-07-02",D2:D4,E2:E4)', result: [["正常推进"], ["有风险"], ["偏离"]],
      says: "时间过半：节奏分别为 1.2、0.8 和 0.4。",
    },
    keywords: "目标 状态 红绿灯 正常 风险 偏离 逾期 达成",
  },
};
