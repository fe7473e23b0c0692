// The page for the meeting against figures worked out by hand, and the decisions it carries over.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { isProblem, parseTable } from "../../src/crm/table";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { ChosenSheet } from "../../src/sheets/chosen";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import type { Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Review pack: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { review: en, goals: goalsEn } = wholeTextIn("en");

interface Asked {
  readonly memory?: Memory;
  readonly asOf?: string;
  readonly language?: Language;
  readonly sheets?: readonly ChosenSheet[];
}

function planOf(text: string | null, { memory = emptyMemory, asOf = "2026-06-30", language = "en", sheets = ["review"] }: Asked = {}): WorkbookPlan {
  const imports = text === null ? [] : [text].map((one) => {
    const table = parseTable({ file: "deals.csv", text: one });
    if (isProblem(table)) throw new Error(table.problem);
    return readExport(table, { object: "deal", memory });
  });
  return report({ imports: linkImports(imports), memory, asOf: dayOfIso(asOf) as Day, language, sheets });
}

async function after(plan: WorkbookPlan): Promise<Memory> {
  return recallXlsx(await writeXlsxInNode(plan), remembered);
}

const header = "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date,Stage Since,Last Activity Date\n";
/** As of 2026-06-30: won this week 100 and 200, lost one; the week before won 150; in the month before that week more. */
const deals = header + [
  "1,One,Ann,Closed Won,100,2026-06-01,2026-06-24,2026-06-24,2026-06-24", "2,Two,Bob,Closed Won,200,2026-05-31,2026-06-30,2026-06-30,2026-06-30", "3,Three,Bob,Closed Lost,70,2026-06-25,2026-06-29,2026-06-29,2026-06-29",
  "4,Four,Ann,Closed Won,150,2026-06-02,2026-06-23,2026-06-23,2026-06-23", "5,Five,Ann,Closed Won,40,2026-05-01,2026-05-31,2026-05-31,2026-05-31", "6,Six,Bob,Closed Lost,10,2026-05-01,2026-05-30,2026-05-30,2026-05-30",
  "7,Seven,Ann,Prospecting,900,2026-06-26,2026-08-01,2026-06-26,2026-06-29", "8,=Eight*,Bob,Negotiation,500,2026-01-01,2026-06-20,2026-03-01,2026-04-01", "9,Nine,Bob,Negotiation,800,2026-06-20,2026-09-01,2026-06-20,2026-05-30", "10,Ten,Ann,Prospecting,,2026-06-20,2026-09-01,2026-06-20,2026-06-29",
].join("\n");

function monthly(memory: Memory, word: string = en.meetings.monthly): Memory {
  return { ...memory, inputs: new Map([...memory.inputs, ["ReviewMeeting", word]]) };
}

/** Cells of the row that begins with a label, right of it. */
function rowOf(sheet: SheetPlan, label: string): readonly CellValue[] {
  const first = sheet.cells.find(({ value }) => value === label);
  if (!first) throw new Error(`no such row: ${label}`);
  return sheet.cells.filter(({ row, column }) => row === first.row && column > first.column).sort((a, b) => a.column - b.column).map(({ value }) => value);
}

