// A plan made by hand that uses everything a plan can say; its cached values are right.

import type { CellPlan, ChartPlan, ColumnPlan, Format, Look, NamePlan, RangePlan, SheetPlan, TablePlan, WorkbookPlan } from "../../src/sheets/plan";
import { marksOf } from "../../src/sheets/write-marks";
import type { CellValue } from "../../src/values";

type Language = WorkbookPlan["language"];

/** A small sales workbook: dashboard, goals, funnel, set-up, deals, and a sheet of awkward texts. */
export function samplePlan(language: Language = "en"): WorkbookPlan {
  const say = (en: string, zh: string) => (language === "en" ? en : zh);
  const names = {
    dashboard: say("Dashboard", "仪表盘"), goals: say("Goals", "目标"), funnel: say("Sales funnel", "销售 漏斗"), setUp: say("Setup", "设置"),
    deals: say("Deals", "商机"), texts: say("It's awkward", "特殊'文本"),
  };
  const sheets = [dashboard(say, names), goals(say, names), funnel(say, names), setUp(say, names), dealsSheet(names.deals, 40), awkward(names.texts)];
  const marks = marksOf(sheets, new Map(), language);
  return {
    language,
    title: say("Sales workbook <2026> & goals", "销售工作簿 <2026> & 目标"),
    currency: language === "en" ? "USD" : "CNY",
    sheets,
    names: [
      input("CompanyName", names.setUp, 3, 1), input("AsOf", names.setUp, 4, 1), input("GoodRate", names.setUp, 5, 1), input("Region", names.setUp, 6, 1),
      { name: "Total_Won", sheet: names.dashboard, area: { top: 4, left: 0, bottom: 4, right: 0 }, input: false },
      input("Note", names.setUp, 8, 0),
      ...marks.names,
    ],
    functions: [{ name: "SALES_LTVCAC", formula: "_xlfn.LAMBDA(_xlpm.ltv,_xlpm.cac,_xlpm.ltv/_xlpm.cac)" }, ...marks.functions],
  };
}

type Say = (en: string, zh: string) => string;
type Names = Readonly<Record<"dashboard" | "goals" | "funnel" | "setUp" | "deals" | "texts", string>>;

const stages = ["Lead", "Qualified", "Proposal", "Negotiation", "Won"] as const;
const owners = ["Ada Lovelace", "Li Wei 李伟", "José Núñez", "Grace Hopper"] as const;
const months = [46023, 46054, 46082, 46113, 46143, 46174];

/** A made-up deal for a number; no chance in it. */
function deal(at: number) {
  const chance = (at * 7919 + 31) % 100;
  const stage = stages[[22, 42, 58, 70].filter((bound) => chance >= bound).length] ?? "Lead";
  return {
    id: `00${1000 + at}`, account: `Account ${(at * 37) % 23}`, owner: owners[(Math.imul(at + 1, 0x9e3779b1) >>> 9) % 4] ?? "", stage,
    amount: 5000 + ((at * 7907) % 90) * 1000, probability: ((at * 31) % 20) / 20, created: 46023 + ((at * 13) % 180),
  };
}

/** The Deals table with so many rows. */
export function dealsTable(rows: number, top = 0): TablePlan {
  const deals = Array.from({ length: rows }, (_, at) => deal(at));
  const columns: ColumnPlan[] = [
    column("Deal ID", "text", deals.map((one) => one.id)), column("Account", "text", deals.map((one) => one.account)),
    column("Owner", "text", deals.map((one) => one.owner)), column("Stage", "text", deals.map((one) => one.stage)),
    column("Amount", "money", deals.map((one) => one.amount)), column("Probability", "percent", deals.map((one) => one.probability)),
    column("Created", "day", deals.map((one) => one.created)),
    { ...column("Weighted", "money", deals.map((one) => one.amount * one.probability)), owner: "formula", formula: "Deals[[#This Row],[Amount]]*Deals[[#This Row],[Probability]]" },
    { ...column("Big?", "general", deals.map((one) => one.amount > 60000)), owner: "formula", formula: "Deals[[#This Row],[Amount]]>60000", look: "centred" },
    { ...column("Next\nstep", "text", deals.map((_, at) => (at % 4 === 0 ? `Call back & confirm <${at}>` : null))), owner: "user", look: "input" },
  ];
  return { name: "Deals", kind: "mirror", key: ["Deal ID"], top, left: 0, rows, columns, filter: true, style: "data" };
}

