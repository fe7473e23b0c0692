import type { Text } from "../en";

const none = "–";
const anyDate = "不限：全部历史";
const asExported = "不限：以导出时状态为准";
const noDeals = "导出文件中没有商机。";

export const metrics: Text["metrics"] = {
  names: {
    "deals.total": { name: "商机总数", formula: "商机表的行数", denominator: none, dateField: anyDate, why: noDeals },
    "deals.won": { name: "赢单数", formula: "处于赢单阶段的商机数", denominator: none, dateField: anyDate, why: noDeals },
    "deals.lost": { name: "输单数", formula: "处于输单阶段的商机数", denominator: none, dateField: anyDate, why: noDeals },
    "deals.open": { name: "进行中商机数", formula: "既未赢单也未输单的商机数", denominator: none, dateField: asExported, why: noDeals },
    "amount.won": { name: "赢单金额", formula: "赢单商机金额之和：导出文件有实际金额时用实际金额，否则用预计金额", denominator: none, dateField: anyDate, why: "赢单商机没有报告币种的金额。" },
    "amount.open": { name: "进行中金额", formula: "进行中商机金额之和", denominator: none, dateField: asExported, why: "进行中商机没有报告币种的金额。" },
    "amount.weighted": { name: "加权金额", formula: "进行中商机的金额 × 赢率之和；导出文件有赢率时用商机自己的赢率，否则用“设置”中该阶段的赢率", denominator: none, dateField: asExported, why: "进行中商机没有金额，或导出文件和“设置”都没有赢率。请在“设置”中填写各阶段赢率。" },
    "average-won": { name: "平均赢单金额", formula: "赢单金额 ÷ 有金额的赢单数", denominator: "有金额的赢单数", dateField: anyDate, why: "赢单商机没有金额。" },
    "win-rate": { name: "赢单率", formula: "赢单数 ÷（赢单数 + 输单数）", denominator: "赢单数 + 输单数", dateField: anyDate, why: "还没有已结单的商机。" },
    "win-rate.amount": { name: "金额赢单率", formula: "赢单金额 ÷（赢单金额 + 输单金额）", denominator: "赢单金额 + 输单金额", dateField: anyDate, why: "已结单的商机没有金额。" },
    "cycle.mean": { name: "销售周期均值", formula: "赢单商机从创建到结单的日历天数的平均值", denominator: "两个日期齐全的赢单数", dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的赢单商机。" },
    "cycle.median": { name: "销售周期中位数", formula: "赢单商机从创建到结单的日历天数的中位数", denominator: none, dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的赢单商机。" },
    "cycle.mean.lost": { name: "输单天数均值", formula: "输单商机从创建到结单的日历天数的平均值", denominator: "两个日期齐全的输单数", dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的输单商机。" },
    "cycle.median.lost": { name: "输单天数中位数", formula: "输单商机从创建到结单的日历天数的中位数", denominator: none, dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的输单商机。" },
    "cycle.mean.closed": { name: "结单天数均值", formula: "赢单和输单商机从创建到结单的日历天数的平均值", denominator: "两个日期齐全的结单数", dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的结单商机。" },
    "cycle.median.closed": { name: "结单天数中位数", formula: "赢单和输单商机从创建到结单的日历天数的中位数", denominator: none, dateField: "创建日期、结单日期", why: "没有创建日期和结单日期都合理的结单商机。" },
    stalled: { name: "停滞商机数", formula: "在当前阶段停留超过“设置”中该阶段最长停留天数的进行中商机；从进入阶段之日起算，导出文件没有阶段日期时从创建之日起算", denominator: none, dateField: "进入阶段日期、统计日", why: "进行中商机没有可起算的日期，停留多久无从得知。" },
    overdue: { name: "逾期商机数", formula: "预计成交日期早于统计日的进行中商机数", denominator: none, dateField: "预计成交日期、统计日", why: "进行中商机没有预计成交日期。" },
    velocity: { name: "销售速度", formula: "进行中商机数 × 赢单率 × 平均赢单金额 ÷ 平均销售周期：每天带来的金额", denominator: "平均销售周期（天）", dateField: "创建日期、结单日期", why: "需要进行中商机、已结单商机、金额和销售周期，缺少其中一项。" },
    "forecast.simple": { name: "简单预测", formula: "进行中商机数 × 赢单率 × 平均赢单金额", denominator: none, dateField: anyDate, why: "需要进行中商机、已结单商机和金额，缺少其中一项。" },
    "forecast.weighted": { name: "加权预测", formula: "全部进行中商机的加权金额，不论预计成交日期", denominator: none, dateField: asExported, why: "进行中商机没有金额，或导出文件和“设置”都没有赢率。请在“设置”中填写各阶段赢率。" },
    "forecast.run-rate": { name: "惯性预测", formula: "统计日之前最近三个完整月份的月均赢单金额", denominator: "3 个月", dateField: "结单日期", why: "这几个月的赢单商机没有金额。" },
    leads: { name: "线索数", formula: "线索表的行数", denominator: none, dateField: anyDate, why: "导出文件中没有线索。" },
    "leads.converted": { name: "已转化线索数", formula: "标记为已转化的线索数", denominator: none, dateField: anyDate, why: "导出文件中没有线索。" },
    "lead-conversion": { name: "线索转化率", formula: "已转化线索数 ÷ 线索总数", denominator: "线索总数", dateField: anyDate, why: "导出文件中没有线索。" },
    completeness: { name: "数据完整度", formula: "已填单元格 ÷ 可填单元格，覆盖商机（没有商机时为第一个导出文件）所有有名称的列；商机尚不能有的内容（如未结单时的结单日期）不算缺失", denominator: "可填单元格数", dateField: asExported, why: "没有可统计的单元格。" },
    "completeness.cells": { name: "已填单元格占比", formula: "已填单元格 ÷ 全部单元格，覆盖商机（没有商机时为第一个导出文件）所有有名称的列", denominator: "全部单元格数", dateField: asExported, why: "没有可统计的单元格。" },
  },
  units: { deals: "个商机", leads: "条线索", money: "金额", moneyPerDay: "金额/天", ratio: "%", days: "天" },
};