it.each<readonly [meeting: keyof typeof en.meetings, figure: keyof typeof en.figure, now: CellValue, before: CellValue, change: string]>([
  // The week is 24 to 30 June, the one before 17 to 23 June.
  ["weekly", "wonAmount", 300, 150, "▲ 100%"], ["weekly", "won", 2, 1, "▲ 1"], ["weekly", "lost", 1, 0, "▲ 1"], ["weekly", "winRate", 2 / 3, 1, "▼ 33.3 points"], ["weekly", "created", 2, 2, "= as before"],
  // 23 and 30 days, before 21.
  ["weekly", "cycle", 26.5, 21, "▲ 5.5 days"],
  // The month is 31 May to 30 June (May's own day 30 counts before), the one before 30 April to 30 May.
  ["monthly", "wonAmount", 490, 0, "no comparison"], ["monthly", "won", 4, 0, "▲ 4"], ["monthly", "lost", 1, 1, "= as before"], ["monthly", "winRate", 0.8, 0, "▲ 80 points"], ["monthly", "created", 7, 2, "▲ 5"],
])("shows %s %s beside the period before", (meeting, figure, now, before, change) => {
  const sheet = sheetOf(planOf(deals, { memory: monthly(emptyMemory, en.meetings[meeting]) }), "review");
  const [there, then, said] = rowOf(sheet, en.figure[figure]);
  if (typeof now === "number") expect(there).toBeCloseTo(now, 9);
  expect(then).toBe(before);
  expect(said).toBe(change);
});

it("names the meeting chosen, and its days", () => {
  const weekly = sheetOf(planOf(deals), "review");
  expect(wordsOf(weekly)).toContain("Weekly sales review");
  expect(rowOf(weekly, en.period).slice(0, 2)).toEqual([dayOfIso("2026-06-24"), dayOfIso("2026-06-30")]);
  const chosen = sheetOf(planOf(deals, { memory: monthly(emptyMemory, "月会") }), "review");
  expect(wordsOf(chosen)).toContain("Monthly sales review");
  expect(rowOf(chosen, en.before)).toEqual([dayOfIso("2026-04-30"), dayOfIso("2026-05-30")]);
});

it("lists deals to act on, the largest first, with owner, amount and reasons", () => {
  const sheet = sheetOf(planOf(deals), "review");
  expect(wordsOf(sheet)).toContain("2 open deals stand too long");
  // 121 days since 1 March, limit 90; 20 June is 10 days ago, 1 April 90 days.
  expect(rowOf(sheet, "=Eight*")).toEqual(["Bob", 500, "stage, due, silent", 121, 10, 90]);
  expect(rowOf(sheet, "Nine")).toEqual(["Bob", 800, "silent", 10, "", 31]);
  expect(wordsOf(sheet)).not.toContain("Seven");
});

it("says what the data lack", () => {
  const said = wordsOf(sheetOf(planOf(deals), "review"));
  expect(said).toContain("Open now: 4 deals worth 2,200. Open deals without an amount: 1. Deals without an owner: 0.");
  expect(said).toContain("CRM fields filled:");
});

it("tells what changed since the refresh before, and at the first that nothing can be compared", async () => {
  const first = planOf(deals);
  expect(wordsOf(sheetOf(first, "review"))).toContain(wholeTextIn("en").changes.first);
  const later = planOf(deals.replace("7,Seven,Ann,Prospecting,900", "7,Seven,Ann,Negotiation,950"), { memory: await after(first), asOf: "2026-07-07" });
  const said = wordsOf(sheetOf(later, "review"));
  expect(said).toContain("Changes since 2026-06-30");
  expect(said).toContain("• 1 deal moved on to a later stage, worth 950");
});

it("still tells what changed when refreshed twice on one day", async () => {
  const first = planOf(deals);
  expect(wordsOf(sheetOf(planOf(deals, { memory: await after(first) }), "review"))).toContain(wholeTextIn("en").changes.first);
  const moved = deals.replace("7,Seven,Ann,Prospecting,900", "7,Seven,Ann,Negotiation,950");
  const later = planOf(moved, { memory: await after(first), asOf: "2026-07-07" });
  const again = planOf(moved, { memory: await after(later), asOf: "2026-07-07" });
  expect(wordsOf(sheetOf(again, "review"))).toBe(wordsOf(sheetOf(later, "review")));
});

