// Pipeline history against figures worked out by hand: three refreshes, stage histories of every kind, and none.

import { readFileSync } from "node:fs";
import { parse } from "papaparse";
import { importsIn, linkImports, readExport } from "../../src/read-exports";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report } from "../../src/report";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";
import { describeWithShared, sharedData } from "../shared-data";
import { cut } from "./refreshing";
import { standing } from "./standing";

const withOffice = isInstalled("soffice") ? it : it.skip;

const header = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Probability (%)\n";
const snapshots = [
  ["2026-05-04", "006A,Alpha,Ann,Prospecting,100,2026-05-20,2026-01-10,10%\n006B,Beta,Bo,Qualification,200,2026-05-29,2026-02-20,50%\n006C,Gamma,Ann,Negotiation/Review,300,2026-06-15,2026-03-01,80%"],
  ["2026-05-18", "006A,Alpha,Ann,Qualification,120,2026-06-10,2026-01-10,20%\n006B,Beta,Bo,Closed Won,200,2026-05-12,2026-02-20,100%\n006C,Gamma,Ann,Qualification,300,2026-06-05,2026-03-01,50%\n006D,Delta,Bo,Prospecting,50,2026-06-30,2026-05-10,10%"],
  ["2026-06-08", "006A,Alpha,Ann,Qualification,120,2026-07-10,2026-01-10,20%\n006B,Beta,Bo,Closed Won,200,2026-05-12,2026-02-20,100%\n006C,Gamma,Ann,Closed Lost,300,2026-06-01,2026-03-01,0%\n006D,Delta,Bo,Closed Won,60,2026-06-03,2026-05-10,100%\n006E,Epsilon,Ann,Prospecting,400,2026-06-20,2026-06-01,10%"],
] as const;

