// Wins and losses against figures worked out by hand and by others, odd names and little data; battlecards outlive a refresh.

import { readFileSync } from "node:fs";
import { linked, readFiles, recordsOf } from "../../src/cli/files";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { report } from "../../src/report";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { winLossEntry } from "../../src/sheets/win-loss";
import { languages, textIn, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { bookOf, columnOf, made, sheetOf, wordsOf, type MadeDeal, type Making } from "./made";
import { maven } from "./maven";

if (!isInstalled("soffice")) console.warn("recalculation of Wins and losses: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { winLoss: en } = wholeTextIn("en");
const stages: Making["stages"] = [["New", "open"], ["Offer", "open"], ["Won", "won"], ["Lost", "lost"]];

/** As of 2026-07-01: the last three months began on 2026-04-01, the three before on 2026-01-01. */
const deals: readonly MadeDeal[] = [
  { id: "1", owner: "Ann", stage: "Lost", outcome: "lost", amount: 100, created: "2026-01-01", closed: "2026-04-01", lostReason: "Price", competitor: "Acme", source: "Web" },
  { id: "2", owner: "Ann", stage: "Lost", outcome: "lost", amount: 300, created: "2026-01-01", closed: "2026-03-31", lostReason: "price", competitor: "Acme", source: "Web" },
  { id: "3", owner: "Bob", stage: "Lost", outcome: "lost", amount: 100, created: "2026-01-01", closed: "2026-02-01", lostReason: "Budget", competitor: "Globex", source: "Web" },
  { id: "4", owner: "Bob", stage: "Lost", outcome: "lost", created: "2025-01-01", closed: "2025-02-01", competitor: "Acme" },
  { id: "5", owner: "Ann", stage: "Won", outcome: "won", amount: 1000, created: "2026-01-01", closed: "2026-01-11", lostReason: "Support", competitor: "acme", source: "Web" },
  { id: "6", owner: "Bob", stage: "Won", outcome: "won", amount: 2000, created: "2026-01-01", closed: "2026-01-31", lostReason: "Won", source: "Fair" },
  { id: "7", owner: "Bob", stage: "Won", outcome: "won", amount: 6000, created: "2026-01-01", closed: "2026-02-20", source: "Fair" },
  { id: "8", owner: "Bob", stage: "Offer", amount: 500, created: "2026-01-01", competitor: "Acme" },
];

const moves = [
  { deal: "5", to: "New", on: "2026-01-01" }, { deal: "5", to: "Offer", on: "2026-01-05" }, { deal: "5", to: "Won", on: "2026-01-11" },
  { deal: "6", to: "New", on: "2026-01-01" }, { deal: "6", to: "Won", on: "2026-01-31" },
  { deal: "1", to: "New", on: "2026-01-01" }, { deal: "1", to: "Offer", on: "2026-01-03" }, { deal: "1", to: "New", on: "2026-01-05" }, { deal: "1", to: "Lost", on: "2026-01-10" },
];

function planOf({ moves: told = moves, ...making }: Partial<Making> = {}): WorkbookPlan {
  const context = made({ deals, stages, ...(told.length > 0 ? { moves: told } : {}), asOf: "2026-07-01", ...making });
  return bookOf(context, winLossEntry.make(context));
}

function memoryOf(columns: readonly string[], rows: readonly (readonly CellValue[])[], inputs: readonly (readonly [string, CellValue])[] = []): Memory {
  return { inputs: new Map(inputs), tables: new Map([["Battlecards", { columns, rows }]]) };
}

describe("the worked example", () => {
  const plan = planOf();
  const of = (table: string, name: string) => columnOf(plan, table, name);

  it("counts reasons for losses with shares, amounts and the trend", () => {
    // Four lost: twice price, once budget, once nothing said; 500 lost in all where known.
    expect(of("LossReasons", en.reasons.reason)).toEqual(["Price", "Budget", en.reasons.none]);
    expect(of("LossReasons", en.reasons.deals)).toEqual([2, 1, 1]);
    expect(of("LossReasons", en.reasons.share)).toEqual([0.5, 0.25, 0.25]);
    expect(of("LossReasons", en.reasons.amount)).toEqual([400, 100, ""]);
    expect(of("LossReasons", en.reasons.amountShare)).toEqual([0.8, 0.2, ""]);
    expect(of("LossReasons", en.reasons.late)).toEqual([1, 0, 0]);
    expect(of("LossReasons", en.reasons.before)).toEqual([1, 1, 0]);
    expect(of("LossReasons", en.reasons.change)).toEqual([0, -1, 0]);
  });

  it("takes what wins a deal from the same column, but not the word that it is won", () => {
    expect(of("WinReasons", en.reasons.reason)).toEqual(["Support", en.reasons.none]);
    expect(of("WinReasons", en.reasons.deals)).toEqual([1, 1]);
  });

  it("has the cycle in all and by stage, won and lost apart", () => {
    // Won: 10, 30 and 50 days. Deal 1 was 2 + 5 days in New.
    expect(of("WinLossCycle", en.outcome.mean)[0]).toBe(30);
    expect(of("WinLossCycle", en.outcome.median)[0]).toBe(30);
    expect(of("WinLossStages", en.stages.stage)).toEqual(["New", "Offer"]);
    expect(of("WinLossStages", en.stages.wonMean)).toEqual([17, 6]);
    expect(of("WinLossStages", en.stages.lostMedian)).toEqual([7, 2]);
    expect(of("WinLossStages", en.stages.lost)).toEqual([1, 1]);
  });

  it("has the win rate of each segment, marked where few deals closed", () => {
    const rate = new Map(of("WinRates", en.segments.segment).map((name, at) => [name, [of("WinRates", en.segments.won)[at], of("WinRates", en.segments.lost)[at], of("WinRates", en.segments.rate)[at], of("WinRates", en.segments.note)[at]]]));
    expect(rate.get("Web")).toEqual([1, 3, 0.25, en.fewWord]);
    expect(rate.get("Fair")).toEqual([2, 0, 1, en.fewWord]);
    expect(rate.get("Ann")).toEqual([1, 2, 1 / 3, en.fewWord]);
    expect(columnOf(planOf({ memory: memoryOf([], [], [["WinLossFew", 3]]) }), "WinRates", en.segments.note)[0]).toBe("");
  });

  it("has what was met, won, lost and is open against each competitor", () => {
    expect(of("Competitors", en.competitors.competitor)).toEqual(["Acme", "Globex", en.competitors.none]);
    expect(of("Competitors", en.competitors.met)).toEqual([5, 1, 2]);
    expect(of("Competitors", en.competitors.rate)).toEqual([0.25, 0, 1]);
    expect(of("Competitors", en.competitors.openAmount)).toEqual([500, 0, 0]);
    expect(of("Competitors", en.competitors.lostAmount)).toEqual([400, 100, 0]);
  });

  it("says it in one sentence", () => {
    expect(wordsOf(sheetOf(plan, "winLoss"))).toContain("3 of 7 closed deals were won: 42.9%. The most frequent reason for a loss is “Price”: 2 of 4 lost deals.");
  });
});

it("has a card for each competitor, keeps what was written, and counts what a card lacks", () => {
  const { cards } = en;
  const columns = [cards.competitor, cards.owner, cards.strengths, cards.win];
  const plan = planOf({ memory: memoryOf(columns, [["Initech", "Zoe", "cheap", "service"], ["ACME", null, "big", null], [null, null, "unnamed", null]]) });
  expect(columnOf(plan, "Battlecards", cards.competitor)).toEqual(["Initech", "ACME", null, "Globex"]);
  expect(columnOf(plan, "Battlecards", cards.strengths)).toEqual(["cheap", "big", "unnamed", null]);
  expect(columnOf(plan, "Battlecards", cards.met)).toEqual([0, 5, "", 1]);
  expect(columnOf(plan, "Battlecards", cards.rate)).toEqual(["", 0.25, "", 0]);
  expect(columnOf(plan, "Battlecards", cards.filled)).toEqual(["2 of 5", "1 of 5", "1 of 5", "0 of 5"]);
});

it("tells in one sentence what is missing where there is little", () => {
  const said = (making: Partial<Making>) => wordsOf(sheetOf(planOf({ moves: [], ...making }), "winLoss"));
  expect(said({ deals: [] })).toContain(en.needs.deals);
  expect(said({ deals: [{ id: "1", stage: "New" }] })).toContain(en.needs.closed);
  const bare = said({ deals: [{ id: "1", stage: "Won", outcome: "won" }] });
  for (const line of [en.noLost, en.noWins, en.noCycle, en.noHistory, en.noCompetitors]) expect(bare).toContain(line);
  expect(said({ deals: [{ id: "1", stage: "Lost", outcome: "lost" }] })).toContain(en.noReasons);
});

it("shows the most frequent twelve reasons of many, and says so", () => {
  const many = Array.from({ length: 30 }, (_, at): MadeDeal => ({ id: `L${at}`, stage: "Lost", outcome: "lost", lostReason: `reason ${at % 20}` }));
  const plan = planOf({ deals: many, moves: [] });
  expect(columnOf(plan, "LossReasons", en.reasons.reason)).toHaveLength(13);
  expect(wordsOf(sheetOf(plan, "winLoss"))).toContain("The 12 most frequent of 20 reasons.");
});

const odd = ["=x", ">5", "A*", "?", "~", "TRUE", "00123", "#N/A", "<>", "Zoë \"Q\"", "x".repeat(300)];

describe("LibreOffice computes the same", () => {
  it.each<readonly [string, Partial<Making>]>([
    ["of the worked example", {}],
    ["of odd names", { moves: [], deals: odd.flatMap((name, at): readonly MadeDeal[] => (["won", "lost", "open"] as const).map((outcome) => ({ id: `${name}${outcome}`, owner: name, stage: outcome === "open" ? "New" : outcome === "won" ? "Won" : "Lost", outcome, amount: at * 1000, created: "2026-01-01", closed: "2026-05-01", lostReason: name, competitor: name, source: name, product: name }))) }],
    ["of one won deal", { moves: [], deals: [{ id: "1", stage: "Won", outcome: "won" }] }],
    ["of open deals with competitors", { moves: [], deals: [{ id: "1", stage: "New", amount: 4, competitor: "Acme" }] }],
    ["of typed cards", { memory: memoryOf([en.cards.competitor, en.cards.proof], [["=x", "y"], ["A*", null], ["acme", "z"], [null, "p"]], [["WinLossFew", 2], ["WinLossSmall", 1500], ["WinLossLarge", 3000]]) }],
  ])("%s", async (_, making) => {
    if (!isInstalled("soffice")) return;
    expect(await disagreements(await writeXlsxInNode(planOf(making)))).toEqual([]);
  }, 120_000);
});

describeWithShared("against the shared data", () => {
  it("has Maven's sales cycle and win rates", () => {
    const plan = planOf({ ...maven(), moves: [] });
    const rows = ["Won", "Lost", "Won+Lost"].map((outcome) => expected("maven_crm", "sales_cycle_days").find((row) => row["outcome"] === outcome));
    const near = (name: string, field: string) => columnOf(plan, "WinLossCycle", name).forEach((value, at) => expect(value).toBeCloseTo(Number(rows[at]?.[field]), 9));
    near(en.outcome.mean, "mean_days");
    near(en.outcome.median, "median_days");
    expect(columnOf(plan, "WinLossCycle", en.outcome.deals)).toEqual(rows.map((row) => row?.["n"]));
    const reps = new Map(expected("maven_crm", "rep_ranking").map((row) => [row["sales_agent"], row]));
    const by = columnOf(plan, "WinRates", en.segments.by);
    const found = columnOf(plan, "WinRates", en.segments.segment).flatMap((rep, at) => (by[at] === en.dimensions.owner ? [{ rep, at }] : []));
    expect(found).toHaveLength(10);
    for (const { rep, at } of found) {
      const row = reps.get(rep);
      const own = (name: string) => Number(columnOf(plan, "WinRates", name)[at]);
      expect([rep, own(en.segments.won), own(en.segments.lost), own(en.segments.amount)]).toEqual([rep, row?.["won"], row?.["lost"], row?.["won_amount"]]);
      expect(own(en.segments.rate)).toBeCloseTo(Number(row?.["win_rate"]), 9);
      expect(own(en.segments.average)).toBeCloseTo(Number(row?.["avg_won_deal"]), 6);
      expect(own(en.segments.cycle)).toBeCloseTo(Number(row?.["avg_cycle_days"]), 9);
    }
  });

  it.each(languages)("has Salesforce's win rate, and no cycle of deals that were all created on one day, in %s", async (language) => {
    const plan = await shared(language, "2026-11-23", "salesforce_export/Opportunity.csv", "salesforce_export/User.csv");
    const words = wholeTextIn(language).winLoss;
    const [rate] = expected("salesforce_export", "win_rate");
    const said = wordsOf(sheetOf(plan, "winLoss"));
    expect(said).toContain(String(rate?.["won"]));
    expect(said).toContain(`${(Number(rate?.["win_rate"]) * 100).toFixed(1)}%`);
    expect(said).toContain(words.noCycle);
    const owners = new Map(expected("salesforce_export", "won_by_owner").map((row) => [row["owner_name"], [row["won"], row["lost"], row["won_amount"]]]));
    const by = columnOf(plan, "WinRates", words.segments.by);
    const value = (name: string, at: number) => columnOf(plan, "WinRates", name)[at];
    columnOf(plan, "WinRates", words.segments.segment).forEach((rep, at) => {
      if (by[at] === words.dimensions.owner) expect([rep, [value(words.segments.won, at), value(words.segments.lost, at), value(words.segments.amount, at)]]).toEqual([rep, owners.get(rep)]);
    });
  });
});

async function shared(language: Language, asOf: string, ...files: readonly string[]): Promise<WorkbookPlan> {
  const text = textIn(language);
  const read = await readFiles(files.map((file) => ({ path: sharedData(file) ?? file, object: null })), text);
  return report({ imports: linked(recordsOf(read, text, () => undefined)), memory: emptyMemory, asOf: dayOfIso(asOf) as Day, language, sheets: ["winLoss"] });
}

function expected(set: string, name: string): readonly Readonly<Record<string, unknown>>[] {
  const { results } = JSON.parse(readFileSync(sharedData(`${set}/expected.json`) ?? "", "utf8")) as { readonly results: Readonly<Record<string, { readonly rows: readonly Readonly<Record<string, unknown>>[] }>> };
  return results[name]?.rows ?? [];
}