describe("goals", () => {
  const columns = goalsEn.columns;
  /** 50 of 100 with all the time gone by half is on track; 10 is off track. */
  const goals = (first: number): Memory => ({
    ...emptyMemory, tables: new Map([["Goals", {
      columns: [columns.goal, columns.measure, columns.unit, columns.direction, columns.baseline, columns.target, columns.start, columns.deadline, columns.owner, columns.weight, columns.typed],
      rows: [["Visits", first], ["Calls", 52]].map(([goal, typed]) => [goal ?? null, goalsEn.typedIn, goalsEn.units.count, goalsEn.directions.raiseTo, 0, 100, dayOfIso("2026-01-01"), dayOfIso("2026-12-31"), "Kim", 1, typed ?? null]),
    }]]),
  });

  it("lists those off track with their owner", () => {
    const sheet = sheetOf(planOf(deals, { memory: goals(10), sheets: ["review", "goals"] }), "review");
    const [owner, status, progress] = rowOf(sheet, "Visits");
    expect([owner, status, progress]).toEqual(["Kim", goalsEn.statuses.offTrack, 0.1]);
    expect(wordsOf(sheet)).toContain("Off track 1, overdue 0, at risk 0; on track or achieved 1, without data 0.");
    expect(wordsOf(sheet)).not.toContain("Calls");
  });

  it("says that none is off track, and that there is no sheet of goals", () => {
    expect(wordsOf(sheetOf(planOf(deals, { memory: goals(60), sheets: ["review", "goals"] }), "review"))).toContain(en.noGoalsOff);
    expect(wordsOf(sheetOf(planOf(deals), "review"))).toContain(en.noGoalsSheet);
  });
});

it("says the biggest leak of the funnel, or that there is no funnel", () => {
  const plan = planOf(deals, { sheets: ["review", "funnel"] });
  const leak = sheetOf(plan, "funnel").cells.find(({ value }) => typeof value === "string" && value.startsWith("Biggest leak"))?.value;
  expect(wordsOf(sheetOf(plan, "review"))).toContain(leak);
  expect(wordsOf(sheetOf(planOf(deals), "review"))).toContain(en.noFunnelSheet);
});

describe("decisions", () => {
  const columns = en.decisions.columns;
  const day = (iso: string) => dayOfIso(iso);
  const typed: Memory = {
    ...emptyMemory, tables: new Map([["ReviewDecisions", {
      columns: [columns.date, columns.decision, columns.owner, columns.due, columns.status],
      rows: [
        [day("2026-06-01"), "Done long ago", "Ann", day("2026-06-10"), en.decisionStatus.done], [day("2026-06-23"), "No due date", "Bob", null, null], [day("2026-06-23"), "Next week", "Ann", day("2026-07-07"), en.decisionStatus.open],
        [day("2026-06-16"), "Late", "Bob", day("2026-06-29"), en.decisionStatus.open], [day("2026-06-16"), "Given up", "Bob", day("2026-06-20"), en.decisionStatus.dropped], [day("2026-06-16"), "Due today", "Bob", day("2026-06-30"), en.decisionStatus.open],
      ],
    }]]),
  };
  const words = (plan: WorkbookPlan) => columnOf(plan, "ReviewDecisions", columns.decision).filter((value) => value !== null);

  it("come open ones first by due date, each with its state", () => {
    const plan = planOf(deals, { memory: typed });
    expect(words(plan)).toEqual(["Late", "Due today", "Next week", "No due date", "Done long ago", "Given up"]);
    expect(columnOf(plan, "ReviewDecisions", columns.state).slice(0, 7)).toEqual(["Overdue", "Open", "Open", "Open", "Done", "Dropped", ""]);
    const page = sheetOf(plan, "review");
    expect(wordsOf(page)).toContain("Open 4, of them overdue 1; done 1.");
    expect(rowOf(page, "Late")).toEqual(["Bob", day("2026-06-29"), "Overdue"]);
    expect(rowOf(page, "No due date")).toEqual(["Bob", "", "Open"]);
    expect(wordsOf(page)).not.toContain("Given up");
  });

  it("are carried over by a refresh, another language included, and later become overdue", async () => {
    const memory = await after(planOf(deals, { memory: typed }));
    const zh = planOf(deals, { memory, asOf: "2026-07-14", language: "zh-CN" });
    const { review: then } = wholeTextIn("zh-CN");
    expect(columnOf(zh, "ReviewDecisions", then.decisions.columns.decision).slice(0, 6)).toEqual(["Late", "Due today", "Next week", "No due date", "Done long ago", "Given up"]);
    expect(columnOf(zh, "ReviewDecisions", then.decisions.columns.state).slice(0, 5)).toEqual(["已逾期", "已逾期", "已逾期", "未完成", "已完成"]);
    expect(zh.sheets.find(({ id }) => id === "reviewDecisions")?.name).toBe("会议决定");
    expect(zh.sheets.some(({ id }) => id === "kept")).toBe(false);
    const back = planOf(deals, { memory: await after(zh), asOf: "2026-07-14" });
    expect(words(back)).toHaveLength(6);
  });

  it("stay though no deals are brought any more", async () => {
    const plan = planOf(null, { memory: await after(planOf(deals, { memory: typed })), sheets: [] });
    expect(words(plan)).toHaveLength(6);
    expect(wordsOf(sheetOf(plan, "review"))).toContain(en.noDeals);
  });
});

