// The sheet Working together against figures worked out by hand, with deals and without.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { isProblem, parseTable } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, isoOf, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of working together: not run, install LibreOffice with: apt-get install libreoffice-calc");

const asOf = day("2026-11-23");

function day(iso: string): Day {
  return dayOfIso(iso) as Day;
}

function read(file: string, text: string, object: Import["recognition"]["object"]): Import {
  const table = parseTable({ file, text });
  if (isProblem(table)) throw new Error(table.problem);
  return readExport(table, { object, memory: emptyMemory });
}

/** 45 won deals, a day apart, the newest first; three lost and one open. */
function deals(more: readonly string[] = []): Import {
  const won = Array.from({ length: 45 }, (_, at) => `W${at + 1},Won ${at + 1},Closed Won,100,2026-01-01,${isoOf((asOf - at) as Day)}`);
  const others = ["L1,Lost 1,Closed Lost,100,2026-01-01,2026-11-01", "L2,Lost 2,Closed Lost,100,2026-01-01,2026-11-01", "L3,Lost 3,Closed Lost,100,2026-01-01,2026-11-01", "O1,Open 1,Proposal,100,2026-01-01,2026-12-01"];
  return read("deals.csv", ["Deal ID,Deal Name,Stage,Amount,Created Date,Close Date", ...more, ...won, ...others].join("\n"), "deal");
}

function plan(memory: Memory, language: Language = "en", imports: readonly Import[] = []): WorkbookPlan {
  return report({ imports, memory, asOf, language, sheets: ["together"] });
}

type Typed = Readonly<Record<string, { readonly headers: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }>>;

function typed(language: Language, tables: Typed, inputs: Readonly<Record<string, CellValue>> = {}): Memory {
  return { ...emptyMemory, language, inputs: new Map(Object.entries(inputs)), tables: new Map(Object.entries(tables).map(([name, { headers, rows }]) => [name, { columns: headers, rows }])) };
}