function dealsSheet(name: string, rows: number): SheetPlan {
  return sheet({
    id: "deals", name, tab: "slate", columnWidths: [11, 16, 18, 15, 14, 13, 13, 14, 9, 30], tables: [dealsTable(rows)], freeze: { rows: 1, columns: 1 },
    rules: [{ kind: "equals", area: area(1, 3, rows, 3), text: "Won", tone: "good" }],
    print: { orientation: "landscape", paper: "a4", repeatRows: [0, 0], fitToHeight: false },
  });
}

function wonBy(owner: string): number {
  return sum(Array.from({ length: 40 }, (_, at) => deal(at)).filter((one) => one.stage === "Won" && one.owner === owner).map((one) => one.amount));
}

function dealsIn(stage: string): number {
  return Array.from({ length: 40 }, (_, at) => deal(at)).filter((one) => one.stage === stage).length;
}

function dashboard(say: Say, names: Names): SheetPlan {
  const won = sum(owners.map(wonBy));
  const count = dealsIn("Won");
  const card = (left: number, label: string, value: CellValue, formula: string, format: Format, note: string): CellPlan[] => [
    { ...cell(3, left, label, "cardLabel"), across: 3 },
    { ...cell(4, left, value, "cardValue", format), formula, across: 3 },
    { ...cell(5, left, note, "cardNote"), across: 3 },
  ];
  const trend = [21000, 34500, 28000, null, 51000, 47500];
  const growth = trend.map((value, at) => (at === 0 || value === null || trend[at - 1] === null ? "" : value / (trend[at - 1] as number) - 1));
  const trendTable: TablePlan = {
    name: "Trend", kind: "mirror", key: ["Month"], top: 8, left: 0, rows: 6, filter: false, style: "report",
    columns: [
      column("Month", "month", months, "label"), column("Won amount", "money", trend, "value"),
      { ...column("Growth", "change", growth, "value"), owner: "formula", formulas: growth.map((_, at) => (at === 0 ? null : `IF(OR(B${10 + at}="",B${9 + at}=""),"",B${10 + at}/B${9 + at}-1)`)) },
    ],
  };
  const byMonth = range(names.dashboard, area(9, 0, 14, 0), months);
  return sheet({
    id: "dashboard", name: names.dashboard, tab: "navy", columnWidths: [13, 15, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13], tables: [trendTable], rowHeights: new Map([[6, 10], [8, 24]]),
    cells: [
      { ...cell(0, 0, say("Sales dashboard", "销售仪表盘"), "title"), across: 6 },
      { ...cell(1, 0, say("As of 2026-06-30 · every number is a live formula", "截至 2026-06-30 · 每个数字都是实时公式"), "subtitle"), across: 6 },
      ...card(0, say("Won", "赢单金额"), won, 'SUMIFS(Deals[Amount],Deals[Stage],"Won")', "money", say("closed in the period", "期间内赢单")),
      ...card(3, say("Win count", "赢单数"), count, 'COUNTIFS(Deals[Stage],"Won")', "count", say("deals", "个商机")),
      ...card(6, say("Average deal", "平均客单价"), count ? won / count : "", 'IF(COUNTIFS(Deals[Stage],"Won")=0,"",SUMIFS(Deals[Amount],Deals[Stage],"Won")/COUNTIFS(Deals[Stage],"Won"))', "money", say("won amount ÷ won deals", "赢单金额 ÷ 赢单数")),
      ...card(9, say("LTV : CAC", "LTV : CAC"), 3.25, "13/4", "ratio", say("healthy from 3", "3 以上为健康")),
      { ...cell(7, 0, say("Trend", "趋势"), "section"), across: 3 },
      { ...cell(17, 0, say("Mind", "注意"), "section"), across: 3 },
      { ...cell(18, 0, say("No deal was won in April: a gap, not a zero.", "四月没有赢单:空缺,不是零。"), "sentence"), across: 3, down: 2 },
      { ...cell(21, 0, say("→ Goals", "→ 目标"), "link"), linkToSheet: names.goals },
      { ...cell(22, 0, say("→ Funnel", "→ 漏斗"), "link"), linkToSheet: names.funnel },
    ],
    charts: [
      chart("Combo", say("Won amount and growth", "赢单金额与增长"), "combo", area(7, 4, 22, 11), [
        { name: say("Won amount", "赢单金额"), categories: byMonth, values: range(names.dashboard, area(9, 1, 14, 1), trend), colour: "teal", draw: "bar", labels: false, axis: "first" },
        { name: say("Growth", "增长"), categories: byMonth, values: range(names.dashboard, area(9, 2, 14, 2), growth), colour: "amber", draw: "line", labels: true, axis: "second" },
      ], { legend: true, format: "money", axisTitle: say("Won", "赢单") }),
      chart("Doughnut", say("Deals by stage", "各阶段商机"), "doughnut", area(24, 0, 39, 4), [
        { name: say("Deals", "商机"), categories: range(names.funnel, area(4, 0, 8, 0), stages), values: range(names.funnel, area(4, 1, 8, 1), stages.map(dealsIn)), colour: "navy", draw: "bar", labels: true, axis: "first" },
      ], { legend: true, format: "count", pointColours: ["grey", "aqua", "teal", "blue", "navy"] }),
      chart("Lines", say("Won amount", "赢单金额"), "line", area(24, 5, 39, 11), [
        { name: say("Won amount", "赢单金额"), categories: byMonth, values: range(names.dashboard, area(9, 1, 14, 1), trend), colour: "navy", draw: "line", labels: true, axis: "first" },
      ], { legend: false, format: "money", axisMin: 0, axisMax: 60000 }),
    ],
    rules: [{ kind: "icons", area: area(9, 2, 14, 2), set: "3Arrows", from: [0, 0.1] }],
  });
}