it("adds up the minutes of the meeting chosen", () => {
  expect(rowOf(sheetOf(planOf(deals), "review"), en.minutes)).toEqual([5 + 5 + 5 + 5 + 15 + 10]);
  expect(rowOf(sheetOf(planOf(deals, { memory: monthly(emptyMemory) }), "review"), en.minutes)).toEqual([10 + 10 + 20 + 15 + 20 + 15]);
});

it("says that nothing closed in the period", () => {
  const sheet = sheetOf(planOf(deals, { asOf: "2027-06-30" }), "review");
  expect(wordsOf(sheet)).toContain("No deal was won or lost since 2027-06-24.");
  expect(rowOf(sheet, en.figure.wonAmount)).toEqual(["", "", en.change.none]);
});

it("fits one page", () => {
  expect(sheetOf(planOf(deals), "review").print).toEqual({ orientation: "portrait", paper: "a4", fitToHeight: true });
});

withOffice.each(["en", "zh-CN"] as const)("LibreOffice agrees in %s, with goals, funnel and decisions", async (language) => {
  const columns = wholeTextIn(language).review.decisions.columns;
  const memory: Memory = {
    ...monthly(emptyMemory), tables: new Map([["ReviewDecisions", { columns: [columns.decision, columns.owner, columns.due, columns.status], rows: [["=1+1", ">5", 46000.5, null], ["B", null, "soon", "x"], ["A", "A*", 45990, null]] }]]),
  };
  expect(await disagreements(await writeXlsxInNode(planOf(deals, { memory, language, sheets: ["review", "goals", "funnel"] })))).toEqual([]);
}, 120_000);

describeWithShared("a year of deals", () => {
  const read = (file: string) => readFileSync(sharedData(`maven_crm/${file}`) ?? "", "utf8");

  it("shows December beside November as counted elsewhere", () => {
    const { results } = JSON.parse(read("expected.json")) as { results: { by_close_month: { rows: readonly { close_month: string; won: number; won_amount: number }[] } } };
    const month = (name: string) => results.by_close_month.rows.find(({ close_month }) => close_month === name);
    const sheet = sheetOf(planOf(read("sales_pipeline.csv"), { asOf: "2017-12-31", memory: monthly(emptyMemory) }), "review");
    expect(rowOf(sheet, en.figure.wonAmount).slice(0, 2)).toEqual([month("2017-12")?.won_amount, month("2017-11")?.won_amount]);
    expect(rowOf(sheet, en.figure.won).slice(0, 2)).toEqual([month("2017-12")?.won, month("2017-11")?.won]);
  });
});