describe.each(languages)("in %s", (language) => {
  const text = wholeTextIn(language);
  const { together, goals, metrics } = text;
  const { departments, kpis } = together;
  const { atLeast, atMost } = kpis.directions;
  const cases: readonly (readonly [kpi: string, department: string, direction: CellValue, target: CellValue, actual: CellValue, status: keyof typeof kpis.statuses])[] = [
    ["there", departments.all, atLeast, 0.9, 0.9, "reached"],
    ["a tenth under", departments.sales, atLeast, 0.9, 0.81, "close"],
    ["more than a tenth under", departments.sales, atLeast, 0.9, 0.8, "behind"],
    ["0.1 + 0.2", departments.marketing, atLeast, 0.3, 0.1 + 0.2, "reached"],
    ["under what it may be", departments.service, atMost, 75, 70, "reached"],
    ["a tenth over", departments.service, atMost, 75, 82.5, "close"],
    ["far over", departments.service, atMost, 75, 90, "behind"],
    ["below nought", departments.product, atLeast, -10, -10.5, "close"],
    ["=x", departments.product, atLeast, 0.9, null, "noActual"],
    [">5", departments.product, atLeast, "soon", 1, "noTarget"],
  ];
  const headers = [kpis.kpi, kpis.department, kpis.direction, kpis.target, kpis.typed, kpis.unit, kpis.measure];
  const rows = cases.map(([kpi, department, direction, target, actual]): readonly CellValue[] => [kpi, department, direction, target, actual, kpis.units.number, goals.typedIn]);
  const measured: readonly CellValue[] = ["measured", departments.sales, atLeast, 0.5, 0.1, kpis.units.percent, metrics.names["win-rate"].name];
  const memory = typed(language, {
    SharedKpis: { headers, rows: [...rows, measured] },
    CommitteeActions: {
      headers: [together.actions.action, together.actions.department, together.actions.due, together.actions.status],
      rows: [
        ["a", departments.sales, day("2026-11-22"), together.actions.statuses.open], ["A*", departments.sales, day("2026-11-23"), together.actions.statuses.doing], ["?", departments.product, day("2026-11-01"), null],
        ["d", departments.sales, day("2026-11-01"), together.actions.statuses.done], ["e", departments.service, day("2026-11-01"), together.actions.statuses.dropped], [null, departments.service, day("2026-11-01"), null],
      ],
    },
    JointProjects: {
      headers: [together.projects.project, together.projects.partner, together.projects.status, together.projects.effect],
      rows: [["p", departments.marketing, together.projects.statuses.finished, 4], ["q", departments.product, together.projects.statuses.finished, 5], ["r", departments.marketing, together.projects.statuses.running, 1], ["s", departments.marketing, together.projects.statuses.finished, null]],
    },
  }, { CommitteeLast: day("2026-11-30"), CommitteeEvery: 3 });
  const book = plan(memory, language, [deals()]);
  const at = (table: string, column: string) => columnOf(book, table, column);
  const words = wordsOf(sheetOf(book, "together"));

  it("compares each KPI with its target in its direction", () => {
    expect(at("SharedKpis", kpis.status).slice(0, cases.length)).toEqual(cases.map(([, , , , , status]) => kpis.statuses[status]));
    expect(words).toContain(together.headline.replace("{reached}", "4").replace("{close}", "3").replace("{behind}", "2").replace("{unknown}", "2"));
  });

  it("takes a chosen figure of the workbook before a typed one", () => {
    // 45 won, 3 lost.
    expect(at("SharedKpis", kpis.actual).at(-1)).toBeCloseTo(45 / 48, 12);
    expect(at("SharedKpis", kpis.gap).at(-1)).toBeCloseTo(45 / 48 - 0.5, 12);
    expect(at("SharedKpis", kpis.shown).at(-1)).toBe("93.8% / 50%");
  });

  it("shows every department its own KPIs and those of all four", () => {
    const { cells } = sheetOf(book, "together");
    const head = cells.find(({ value, look }) => value === departments.sales && look === "total");
    const board = (place: number) => cells.filter(({ row, column, value }) => column === place * 3 && row > (head?.row ?? 0) && row <= (head?.row ?? 0) + 5 && value !== "").map(({ value }) => value);
    expect(board(0)).toEqual(["there", "a tenth under", "more than a tenth under", "measured"]);
    expect(board(1)).toEqual(["there", "0.1 + 0.2"]);
    expect(board(2)).toEqual(["there", "below nought", "=x", ">5"]);
    expect(board(3)).toEqual(["there", "under what it may be", "a tenth over", "far over"]);
  });

  it("counts actions open and overdue, and those of each department", () => {
    expect(words).toContain(together.actions.count.replace("{open}", "3").replace("{overdue}", "2").replace("{done}", "1"));
    const { byDepartment } = together.actions;
    expect(at("CommitteeByDepartment", byDepartment.department)).toEqual(Object.values(departments));
    expect(at("CommitteeByDepartment", byDepartment.open)).toEqual([0, 2, 0, 1, 0]);
    expect(at("CommitteeByDepartment", byDepartment.overdue)).toEqual([0, 1, 0, 1, 0]);
    expect(at("CommitteeByDepartment", byDepartment.done)).toEqual([0, 1, 0, 0, 0]);
  });

  it("means the effect of finished projects only", () => {
    const { summary, count, meanEffect } = together.projects;
    expect(at("JointProjectSummary", summary.finished)).toEqual([0, 0, 2, 1, 0, 3]);
    expect(at("JointProjectSummary", summary.running)).toEqual([0, 0, 1, 0, 0, 1]);
    expect(at("JointProjectSummary", summary.effect)).toEqual(["", "", 4, 5, "", 4.5]);
    expect(words).toContain(count.replace("{running}", "1").replace("{finished}", "3").replace("{effect}", meanEffect.replace("{mean}", "4.5")));
  });

  it("tells when the next meeting is due: the end of a short month too", () => {
    expect(words).toContain(together.committee.next.replace("{day}", "2027-02-28").replace("{minutes}", "120"));
    expect(wordsOf(sheetOf(plan(emptyMemory, language), "together"))).toContain(together.committee.never.replace("{minutes}", "120"));
  });

  it("lists the newest forty won deals to tick, and asks for deals where there are none", () => {
    expect(at("HandoffTicks", together.ticks.id)).toEqual(Array.from({ length: 40 }, (_, nth) => `W${nth + 1}`));
    const without = plan(emptyMemory, language);
    expect(without.sheets.some(({ id }) => id === "handoverTicks")).toBe(false);
    expect(wordsOf(sheetOf(without, "together"))).toContain(together.handoffs.none);
  });

  it("asks for the close date where no won deal has one", () => {
    const now = plan(emptyMemory, language, [read("deals.csv", "Deal Name,Stage\n=x,Closed Won\n>5,Closed Won\n", "deal")]);
    expect(columnOf(now, "HandoffTicks", together.ticks.deal)).toEqual(["=x", ">5"]);
    expect(wordsOf(sheetOf(now, "together"))).toContain(together.handoffs.noDays.replace("{sheet}", together.ticks.sheet));
  });

  it("keeps ticks with their deal, counts them, and says which steps are late", () => {
    const ticks = { headers: [together.ticks.id, "S1", "S2", "S3", "S4"], rows: [["w2", "✓", "–", null, null], ["W45", "✓", null, null, null], ["W12", "✓", "✓", "✓", "✓"]] };
    const steps = { headers: [together.handoffs.step, together.handoffs.number, together.handoffs.days], rows: [["before", 1, -10], ["signed", 2, 0], ["after", 3, 5], ["open end", 4, null]] };
    const now = plan(typed(language, { HandoffTicks: ticks, HandoffChecklist: steps }, { HandoffsSince: day("2026-11-10") }), language, [deals(["N1,New 1,Closed Won,100,2026-01-01,2026-11-23"])]);
    const of = (column: string) => columnOf(now, "HandoffTicks", column);
    const row = (id: string) => of(together.ticks.id).indexOf(id);
    // Forty with the new deal, and the old one that has a tick.
    expect(of(together.ticks.id)).toHaveLength(41);
    expect([of("S1")[row("W2")], of("S2")[row("W2")], of("S1")[row("W45")], of("S1")[row("W1")]]).toEqual(["✓", "–", "✓", null]);
    expect([of(together.ticks.progress)[row("W2")], of(together.ticks.progress)[row("W12")], of(together.ticks.progress)[row("W45")]]).toEqual([0.5, 1, 0.25]);
    // W1, won on the as-of day: the step ten days before is late, that of the day itself is not. W11, won ten days ago: three are. W12 is whole. W2 has its first two.
    expect([of(together.ticks.late)[row("W1")], of(together.ticks.late)[row("W11")], of(together.ticks.late)[row("W12")], of(together.ticks.late)[row("W2")]]).toEqual([1, 3, 0, 0]);
    // Won before hand-overs are counted.
    expect([of(together.ticks.late)[row("W14")], of(together.ticks.late)[row("W15")], of(together.ticks.late)[row("W45")]]).toEqual([3, "", ""]);
    // Since November 10: W1 to W14 and the new one; W12 is whole; late are all but W12 and W2.
    const said = together.handoffs.count.replace("{day}", "2026-11-10").replace("{done}", "1").replace("{all}", "15").replace("{late}", "13").replace("{sheet}", together.ticks.sheet);
    expect(wordsOf(sheetOf(now, "together"))).toContain(said);
    expect(columnOf(now, "HandoffChecklist", together.handoffs.done)).toEqual([3, 1, 1, 1]);
  });

  it("keeps ticks, own KPIs and the sheet's name when the language changes", async () => {
    const other: Language = language === "en" ? "zh-CN" : "en";
    const { together: then } = wholeTextIn(other);
    const ticked = { ...memory, tables: new Map([...memory.tables, ["HandoffTicks", { columns: [together.ticks.id, "S1"], rows: [["W3", "✓"]] }]]) };
    const now = plan(recallXlsx(await writeXlsxInNode(plan(ticked, language, [deals()])), remembered), other, [deals()]);
    expect(columnOf(now, "HandoffTicks", "S1")[2]).toBe("✓");
    expect(sheetOf(now, "handoverTicks").name).toBe(then.ticks.sheet);
    expect(columnOf(now, "SharedKpis", then.kpis.status).slice(0, cases.length)).toEqual(cases.map(([, , , , , status]) => then.kpis.statuses[status]));
    expect(columnOf(now, "SharedKpis", then.kpis.actual).at(-1)).toBeCloseTo(45 / 48, 12);
    expect(columnOf(now, "HandoffChecklist", then.handoffs.step)).toEqual(then.seeds.handoffs.map(({ step }) => step));
    expect(now.sheets.some(({ id }) => id === "kept")).toBe(false);
  });

  it("keeps aside the ticks of a deal that is no longer in the export", async () => {
    const ticked = typed(language, { HandoffTicks: { headers: [together.ticks.id, "S1"], rows: [["X1", "✓"]] } });
    const first = plan(ticked, language, [deals(["X1,Gone,Closed Won,100,2026-01-01,2026-11-23"])]);
    const gone = plan(recallXlsx(await writeXlsxInNode(first), remembered), language, [deals()]);
    expect(tableOf(gone, "Unmatched").columns.flatMap(({ values }) => values)).toContain("✓");
    const back = plan(recallXlsx(await writeXlsxInNode(gone), remembered), language, [deals(["X1,Gone,Closed Won,100,2026-01-01,2026-11-23"])]);
    expect(columnOf(back, "HandoffTicks", "S1")[columnOf(back, "HandoffTicks", together.ticks.id).indexOf("X1")]).toBe("✓");
    expect(back.sheets.some(({ id }) => id === "kept")).toBe(false);
  });

  withOffice("LibreOffice computes the same from what was typed, odd texts too", async () => {
    expect(await disagreements(await writeXlsxInNode(book))).toEqual([]);
  }, 120_000);

  withOffice("LibreOffice takes a measure that looks like a pattern for none, and one with spaces around for itself", async () => {
    const rows = ["*", ` ${metrics.names["win-rate"].name} `].map((measure, at) => [`k${at}`, departments.sales, atLeast, 0.5, null, kpis.units.percent, measure]);
    const made = plan(typed(language, { SharedKpis: { headers, rows } }), language, [deals()]);
    expect(columnOf(made, "SharedKpis", kpis.actual).slice(0, 2)).toEqual(["", expect.closeTo(45 / 48, 12)]);
    expect(await disagreements(await writeXlsxInNode(made))).toEqual([]);
  }, 120_000);
});

describeWithShared("the shared churn data", () => {
  it("say how many customers were kept", () => {
    const text = readFileSync(sharedData("telco_churn/IBM_Cognos_Data.csv") ?? "", "utf8");
    const book = plan(emptyMemory, "en", [read("telco.csv", text, "account")]);
    const { together, goals } = wholeTextIn("en");
    const row = columnOf(book, "KpiMeasures", goals.sources.measure).indexOf(together.measures.kept.name);
    // telco_churn/expected.json, churn_and_retention: 1 − 1869 ÷ 7043.
    expect(columnOf(book, "KpiMeasures", goals.sources.now)[row]).toBeCloseTo(0.7346301292063041, 12);
    expect(columnOf(book, "SharedKpis", together.kpis.status)[0]).toBe(together.kpis.statuses.behind);
  });
});