function goals(say: Say, names: Names): SheetPlan {
  const targets = [200000, 150000, 120000, 90000];
  const won = owners.map(wonBy);
  const reached = won.map((amount, at) => amount / (targets[at] ?? 1));
  const table: TablePlan = {
    name: "GoalTable", kind: "form", key: ["Owner"], top: 4, left: 0, rows: 4, filter: false, style: "form",
    columns: [
      column("Owner", "text", [...owners], "label"), { ...column("Target", "money", targets, "input"), owner: "user" },
      { ...column("Won", "money", won, "value"), owner: "formula", formula: 'SUMIFS(Deals[Amount],Deals[Owner],GoalTable[[#This Row],[Owner]],Deals[Stage],"Won")' },
      { ...column("Attainment", "percent", reached, "value"), owner: "formula", formula: "IF(GoalTable[[#This Row],[Target]]=0,\"\",GoalTable[[#This Row],[Won]]/GoalTable[[#This Row],[Target]])" },
      { ...column("Status", "text", reached.map((part) => (part >= 1 ? "Reached" : part >= 0.5 ? "On the way" : "Behind")), "centred"), owner: "formula", formula: 'IF(GoalTable[[#This Row],[Attainment]]>=1,"Reached",IF(GoalTable[[#This Row],[Attainment]]>=0.5,"On the way","Behind"))' },
      { ...column("Due", "day", [46203, 46203, null, 46203], "input"), owner: "user" },
    ],
  };
  return sheet({
    id: "goals", name: names.goals, tab: "teal", columnWidths: [22, 15, 15, 16, 14, 14], tables: [table], freeze: { rows: 5, columns: 1 },
    cells: [
      { ...cell(0, 0, say("Goals", "目标"), "title"), across: 4 },
      { ...cell(1, 0, say("Type targets in the yellow cells; the rest follows.", "在黄色单元格中填写目标,其余自动计算。"), "subtitle"), across: 6 },
      { ...cell(3, 0, say("Targets by owner", "按负责人"), "section"), across: 6 },
      cell(9, 0, say("Total", "合计"), "total"), { ...cell(9, 1, sum(targets), "total", "money"), formula: "SUM(GoalTable[Target])" },
      { ...cell(9, 2, sum(won), "total", "money"), formula: "SUM(GoalTable[Won])" },
      { ...cell(9, 3, sum(won) / sum(targets), "total", "percent"), formula: "IF(B10=0,\"\",C10/B10)" }, cell(9, 4, null, "total"), cell(9, 5, null, "total"),
      { ...cell(11, 0, say("Best attainment (array formula)", "最佳达成率(数组公式)"), "label"), across: 3 },
      { ...cell(11, 3, Math.max(...reached), "value", "percent"), formula: "MAX(IF(GoalTable[Target]>0,GoalTable[Won]/GoalTable[Target]))", array: true },
      { ...cell(13, 0, say("Attainment is won amount ÷ target. No target is no attainment, not zero.", "达成率 = 赢单金额 ÷ 目标;没有目标即没有达成率。"), "note"), across: 6 },
    ],
    charts: [
      chart("Attainment", say("Won against target", "赢单与目标"), "column", area(15, 0, 30, 5), [
        { name: say("Target", "目标"), categories: range(names.goals, area(5, 0, 8, 0), [...owners]), values: range(names.goals, area(5, 1, 8, 1), targets), colour: "mist", draw: "bar", labels: false, axis: "first" },
        { name: say("Won", "赢单"), categories: range(names.goals, area(5, 0, 8, 0), [...owners]), values: range(names.goals, area(5, 2, 8, 2), won), colour: "teal", draw: "bar", labels: true, axis: "first" },
      ], { legend: true, format: "money" }),
      chart("Radar", say("Attainment by owner", "各负责人达成率"), "radar", area(32, 0, 47, 3), [
        { name: say("Attainment", "达成率"), categories: range(names.goals, area(5, 0, 8, 0), [...owners]), values: range(names.goals, area(5, 3, 8, 3), reached), colour: "teal", draw: "line", labels: false, axis: "first" },
      ], { legend: true, format: "percent", axisMin: 0, axisMax: 1, axisStep: 0.25 }),
    ],
    rules: [
      { kind: "dataBar", area: area(5, 3, 8, 3), colour: "aqua", min: 0, max: 1 },
      { kind: "equals", area: area(5, 4, 8, 4), text: "Reached", tone: "good" }, { kind: "equals", area: area(5, 4, 8, 4), text: "On the way", tone: "fair" },
      { kind: "equals", area: area(5, 4, 8, 4), text: "Behind", tone: "bad" }, { kind: "formula", area: area(5, 0, 8, 0), formula: "$D6>=1", tone: "strong" },
    ],
    validations: [
      { kind: "number", area: area(5, 1, 8, 1), min: 0, max: 1e12, whole: false, prompt: say("Amount to win", "目标金额"), error: say("A number, please.", "请输入数字。") },
      { kind: "day", area: area(5, 5, 8, 5) },
    ],
  });
}