describe.each(languages)("after three refreshes, in %s", (language) => {
  const { history: words } = wholeTextIn(language);
  let plan: WorkbookPlan;
  let short: WorkbookPlan;
  let later: WorkbookPlan;
  let past: WorkbookPlan;
  const column = (table: string, name: string) => columnOf(plan, table, name);
  const said = () => wordsOf(sheetOf(plan, "history"));

  beforeAll(async () => {
    const { memory, last } = await refreshedThrice(language);
    plan = last;
    const inputs = new Map<string, CellValue>([...memory.inputs, ["HistoryDays", 14]]);
    short = planOf(header + snapshots[2][1], "2026-06-08", language, { ...memory, inputs });
    past = planOf(header + snapshots[2][1], "2026-06-08", language, { ...memory, inputs: new Map([...memory.inputs, ["HistoryTo", dayOfIso("2026-05-31")]]) });
    later = planOf(header + snapshots[2][1], "2026-07-15", language, memory);
  });

  it("bridges the open amount from the last snapshot to now", () => {
    // 120 + 300 + 50 open on 18 May; E new, D up by 10 and won, C lost; 120 + 400 open now.
    expect(column("PipelineBridge", words.bridge.amount)).toEqual([470, 400, 0, 10, 0, -60, -300, 0, null]);
    expect(column("PipelineBridge", words.bridge.running)).toEqual([470, 870, 870, 880, 880, 820, 520, 520, 520]);
    expect(column("PipelineBridge", words.bridge.deals)).toEqual([3, 1, 0, 1, 0, 1, 1, 0, 2]);
    expect(column("PipelineBridgeChart", words.bridge.spacer)).toEqual([0, 470, 870, 870, 880, 820, 520, 520, 0]);
    expect(column("OtherChanges", words.others.deals)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    const filled = { day: "2026-05-18", before: "470", after: "520", new: "1", won: "1", lost: "1", slipped: "1", movedOn: "0", movedBack: "0" };
    expect(said()).toContain(words.headline.replace(/\{(\w+)\}/g, (_, name: keyof typeof filled) => filled[name]));
  });

  it("lists the changes, the largest first", () => {
    expect(column("ChangedDeals", words.changed.id)).toEqual(["006E", "006C", "006A", "006D", "006D"]);
    expect(column("ChangedDeals", words.changed.amount)).toEqual([400, 300, 120, 60, 10]);
    expect(column("ChangedDeals", words.changed.to)[2]).toBe("2026-07-10");
  });

  it("counts moves from stage to stage", () => {
    // A: Prospecting to Qualification; B: Qualification to won; C: Negotiation back to Qualification, then lost; D: Prospecting to won. D and E came in.
    expect(cellOf(plan, "Prospecting", "Qualification", language)).toBe(1);
    expect(cellOf(plan, "Qualification", "Closed Won", language)).toBe(1);
    expect(cellOf(plan, "Negotiation/Review", "Qualification", language)).toBe(1);
    expect(cellOf(plan, "Qualification", "Closed Lost", language)).toBe(1);
    expect(cellOf(plan, "Prospecting", "Closed Won", language)).toBe(1);
    expect(cellOf(plan, words.matrix.cameIn, "Prospecting", language)).toBe(2);
    expect(columnOf(plan, "StageMatrix", words.matrix.total).reduce<number>((sum, value) => sum + Number(value), 0)).toBe(5 + 2);
    expect(said()).toContain(moveSentence({ n: 5, forward: 3, back: 1, won: 2, lost: 1, entered: 2 }, language));
  });

  it("counts the days typed only", () => {
    // From 26 May: C lost, D won, E came in.
    expect(wordsOf(sheetOf(short, "history"))).toContain(moveSentence({ n: 2, forward: 1, back: 0, won: 1, lost: 1, entered: 1 }, language));
    expect(columnOf(short, "SlippedByOwner", words.slips.times)[0]).toBe(1);
    expect(columnOf(short, "SlippedByOwner", words.slips.mean)[0]).toBe(30);
  });

  it("tells who put off what", () => {
    // A by 21 days, then by 30; C was pulled in by 10.
    expect(column("CloseDateChanges", words.due.days)).toEqual([21, -10, 30]);
    expect(column("SlippedByOwner", words.slips.rep)).toEqual([words.all, "Ann"]);
    const [deals, amount, times, mean, pulled] = (["deals", "amount", "times", "mean", "pulled"] as const).map((name) => column("SlippedByOwner", words.slips[name])[1]);
    expect([deals, amount, times, mean, pulled]).toEqual([1, 120, 2, 25.5, 1]);
    expect([column("SlippedDeals", words.slipList.id), column("SlippedDeals", words.slipList.times), column("SlippedDeals", words.slipList.days)]).toEqual([["006A"], [2], [51]]);
  });

  it("counts a deal by its newest slip of the days counted, though it was put off again later", () => {
    const of = (name: keyof typeof words.slips) => columnOf(past, "SlippedByOwner", words.slips[name])[0];
    expect([of("deals"), of("amount"), of("times"), of("mean")]).toEqual([1, 120, 1, 21]);
    expect(columnOf(past, "CloseDateChanges", words.due.next)).toEqual([dayOfIso("2026-06-08"), null, null]);
  });

  it("follows the deals of each month", () => {
    const row = column("MonthCohorts", words.cohort.month).indexOf("2026-02");
    // B was created on 20 February and won 81 days later; the last of February is 100 days back.
    const at = (name: keyof typeof words.cohort) => column("MonthCohorts", words.cohort[name])[row];
    expect([at("deals"), at("won"), at("lost"), at("open"), at("now"), at("d60"), at("d90"), at("d180")]).toEqual([1, 1, 0, 0, 1, 0, 1, ""]);
    expect(column("MonthCohorts", words.cohort.deals).slice(-6)).toEqual([1, 1, 1, 0, 1, 1]);
    const filled = { day: "2026-06-08", share: "33.3%", won: "1", deals: "3" };
    expect(said()).toContain(words.cohortSaid.replace(/\{(\w+)\}/g, (_, name: keyof typeof filled) => filled[name]));
  });

  it("remembers what was forecast, and holds it against what was won", () => {
    const at = (table: string, name: keyof typeof words.memory) => column(table, words.memory[name]);
    // On 4 May A and B were due in May: 100 + 200; weighted 10 + 100; B was won with 200.
    expect(at("MonthForecasts", "commit")).toEqual([300, 0, 400]);
    expect(at("MonthForecasts", "weighted")).toEqual([110, 0, 40]);
    expect(at("MonthForecasts", "won")).toEqual([200, 0, 0]);
    expect(at("MonthForecasts", "commitAccuracy")).toEqual([0.5, "", ""]);
    expect(at("MonthForecasts", "commitBias")).toEqual([0.5, "", ""]);
    expect(at("MonthForecasts", "weightedAccuracy")[0]).toBeCloseTo(1 - 90 / 200, 12);
    expect(at("MonthForecasts", "weightedBias")[0]).toBeCloseTo(-0.45, 12);
    // Both snapshots of May together: 300 + 0 against 200 + 0, weighted 110 + 0.
    const filled = { span: words.spanNames.month, n: "2", commit: "50%", direction: words.high, bias: "50%", weighted: "55%" };
    expect(said()).toContain(words.memorySaid.replace(/\{(\w+)\}/g, (_, name: keyof typeof filled) => filled[name]));
    // The second quarter still runs.
    expect(at("QuarterForecasts", "commit")).toEqual([600, 470, 400]);
    expect(at("QuarterForecasts", "won")).toEqual([260, 60, 0]);
    expect(at("QuarterForecasts", "commitAccuracy")).toEqual(["", "", ""]);
    expect(said()).toContain(words.memoryOpen.replace("{span}", words.spanNames.quarter));
  });

  it("knows how good the quarter's forecasts were once it is over", () => {
    const accuracy = columnOf(later, "QuarterForecasts", words.memory.commitAccuracy);
    expect(accuracy.map((value) => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value))).toEqual([-0.307692, -5.833333, ""]);
    // Together: 1 − (340 + 410 + 400) ÷ 320, and (1470 − 320) ÷ 320 too high.
    expect(wordsOf(sheetOf(later, "history"))).toContain("-259%");
    expect(wordsOf(sheetOf(later, "history"))).toContain("359%");
  });

  it("says the same when the same day is refreshed again", () => {
    expect(tableOf(short, "PipelineBridge")).toEqual(tableOf(plan, "PipelineBridge"));
  });

  withOffice("LibreOffice computes the same", async () => {
    for (const made of [plan, short, past, later]) expect(await disagreements(await writeXlsxInNode(made))).toEqual([]);
  }, 180_000);
});

