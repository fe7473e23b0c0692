import type { SheetText } from "../whole";

export const quality: SheetText["quality"] = {
  title: "数据质量",
  separator: "、",
  headline: {
    filled: "应填的单元格已填 {share}（目标 {target}）。", nothing: "",
    risk: "{n} 个进行中的商机缺关键字段：{amount} 有风险，占进行中金额的 {share}。",
    noRisk: "进行中的商机都不缺关键字段。", noOpen: "没有进行中的商机。", noAmount: "进行中的商机缺关键字段，但都没有金额。",
  },
  verdicts: { high: "达到高目标", onTarget: "达标", below: "未达标" },
  settings: {
    title: "目标与界限",
    labels: { target: "完整度目标", high: "高目标", timely: "一天内录入的目标", day: "新鲜（天以内）", week: "一周", month: "一个月" },
    notes: {
      target: "文章：字段完整度 95% 以上", high: "文章中的制造企业：98%", timely: "文章：每次客户互动后 24 小时内更新",
      day: "距最近跟进或修改的天数；导出表只有日期没有时刻，所以 1 表示今天或昨天", week: "到此为一周内更新过", month: "到此为一个月内，超过算更早",
    },
  },
  risk: {
    title: "缺失数据带来的风险",
    labels: { open: "进行中的商机", lacking: "其中缺关键字段", worth: "进行中金额", atRisk: "风险金额", share: "占进行中金额" },
    notes: { open: "既未赢单也未输单", lacking: "下列关键字段至少有一个为空", worth: "有金额的进行中商机", atRisk: "缺关键字段的进行中商机金额；没有金额的不计", share: "风险金额 ÷ 进行中金额" },
  },
  fields: {
    account: "客户", owner: "负责人", contact: "联系人", amount: "金额", due: "预计成交日期", nextStep: "下一步", source: "来源", product: "产品", region: "区域", probability: "赢率",
    competitor: "竞争对手", lastActivity: "最近跟进", nextActivity: "下次跟进", type: "类型", forecastCategory: "预测类别",
  },
  keyFields: {
    title: "关键字段", needs: "关键字段和风险金额需要商机：请导入商机表。",
    note: "选出进行中的商机不该缺的字段，本表随之计算。所有进行中商机都没填的字段，初始不算关键字段：没人填它，否则全部商机都会算作有风险。",
    absent: "本次导出没有：{fields}。在导出中加上这一列就能检查。",
    unused: "所有进行中的商机都没填：{fields}。标为关键字段即可看到风险。",
    columns: { field: "字段", isKey: "关键字段？" }, prompt: "进行中的商机必须有这个字段吗？",
    risk: { field: "商机字段", isKey: "关键字段？", lacks: "缺它的商机", share: "占进行中商机", amount: "涉及金额" },
    chartTitle: "缺哪个字段风险最大？", chartAlt: "缺各字段的进行中商机金额",
  },
  worst: {
    title: "缺关键字段的商机", none: "进行中的商机都不缺关键字段。", note: "共 {n} 个，金额大的在前。", noteMost: "共 {all} 个，列出金额最大的 {n} 个。缺什么随时计算；列出哪些商机，刷新时更新。",
    columns: { name: "商机", id: "记录编号", owner: "负责人", stage: "阶段", amount: "金额", line: "商机表行", lacking: "缺少" },
  },
  reps: {
    title: "谁的数据", needs: "没有进行中的商机，无法按人查看。", nobody: "（无负责人）",
    note: "各负责人进行中的商机：关键字段填写率、缺失带来的风险金额，以及距最近更新多久。各人录入跟进的及时性见“团队”表。", noteMost: "共 {all} 人，列出进行中金额最大的 {n} 人。",
    columns: { rep: "负责人", open: "进行中商机", filled: "关键字段填写率", verdict: "对照目标", amount: "进行中金额", atRisk: "风险金额", share: "风险占比" },
  },
  objects: {
    title: "各类记录的完整度", needs: "没有可统计的列。", note: "由导入报告的“完整度”表汇总。商机还不可能有的内容（未成交时的成交日期）不算缺失。",
    columns: { object: "记录", columns: "列数", cells: "单元格", missing: "空", notYet: "尚不能填", plain: "已填占全部", filled: "已填占应填", verdict: "对照目标" },
  },
  low: {
    title: "未达标的列", none: "所有列都达标。", note: "最空的在前。请补填，或不再导出没人用的列。", noteMost: "共 {all} 列，列出最空的 {n} 列。请补填，或不再导出没人用的列。",
    columns: { column: "列", object: "记录", cells: "单元格", missing: "空", notYet: "尚不能填", filled: "已填", verdict: "对照目标" },
  },
  fresh: {
    title: "新鲜度", note: "最近跟进或修改到统计日的天数，按上面的界限分档。晚于统计日的算新鲜。", needs: "新鲜度需要日期：请在导出中加上最近跟进或最后修改时间。",
    ages: { day: "一天内", week: "一周内", month: "一月内", older: "更早", none: "无日期" },
    columns: { what: "记录与日期", records: "记录数", share: "新鲜占比" },
    rows: {
      deal: { lastActivity: "进行中商机 · 最近跟进", modified: "进行中商机 · 最后修改" }, lead: { lastActivity: "未转化线索 · 最近跟进", modified: "未转化线索 · 最后修改" },
      account: { lastActivity: "客户 · 最近跟进", modified: "客户 · 最后修改" },
    },
  },
  timely: {
    title: "录入是否及时", needs: "需要同时有发生日期和创建日期的活动：请导入含这两列的活动表。", none: "没有活动同时有这两个日期。",
    grouped: "未列出：活动的分组数据看不出每次活动多久后才录入。",
    note: "录入日取创建日期；提前安排的活动取最后修改日期。两者都早于发生日的，看不出何时录入，不计入。",
    labels: { share: "一天内录入", of: "能判断的活动" },
    notes: { share: "发生后一天内录入的活动 ÷ 能判断的活动", of: "截至统计日，录入不早于发生" },
  },
  found: {
    title: "重复、缺失与矛盾", none: "导入时没有发现问题。", note: "数量来自导入报告的“发现”，那里逐行列出。",
    columns: { finding: "发现", count: "数量", example: "例如" },
  },
  shared: {
    title: "多条记录共用的名称", note: "编号不同但姓名、邮箱或电话相同的记录，可能是同一个人或公司录了两次。生成时统计。",
    columns: { what: "记录与字段", records: "已填", distinct: "不同值", more: "可能重复", times: "最多出现", most: "重复的值" },
    labels: { name: "名称", email: "邮箱", phone: "电话", website: "网址" },
  },
  definitions: [
    { name: "风险金额", formula: "至少一个关键字段为空的进行中商机金额", denominator: "无（占比：全部进行中商机金额）", dateField: "无：以导出时为准" },
    { name: "关键字段填写率（按人）", formula: "1 − 该负责人进行中商机的空关键字段数 ÷（进行中商机数 × 关键字段数）", denominator: "进行中商机数 × 关键字段数", dateField: "无" },
    { name: "各类记录的完整度", formula: "已填单元格 ÷ 应填单元格，全部有名称的列", denominator: "应填单元格", dateField: "无" },
    { name: "新鲜度", formula: "按最近跟进（或修改）到统计日的天数统计记录", denominator: "进行中商机、未转化线索、客户", dateField: "最近跟进、最后修改" },
    { name: "一天内录入", formula: "发生后一天内录入（创建；提前安排的取修改）的活动 ÷ 能判断的活动", denominator: "截至统计日、录入不早于发生的活动", dateField: "发生日期、创建日期、修改日期" },
    { name: "可能重复", formula: "有名称的记录数 − 不同名称数，不分大小写和首尾空格", denominator: "无", dateField: "无" },
  ],
};