function funnel(say: Say, names: Names): SheetPlan {
  const counts = stages.map((_, at) => sum(stages.slice(at).map(dealsIn)));
  const most = Math.max(...counts);
  const left = counts.map((count) => (most - count) / 2);
  const rows = stages.flatMap((stage, at): CellPlan[] => [
    cell(4 + at, 0, stage, "label"), { ...cell(4 + at, 1, dealsIn(stage), "value", "count"), formula: `COUNTIFS(Deals[Stage],A${5 + at})` },
    { ...cell(4 + at, 2, counts[at] ?? 0, "value", "count"), formula: `SUM(B${5 + at}:B$9)` },
    { ...cell(4 + at, 3, left[at] ?? 0, "value", "decimal"), formula: `(MAX($C$5:$C$9)-C${5 + at})/2` },
    { ...cell(4 + at, 4, at === 0 ? "" : (counts[at] ?? 0) / (counts[at - 1] ?? 1), "value", "percent"), formula: at === 0 ? '""' : `IF(C${4 + at}=0,"",C${5 + at}/C${4 + at})` },
  ]);
  const categories = range(names.funnel, area(4, 0, 8, 0), stages);
  return sheet({
    id: "funnel", name: names.funnel, tab: "aqua", columnWidths: [18, 12, 14, 12, 14],
    cells: [
      { ...cell(0, 0, say("Sales funnel", "销售漏斗"), "title"), across: 5 },
      { ...cell(1, 0, say("Snapshot: deals that are in a stage or past it", "快照:处于或已越过各阶段的商机"), "subtitle"), across: 5 },
      cell(3, 0, say("Stage", "阶段"), "heading", "text"), cell(3, 1, say("Deals", "商机"), "heading", "count"), cell(3, 2, say("Reached", "到达"), "heading", "count"),
      cell(3, 3, say("Spacer", "占位"), "heading", "count"), cell(3, 4, say("Step rate", "转化率"), "heading", "percent"), ...rows,
    ],
    charts: [
      chart("Funnel", say("Deals that reached each stage", "到达各阶段的商机"), "stackedBar", area(10, 0, 27, 4), [
        { name: "Spacer", categories, values: range(names.funnel, area(4, 3, 8, 3), left), colour: null, draw: "bar", labels: false, axis: "first" },
        { name: say("Reached", "到达"), categories, values: range(names.funnel, area(4, 2, 8, 2), counts), colour: "aqua", draw: "bar", labels: true, axis: "first" },
      ], { legend: false, format: "count", bare: true }),
      chart("Bars", say("Step rate", "转化率"), "bar", area(29, 0, 44, 4), [
        { name: say("Step rate", "转化率"), categories, values: range(names.funnel, area(4, 4, 8, 4), stages.map((_, at) => (at === 0 ? "" : (counts[at] ?? 0) / (counts[at - 1] ?? 1)))), colour: "blue", draw: "bar", labels: true, axis: "first" },
      ], { legend: false, format: "percent", axisMin: 0, axisMax: 1, axisStep: 0.25 }),
    ],
    print: { orientation: "portrait", paper: "a4", fitToHeight: true },
  });
}

