import type { SheetText } from "../whole";
import { roadmapSeeds } from "./roadmap-seeds";

export const roadmap: SheetText["roadmap"] = {
  title: "高质量发展路线图",
  headline: "现状 {now} 分（满分 5 分），目标 {target} 分。差距最大：{dimension}（差 {gap} 分）。",
  noScores: "请先为下方各题打分（1–5 分），雷达图和差距随即得出。",
  progress: "里程碑：已完成 {done} 个，共 {all} 个；进度落后 {behind} 个，已逾期 {overdue} 个。",
  dimensions: { goals: "目标", processes: "流程", capability: "能力", tools: "工具与数据", collaboration: "协作" },
  phases: { base: "一、夯实基础，优化流程", data: "二、提升能力，数据驱动", whole: "三、全面协同，持续创新" },
  standing: {
    title: "现状诊断",
    dimension: "维度", widest: "差距最大的一项", now: "现状", level: "水平", target: "目标", gap: "差距", scored: "已评题数", all: "总体",
    levels: ["起步", "发展中", "已规范", "可管控", "领先"],
    chartTitle: "哪个维度离目标最远？",
    chartAlt: "五个维度的雷达图：现状均分与目标分，0 到 5 分",
  },
  stages: {
    title: "三个阶段",
    phase: "阶段", aim: "重点", milestones: "里程碑数", next: "下一个里程碑", from: "开始", to: "结束", done: "完成度", state: "状态",
    aims: {
      base: "统一口径，数据规范，阶段准入准出清晰",
      data: "培训、方法与辅导到位；看板与复盘支撑决策",
      whole: "各部门共担目标；有效做法固化为标准并持续改进",
    },
  },
  milestones: {
    title: "里程碑与甘特图",
    note: "黄色单元格由您填写；在最后一行下方直接输入即可新增里程碑。■ 已完成 · □ 未完成 · ◆ 只有截止日期的里程碑 · │ 与 ▼ 为统计截止日",
    phase: "阶段", milestone: "里程碑", owner: "负责人", resources: "资源需求", start: "开始日期", due: "截止日期", done: "完成度", status: "状态",
    month: "月份", today: "统计截止日", day: "日",
    statuses: { done: "已完成", onPlan: "按计划", behind: "进度落后", overdue: "已逾期", notYet: "未开始", noDates: "缺截止日期" },
    prompts: { day: "请输入日期。", done: "0% 至 100%", phase: "三个阶段之一" },
  },
  settings: {
    firstDay: "甘特图首日", step: "每格天数", behindBy: "完成度比时间进度低多少算落后", adoption: "采用率目标",
  },
  diagnosis: {
    title: "诊断问卷：五个维度 25 题",
    note: "1 没有做到 · 2 部分做到 · 3 基本做到 · 4 全面做到 · 5 优于同行。请与团队一起评分，并写下依据。选择了指标的题目，旁边显示数据中的实际值。",
    dimension: "维度", question: "题目", score: "评分", evidence: "依据", target: "目标分", gap: "差距", value: "数据实际值", measure: "参考指标",
    prompts: { score: "1（没有做到）到 5（优于同行）的整数", measure: "本工作簿中与该题相关的指标" },
  },
  pilots: {
    title: "试点记录", note: "先在一个团队或区域试行：有效的保留，差一点的调整，其余停止。",
    team: "团队或区域", what: "试点内容", start: "开始日期", measure: "衡量指标", before: "试点前", after: "试点后", change: "变化", verdict: "结论",
    verdicts: { keep: "保留", adjust: "调整", stop: "停止" },
    count: "试点共 {all} 项：保留 {keep} 项，调整 {adjust} 项，停止 {stop} 项，未下结论 {open} 项。", none: "还没有试点，请从下面第一行开始记录。",
  },
  rollOut: {
    title: "推广记录", note: "每个团队一行：培训、支持，以及有多少人已按新方式工作。",
    team: "团队", what: "推广内容", training: "培训完成率", support: "支持措施", date: "统计日期", adoption: "采用率", people: "人数", remark: "备注",
    count: "这些团队中 {mean} 的人已按新方式工作；{all} 个团队中有 {reached} 个达到 {goal}。", none: "还没有填写人数和采用率的团队。",
  },
  rhythm: {
    title: "复盘机制", note: "常看才能常新。填写上次召开日期，下次日期自动得出。",
    review: "会议", what: "关注内容", leader: "主持", sheets: "使用的工作表", last: "上次召开", next: "下次", every: "间隔天数", state: "状态",
    states: { planned: "已排期", overdue: "已超期", never: "尚未召开" },
  },
  figures: { title: "可选指标", note: "在诊断问卷的“参考指标”列中选择。" },
  seeds: roadmapSeeds,
  definitions: [
    { name: "维度得分", formula: "该维度各题评分的平均值", denominator: "已评分的题目", dateField: "无，按所填评分" },
    { name: "差距", formula: "题目：目标分 − 评分；维度：平均目标分 − 平均评分", denominator: "两项都已填写的题目", dateField: "无" },
    { name: "里程碑状态", formula: "进度落后：完成度 + 容差 <（统计截止日 − 开始 + 1）÷（截止 − 开始 + 1）；已逾期：截止日期早于统计截止日且未完成", denominator: "有截止日期的里程碑", dateField: "开始日期、截止日期" },
    { name: "阶段完成度", formula: "Σ 完成度 × 天数 ÷ Σ 天数，取有开始和截止日期的里程碑", denominator: "开始至截止的天数", dateField: "开始日期、截止日期" },
    { name: "采用率", formula: "Σ 人数 × 采用率 ÷ Σ 人数", denominator: "两项都已填写的团队人数", dateField: "无，按所填数据" },
  ],
};