it("says at the first snapshot what is still to come", async () => {
  const { history: words } = wholeTextIn("en");
  const plan = planOf(header + snapshots[0][1], snapshots[0][0], "en", emptyMemory);
  const said = wordsOf(sheetOf(plan, "history"));
  for (const text of [words.first.replace("{day}", "2026-05-04"), words.noMoves, words.noSlips, words.memoryOne.replace("{day}", "2026-05-04")]) expect(said).toContain(text);
  expect(columnOf(plan, "MonthForecasts", words.memory.commit)).toEqual([300]);
  if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 60_000);

it("keeps its days when the language changes", async () => {
  const { memory } = await refreshedThrice("en");
  const typed = planOf(header + snapshots[2][1], "2026-06-08", "en", { ...memory, inputs: new Map<string, CellValue>([...memory.inputs, ["HistoryDays", 14], ["HistoryTo", dayOfIso("2026-06-01")]]) });
  const again = recallXlsx(await writeXlsxInNode(planOf(header + snapshots[2][1], "2026-06-08", "zh-CN", recallXlsx(await writeXlsxInNode(typed), remembered))), remembered);
  expect([again.inputs.get("HistoryDays"), again.inputs.get("HistoryTo")]).toEqual([14, dayOfIso("2026-06-01")]);
});

describe("the HubSpot sample with its “Date entered” columns", () => {
  const text = readFileSync("templates/samples/hubspot-deals-en.csv", "utf8").replace(/^\uFEFF/, "");
  const inputs = new Map<string, CellValue>([["HistoryFrom", dayOfIso("2000-01-01")]]);
  const plan = planOf(text, "2026-11-23", "en", { inputs, tables: new Map() });

  it("counts every move its lines tell", () => {
    const { data } = parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const counts = new Map<string, number>();
    for (const row of data) {
      const entered = Object.entries(row).filter(([name, value]) => name.startsWith("Date entered") && value !== "").map(([name, value]) => ({ stage: /"(.+) \(Sales Pipeline\)"/.exec(name)?.[1] ?? "", day: value.slice(0, 10) }));
      entered.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      entered.forEach(({ stage }, at) => counts.set(`${entered[at - 1]?.stage ?? "Came in"} > ${stage}`, (counts.get(`${entered[at - 1]?.stage ?? "Came in"} > ${stage}`) ?? 0) + 1));
    }
    expect(counts.size).toBeGreaterThan(5);
    const found = [...counts.keys()].map((key) => [key, cellOf(plan, ...(key.split(" > ") as [string, string]), "en")]);
    expect(found).toEqual([...counts]);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(columnOf(plan, "StageMatrix", "Total").reduce<number>((sum, value) => sum + Number(value), 0)).toBe(total);
  });
});

describe("an export of stage moves", () => {
  const moves = [
    "Deal ID,From Stage,To Stage,Changed On,Close Date,Amount,Owner",
    "1,,Lead,2026-01-05,2026-03-31,100,Ann", "1,Lead,Demo,2026-02-05,2026-04-30,100,Ann", "1,Demo,Closed Won,2026-03-01,2026-03-01,110,Ann",
    "2,,Lead,2026-01-20,2026-03-31,500,Bo", "2,Lead,Demo,2026-02-20,2026-03-31,500,Bo", "2,Demo,Lead,2026-03-20,2026-06-30,500,Bo",
    "3,,Lead,2026-02-02,2026-05-31,40,Bo",
  ].join("\n");
  const deals = "Deal ID,Deal Name,Stage,Amount,Owner\n1,a,Closed Won,110,Ann\n2,=b,Lead,500,Bo\n3,A*,Lead,40,Bo\n4,d,Demo,70,Bo";
  const { history: words } = wholeTextIn("en");
  const input = { memory: emptyMemory, asOf: dayOfIso("2026-06-30") as Day, language: "en" as Language, sheets: ["history"] as const };
  const read = (text: string, object: "deal" | "stageMove") => readExport(cut(text, `${object}.csv`), { object });
  const typed: Memory = { inputs: new Map<string, CellValue>([["HistoryDays", 365]]), tables: new Map() };

  it("stands alone: moves, slips by its close dates, and what else would need the deals", async () => {
    const plan = report({ ...input, memory: typed, imports: linkImports([read(moves, "stageMove")]) });
    expect([cellOf(plan, "Lead", "Demo", "en"), cellOf(plan, "Demo", "Closed Won", "en"), cellOf(plan, "Demo", "Lead", "en"), cellOf(plan, "Came in", "Lead", "en")]).toEqual([2, 1, 1, 3]);
    // Deal 1 was put off by 30 days, then closed before that; deal 2 by 91 days.
    expect(columnOf(plan, "CloseDateChanges", words.due.days)).toEqual([30, -60, 91]);
    for (const said of [words.noDeals, words.noCohortDeals, words.noLog]) expect(wordsOf(sheetOf(plan, "history"))).toContain(said);
    if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 60_000);

  it("gives cohorts by the first stage where the deals have no created date", async () => {
    const plan = report({ ...input, memory: typed, imports: linkImports([read(deals, "deal"), read(moves, "stageMove")]) });
    const row = columnOf(plan, "MonthCohorts", words.cohort.month).indexOf("2026-01");
    const at = (name: keyof typeof words.cohort) => columnOf(plan, "MonthCohorts", words.cohort[name])[row];
    // Deals 1 and 2 came in January; 1 was won after 26 + 28 + 1 = 55 days.
    expect([at("deals"), at("won"), at("open"), at("d30"), at("d60"), at("d90"), at("d180")]).toEqual([2, 1, 1, 0, 0.5, 0.5, ""]);
    expect(columnOf(plan, "SlippedDeals", words.slipList.id)).toEqual(["2"]);
    if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 60_000);
});

describeWithShared("the Maven deals from the middle of 2017 to its end", () => {
  const lines = readFileSync(sharedData("maven_crm/sales_pipeline.csv") ?? "", "utf8").replaceAll("\r", "").trimEnd().split("\n");
  const [head = "", ...rows] = lines;
  const { history: words } = wholeTextIn("en");
  let plan: WorkbookPlan;

  beforeAll(async () => {
    const middle = planOf([head, ...rows.flatMap((row) => standing(row, "2017-06-30"))].join("\n"), "2017-06-30", "en", emptyMemory);
    plan = planOf(lines.join("\n"), "2017-12-31", "en", recallXlsx(await writeXlsxInNode(middle), remembered));
  }, 60_000);

  it("bridges them as an independent count of the raw lines does", () => {
    // Counted by awk, see maven-changes.test.ts; no deal has an amount before it closes.
    expect(columnOf(plan, "PipelineBridge", words.bridge.deals)).toEqual([2186, 3935, 0, 609, 0, 2453, 1579, 0, 2089]);
    expect(columnOf(plan, "PipelineBridge", words.bridge.amount)).toEqual([0, 4_343_301, 0, 1_441_450, 0, -5_784_751, 0, 0, null]);
    expect(columnOf(plan, "PipelineBridge", words.bridge.running).at(-1)).toBe(0);
  });

  it("follows the deals of each month as a count of the raw lines does", () => {
    const cells = rows.map((row) => row.split(","));
    const daysOf = (cell: readonly string[]) => (Date.parse(cell[6]!) - Date.parse(cell[5]!)) / 86_400_000;
    const expected = ["2017-01", "2017-04", "2017-07"].map((month) => {
      const own = cells.filter((cell) => cell[5]!.startsWith(month));
      const won = own.filter((cell) => cell[4] === "Won");
      const soon = (days: number) => won.filter((cell) => daysOf(cell) <= days).length / own.length;
      return [month, own.length, won.length, own.filter((cell) => cell[4] === "Lost").length, soon(30), soon(90)];
    });
    const months = columnOf(plan, "MonthCohorts", words.cohort.month);
    const found = expected.map(([month]) => (["month", "deals", "won", "lost", "d30", "d90"] as const).map((name) => columnOf(plan, "MonthCohorts", words.cohort[name])[months.indexOf(month!)]));
    expect(found).toEqual(expected);
  });

  it("finds the moves the snapshots show", () => {
    // Deals open in June and won in the newest 90 days, from 3 October on.
    const cells = rows.map((row) => row.split(","));
    const openInJune = (cell: readonly string[], to: string) => cell[4] === to && (cell[5] === "" || cell[5]! <= "2017-06-30") && cell[6]! > "2017-06-30";
    expect(cellOf(plan, "Engaging", "Won", "en")).toBe(cells.filter((cell) => openInJune(cell, "Won") && cell[6]! >= "2017-10-03").length);
  });
});

it("takes names of stages and owners as text, whatever they look like, and as many as there are", async () => {
  const { history: words } = wholeTextIn("en");
  const odd = [">5", "A*", "=x", "Total", "from stage", "12", "Q?", "~", "Order", ...Array.from({ length: 24 }, (_, at) => `Stage ${at + 1}`)];
  const rows = (shift: number, month: string) => odd.map((_, at) => `${at},Deal ${at},"${odd[at % 7]}${at < 14 ? "" : ` ${at}`}","${odd[(at + shift) % odd.length]}",${at === 3 ? "" : 10 * at},EUR,2026-${month}-${String((at % 27) + 1).padStart(2, "0")},2026-01-0${(at % 9) + 1}`);
  const head = "Deal ID,Deal Name,Owner,Stage,Amount,Currency,Expected Close,Created Date";
  const first = planOf([head, ...rows(0, "07"), "99,Won,x,Closed Won,5,USD,2026-05-01,2026-01-01"].join("\n"), "2026-06-01", "en", emptyMemory);
  const plan = planOf([head, ...rows(1, "08"), "99,Won,x,Closed Won,5,USD,2026-05-01,2026-01-01"].join("\n"), "2026-06-08", "en", recallXlsx(await writeXlsxInNode(first), remembered));
  const matrix = tableOf(plan, "StageMatrix");
  const of = (row: number, column: number) => matrix.columns[column]?.values[row];
  const place = (stage: string) => columnOf(plan, "StageMatrix", words.matrix.from).indexOf(stage);
  for (const [at, stage] of odd.slice(0, 8).entries()) expect([stage, of(place(stage), place(odd[at + 1]!))]).toEqual([stage, 1]);
  expect(columnOf(plan, "SlippedByOwner", words.slips.times)[0]).toBe(odd.length);
  expect(columnOf(plan, "SlippedByOwner", words.slips.times).slice(1).reduce<number>((sum, value) => sum + Number(value), 0)).toBe(odd.length);
  // Each deal went one stage on, the last one back to the first.
  expect(wordsOf(sheetOf(plan, "history"))).toContain(moveSentence({ n: odd.length, forward: odd.length - 1, back: 1, won: 0, lost: 0, entered: 0 }, "en"));
  expect(wordsOf(sheetOf(plan, "history"))).toContain(words.moreStages.replace("{n}", String(odd.length + 2 - 30)));
  if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 120_000);

it("says what it needs where the export has no dates at all", () => {
  const { history: words } = wholeTextIn("en");
  const plan = planOf("Deal ID,Deal Name,Stage,Amount\n1,a,Proposal,5\n2,b,Closed Won,6", "2026-06-30", "en", emptyMemory);
  for (const said of [words.noMoves, words.noDue, words.noCohort, words.memoryNoDue]) expect(wordsOf(sheetOf(plan, "history"))).toContain(said);
});

function planOf(text: string, day: string, language: Language, memory: Memory): WorkbookPlan {
  const table = cut(text);
  const read = readExport(table, { memory });
  return report({ imports: linkImports(importsIn(table, read)), memory, asOf: dayOfIso(day) as Day, language, sheets: ["history"] });
}

async function refreshedThrice(language: Language): Promise<{ readonly memory: Memory; readonly last: WorkbookPlan }> {
  let memory = emptyMemory;
  let last: WorkbookPlan | null = null;
  for (const [day, rows] of snapshots) {
    last = planOf(header + rows, day, language, memory);
    memory = recallXlsx(await writeXlsxInNode(last), remembered);
  }
  if (!last) throw new Error("no snapshots");
  return { memory, last };
}

/** How many went from a stage to another. */
function cellOf(plan: WorkbookPlan, from: string, to: string, language: Language): CellValue | undefined {
  const { matrix } = wholeTextIn(language).history;
  return columnOf(plan, "StageMatrix", to)[columnOf(plan, "StageMatrix", matrix.from).indexOf(from)];
}

function moveSentence(counts: Readonly<Record<string, number>>, language: Language): string {
  return wholeTextIn(language).history.movesSaid.replace(/\{(\w+)\}/g, (_, name: string) => String(counts[name]));
}