function setUp(say: Say, names: Names): SheetPlan {
  return sheet({
    id: "setUp", name: names.setUp, tab: "amber", columnWidths: [28, 24, 46], rowHeights: new Map([[8, 46]]),
    cells: [
      { ...cell(0, 0, say("Setup", "设置"), "title"), across: 3 },
      { ...cell(2, 0, say("What we assume", "基本设定"), "section"), across: 3 },
      cell(3, 0, say("Company", "公司"), "label"), cell(3, 1, "ACME & Söhne <GmbH>", "input", "text"),
      cell(4, 0, say("As of", "截止日期"), "label"), cell(4, 1, 46203, "input", "day"), cell(4, 2, say("Every number is computed as of this day.", "所有数字以此日期计算。"), "wrapped"),
      cell(5, 0, say("A good win rate", "理想赢单率"), "label"), cell(5, 1, 0.3, "input", "percent"),
      cell(6, 0, say("Owner to look at", "查看负责人"), "label"), cell(6, 1, owners[0], "choice", "text"),
      cell(7, 0, say("Include open deals", "包含未结商机"), "label"), cell(7, 1, true, "choice"),
      { ...cell(8, 0, say("Your notes: line one\nline two", "备注:第一行\n第二行"), "inputWrapped", "text"), across: 3 },
    ],
    validations: [
      { kind: "day", area: area(4, 1, 4, 1), prompt: say("A day such as 2026-06-30\n(year-month-day)", "日期,例如 2026-06-30\n(年-月-日)") },
      { kind: "number", area: area(5, 1, 5, 1), min: 0, max: 1, whole: false }, { kind: "listOf", area: area(6, 1, 6, 1), formula: `'${names.goals}'!$A$6:$A$9` },
      { kind: "list", area: area(7, 1, 7, 1), items: ["TRUE", "FALSE"] },
    ],
  });
}

/** Texts that have broken other writers. */
export const awkwardTexts: readonly string[] = [
  "=HYPERLINK(\"http://x\",\"click\")", "+1-2", "@SUM(A1)", "-5", "00123", "1-2", "1E5", "TRUE", "#N/A", " leading", "trailing ", "two\nlines", "carriage\r\nreturn", "tab\there",
  "_x0041_", "_x005F_", "bell \u0007 and null \u0000", "emoji 😀 and 𠮷", "lone \ud83d half", "half \udc00 lone", "\uffff not a character", "<b>&amp;\"quoted\"'s</b>", "]]>", "中文 ﹫ 文本", "'quoted", "\u00a0nbsp\u00a0", "", " ",
];

function awkward(name: string): SheetPlan {
  const table: TablePlan = {
    name: "Awkward", kind: "form", key: ["No"], top: 0, left: 0, rows: awkwardTexts.length, filter: false, style: "form",
    columns: [
      column("No", "count", awkwardTexts.map((_, at) => at + 1)), { ...column(" Text with\n\"breaks\" & <signs> ", "text", awkwardTexts, "input"), owner: "user" },
      { ...column("Yes/no", "general", awkwardTexts.map((_, at) => (at % 3 === 0 ? null : at % 3 === 1)), "input"), owner: "user" },
      { ...column("Number", "general", awkwardTexts.map((_, at) => [0.1 + 0.2, 1e300, 5e-324, -0.5, 123456789012345680, null][at % 6] ?? null), "input"), owner: "user" },
      { ...column("Own", "general", awkwardTexts.map((_, at) => (at % 2 ? at * 2 : "by hand"))), owner: "formula", formulas: awkwardTexts.map((_, at) => (at % 2 ? `${at}*2` : null)) },
      { ...column("Array", "count", awkwardTexts.map((_, at) => (at + 1) * awkwardTexts.length)), owner: "formula", formula: "SUM(Awkward[[#This Row],[No]]*(Awkward[No]>0))", array: true },
    ],
  };
  return sheet({ id: "texts", name, tab: "#6A5AA8", columnWidths: [6, 40, 10, 24, 10, 10], gridlines: true, tables: [table] });
}

function cell(row: number, column: number, value: CellValue, look: Look, format: Format = "general"): CellPlan {
  return { row, column, value, look, format };
}

function column(name: string, format: Format, values: readonly CellValue[], look: Look = "plain"): ColumnPlan {
  return { name, owner: "crm", format, look, values };
}

function area(top: number, left: number, bottom: number, right: number) {
  return { top, left, bottom, right };
}

function range(sheetName: string, where: RangePlan["area"], values: readonly CellValue[]): RangePlan {
  return { sheet: sheetName, area: where, values };
}

function chart(name: string, title: string, kind: ChartPlan["kind"], where: ChartPlan["area"], series: ChartPlan["series"], rest: Pick<ChartPlan, "legend" | "format"> & Partial<ChartPlan>): ChartPlan {
  return { name, title, kind, area: where, series, alt: `${title}: ${series.map((one) => one.name).join(", ")}`, ...rest };
}

function input(name: string, sheetName: string, row: number, at: number): NamePlan {
  return { name, sheet: sheetName, area: area(row, at, row, at), input: true };
}

/** A sheet with nothing but what is said. */
export function sheet(rest: Pick<SheetPlan, "id" | "name"> & Partial<SheetPlan>): SheetPlan {
  return {
    tab: "navy", columnWidths: [], rowHeights: new Map(), gridlines: false, cells: [], tables: [], charts: [], rules: [], validations: [],
    print: { orientation: "landscape", paper: "a4", fitToHeight: true }, ...rest,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
