// The Team sheet against shared data with answers that others computed, and a small team worked out by hand.

import { readFileSync } from "node:fs";
import { parse } from "papaparse";
import { isProblem, parseTable } from "../../src/crm/table";
import type { ObjectKind } from "../../src/crm/reading";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { periodDays } from "../../src/sheets/team/settings";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, isoOf, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Team: not run, install LibreOffice with: apt-get install libreoffice-calc");

type Exports = Partial<Record<ObjectKind, string>>;

function planOf(exports: Exports, asOf: string, language: Language = "en", memory: Memory = emptyMemory): WorkbookPlan {
  const imports = linkImports(Object.entries(exports).map(([object, text]) => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(table.problem);
    return readExport(table, { object: object as ObjectKind, memory });
  }));
  return report({ imports, memory, asOf: dayOfIso(asOf) as Day, language, sheets: ["team"] });
}

function remembering(inputs: Readonly<Record<string, CellValue>>, tables: Readonly<Record<string, RememberedTable>> = {}): Memory {
  return { inputs: new Map(Object.entries(inputs)), tables: new Map(Object.entries(tables)) };
}

/** A row of a table as an object by our names of its headers. */
function rowOf<K extends string>(plan: WorkbookPlan, table: string, headers: Readonly<Record<K, string>>, rep: string, repHeader: string): Readonly<Partial<Record<K, CellValue>>> {
  const at = columnOf(plan, table, repHeader).indexOf(rep);
  if (at < 0) throw new Error(`no such rep: ${rep}`);
  const names = new Set(plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === table)?.columns.map(({ name }) => name));
  return Object.fromEntries((Object.entries(headers) as [K, string][]).filter(([, header]) => names.has(header)).map(([key, header]) => [key, columnOf(plan, table, header)[at] ?? null])) as Partial<Record<K, CellValue>>;
}

describeWithShared("the shared monthly targets", () => {
  const { rows: expected } = expectedOf("sales_targets").attainment as { rows: { rnk: number; Store: string; Employee: string; total: number; monthly_target: number; attainment: number }[] };
  const repaired: Readonly<Record<string, string>> = {
    Stratfod: "Stratford", Stratfodd: "Stratford", Statford: "Stratford", Straford: "Stratford", Wimbledan: "Wimbledon", Vimbledon: "Wimbledon", Wimbledone: "Wimbledon",
    Bristoll: "Bristol", Bristal: "Bristol", Bristole: "Bristol", Yor: "York", Yorkk: "York", Yark: "York",
  };
  const targets = new Map(csv("sales_targets/monthly_targets.csv").map((row) => [`${repaired[row.Store!] ?? row.Store} ${row.Employee}`, Number(row["Monthly Target"])]));
  // Seven months of sales against seven monthly targets.
  const lines = csv("sales_targets/sales_by_month_wide.csv").map((row) => {
    const { Store, Employee, ...months } = row;
    const sum = Object.values(months).reduce((all, value) => all + Number(value), 0);
    return `${Store},${Employee},${7 * targets.get(`${Store} ${Employee}`)!},${sum}`;
  });
  const rep = ["Store,Employee,Quota,Sales", ...lines].join("\n");

  it.each(languages)("have the attainment and the rank that others computed, whoever shares a name, in %s", (language) => {
    const { team } = wholeTextIn(language);
    const plan = planOf({ rep }, "2021-07-31", language);
    const names = columnOf(plan, "TeamRanking", team.ranking.rep);
    const stores = columnOf(plan, "TeamRanking", team.ranking.team);
    const found = names.map((name, at) => [stores[at], String(name).split(" · ")[0], columnOf(plan, "TeamRanking", team.ranking.sales)[at], round(columnOf(plan, "TeamRanking", team.ranking.attainment)[at]), columnOf(plan, "TeamRanking", team.ranking.attainmentRank)[at]].join("|"));
    expect(found.sort()).toEqual(expected.map((row) => [row.Store, row.Employee, row.total, round(row.attainment), row.rnk].join("|")).sort());
    expect(found).toHaveLength(35);
  });
});

describeWithShared("the shared Maven deals of 2017", () => {
  const exports = { deal: readFileSync(sharedData("maven_crm/sales_pipeline.csv") ?? "", "utf8"), rep: readFileSync(sharedData("maven_crm/sales_teams.csv") ?? "", "utf8") };
  const { rows } = expectedOf("maven_crm").rep_ranking as { rows: { rank_by_amount: number; sales_agent: string; won_amount: number; win_rate: number; avg_won_deal: number; avg_cycle_days: number }[] };
  const { rows: idle } = expectedOf("maven_crm").reps_without_deals as { rows: { sales_agent: string }[] };
  const { team } = wholeTextIn("en");
  const plan = planOf(exports, "2017-12-31");

  it("give every rep the sales, win rate, average deal and cycle that others computed", () => {
    for (const row of rows) {
      const { sales, salesRank } = rowOf(plan, "TeamRanking", team.ranking, row.sales_agent, team.ranking.rep);
      expect([row.sales_agent, sales, salesRank]).toEqual([row.sales_agent, row.won_amount, row.rank_by_amount]);
      const { winRate, averageWon, cycle } = rowOf(plan, "TeamFigures", team.measures, row.sales_agent, team.scores.rep);
      expect([winRate, averageWon, cycle].map(round)).toEqual([row.win_rate, row.avg_won_deal, row.avg_cycle_days].map(round));
    }
    expect(rows).toHaveLength(30);
  });

  it("keep the reps without deals", () => {
    for (const { sales_agent } of idle) expect(rowOf(plan, "TeamRanking", team.ranking, sales_agent, team.ranking.rep)).toMatchObject({ sales: 0, status: team.statuses.noQuota });
    expect(idle).toHaveLength(5);
  });
});

/** A fiscal year from January; as of 2026-07-01, 182 of 365 days have gone. */
const deal = [
  "Deal ID,Deal Name,Account Name,Owner,Stage,Amount,Created Date,Close Date,Next Step,Lead Source,Stage Since",
  "D1,Alpha,Acme,Ann,Closed Won,60000,2026-01-10,2026-03-01,Web,2026-03-01",
  "D2,Beta,Acme,Ann,Closed Lost,20000,2026-01-10,2026-04-01,Web,2026-04-01",
  "D3,Gamma,Bolt,Bob,Closed Won,30000,2026-02-01,2026-03-03,Web,2026-03-03",
  "D4,Delta,Bolt,Bob,Closed Won,30000,2026-02-01,2025-12-30,Web,2025-12-30",
  "D5,Eps,Core,Cid,Closed Won,30000,2026-05-01,2026-05-21,Web,2026-05-21",
  "D6,Zeta,Core,Ann,Proposal,10000,2026-06-01,2026-08-01,Call,2026-06-20",
  "D7,Eta,Bob,Proposal,2026-06-01,2026-08-01,Web,2026-06-20",
].join("\n");
const rep = ["Rep,Region,Hire Date,Quota,CSAT", "Ann,North,2020-01-01,100000,90%", "Bob,South,2021-01-01,100000,45%", "Cid,South,2026-04-01,100000,", "Dee,South,2026-06-01,"].join("\n");
const activity = [
  "Activity ID,Activity Type,Deal,Account Name,Owner,Date,Created Date",
  "T1,Call,Alpha,Acme,Ann,2026-02-02,2026-02-02", "T2,Call,Alpha,Acme,Ann,2026-02-03,2026-02-04", "T3,Call,Gamma,Bolt,Ann,2026-02-05,2026-02-07", "T4,Call,Gamma,Bolt,Ann,2026-02-06,2026-02-16",
  "T5,Meeting,Delta,Bolt,Ann,2026-02-08,2026-02-01", "T6,Call,Alpha,Acme,Bob,2026-02-09,2026-02-09", "T7,Call,Gamma,Bolt,Bob,2027-01-01,2027-01-01", "T8,Call,Nowhere,Bolt,Bob,2026-02-09,2026-02-10",
].join("\n");
const asOf = "2026-07-01";

describe.each(languages)("a small team in %s", (language) => {
  const { team } = wholeTextIn(language);
  const plan = planOf({ deal, rep, activity }, asOf, language);
  const ranked = (name: string) => rowOf(plan, "TeamRanking", team.ranking, name, team.ranking.rep);
  const gone = 182 / 365;

  it("ranks with equal figures sharing a rank, and holds attainment against the time gone", () => {
    expect(columnOf(plan, "TeamRanking", team.ranking.rep)).toEqual(["Ann", "Bob", "Cid", "Dee"]);
    expect(ranked("Ann")).toMatchObject({ sales: 60000, salesRank: 1, attainment: 0.6, attainmentRank: 1, status: team.statuses.onTrack });
    expect(ranked("Bob")).toMatchObject({ sales: 30000, salesRank: 2, attainment: 0.3, attainmentRank: 2, status: team.statuses.offTrack });
    expect(ranked("Cid")).toMatchObject({ salesRank: 2, attainmentRank: 2 });
    expect(ranked("Dee")).toMatchObject({ sales: 0, salesRank: 4, quota: "", attainment: "", attainmentRank: "", pace: "", status: team.statuses.noQuota });
    const { expected, pace, projected } = ranked("Ann");
    expect([expected, pace, projected].map(round)).toEqual([100000 * gone, 0.6 / gone, 60000 / gone].map(round));
  });

  it("counts updates on the same and the next day among those that tell", () => {
    const rows = rowOf(plan, "TeamUpdates", team.updates, "Ann", team.updates.rep);
    expect(rows).toMatchObject({ activities: 5, sameDay: 1, nextDay: 1, week: 1, later: 1, unknown: 1, share: 0.5, status: team.updateStatuses.below });
    expect(rowOf(plan, "TeamUpdates", team.updates, "Bob", team.updates.rep)).toMatchObject({ activities: 2, sameDay: 1, nextDay: 1, share: 1, status: team.updateStatuses.met });
  });

  it("finds the best newcomer by attainment and the best collaborator by points", () => {
    // Ann: three activities on two deals of Bob's, 3 × 1 + 2 × 3; Bob: one on one of Ann's, 1 + 3.
    expect(rowOf(plan, "TeamAwards", team.awards, "Ann", team.awards.rep)).toMatchObject({ activities: 3, deals: 2, points: 9 });
    expect(rowOf(plan, "TeamAwards", team.awards, "Bob", team.awards.rep)).toMatchObject({ activities: 1, deals: 1, points: 4 });
    // Cid started 91 days before, with 30 % of quota; Dee 30 days before, without a quota.
    expect(rowOf(plan, "TeamAwards", team.awards, "Cid", team.awards.rep)).toMatchObject({ days: 91, attainment: 0.3, sales: 30000 });
    expect(rowOf(plan, "TeamAwards", team.awards, "Ann", team.awards.rep)).toMatchObject({ attainment: "", sales: "" });
    expect(cardUnder(plan, team.newcomerTitle)).toBe("Cid");
    expect(cardUnder(plan, team.collaboratorTitle)).toBe("Ann");
  });

  it("weighs scores over what there is", () => {
    const figures = (name: string) => rowOf(plan, "TeamFigures", team.measures, name, team.scores.rep);
    const scores = (name: string) => rowOf(plan, "TeamScores", { ...team.measures, ...team.scores }, name, team.scores.rep);
    // Ann: 1 won of 2; amounts 60000; 50 days; own open deal with amount, due, account, next step, no source: 4 of 5. Bob's: due and source, 2 of 5.
    expect(figures("Ann")).toMatchObject({ attainment: 0.6, winRate: 0.5, averageWon: 60000, cycle: 50, csat: 0.9, updates: 0.5, completeness: 0.8, moving: 1, training: "" });
    expect(figures("Bob")).toMatchObject({ winRate: 1, averageWon: 30000, cycle: 30, completeness: 0.4 });
    expect(figures("Cid")).toMatchObject({ cycle: 20, csat: "", updates: "", completeness: "", moving: "" });
    expect(round(figures("Ann").activities)).toBe(round(5 / 26));
    // The best cycle is 20 days; satisfaction is held against 90 %; win rate against the best, 100 %.
    const ann = { attainment: 60, winRate: 50, averageWon: 100, cycle: 40, csat: 100, updates: 50 / 0.95, activities: 100, completeness: 80 / 0.95, moving: 100 };
    for (const [key, value] of Object.entries(ann)) expect([key, round(scores("Ann")[key as keyof typeof ann])]).toEqual([key, round(value)]);
    const result = (40 * 60 + 10 * 50 + 5 * 100 + 5 * 40) / 60;
    const process = (20 * 100 + 4 * ann.updates + 3 * 100 + 4 * ann.completeness + 3 * 100) / 34;
    expect([scores("Ann").result, scores("Ann").process, scores("Ann").total].map(round)).toEqual([result, process, (60 * result + 34 * process) / 94].map(round));
    // Bob's activities: two in 26 weeks, 40 % of Ann's five.
    expect(round(scores("Bob").activities)).toBe(40);
    expect(round(scores("Bob").csat)).toBe(50);
  });

  it("takes what is typed before what was exported, and keeps it in the other language", () => {
    const headers = wholeTextIn("en").team.typed;
    const typed = { columns: (["rep", "ownQuota", "ownStart", "training", "projects", "note"] as const).map((key) => headers[key]), rows: [["Bob", 60000, null, 0.5, 2, "helps a lot"], ["Eve", 1000, null, null, null, null]] };
    const weights = { columns: [wholeTextIn("en").team.weights.measure, wholeTextIn("en").team.weights.weight, wholeTextIn("en").team.weights.target], rows: [[wholeTextIn("en").team.measures.training, 50, 1], [wholeTextIn("en").team.measures.winRate, 10, 0.8]] };
    const changed = planOf({ deal, rep, activity }, asOf, language, remembering({ TeamPeriod: "This fiscal quarter", TeamQuotaPer: "Year" }, { TeamQuotas: typed, BalanceWeights: weights }));
    // A quarter of the quota: Bob's own 60000 / 4; the third quarter began that day, so nothing is sold in it.
    expect(rowOf(changed, "TeamRanking", team.ranking, "Bob", team.ranking.rep)).toMatchObject({ quota: 15000, sales: 0, attainment: 0 });
    expect(rowOf(changed, "TeamRanking", team.ranking, "Eve", team.ranking.rep)).toMatchObject({ quota: 250, sales: 0 });
    expect(rowOf(changed, "TeamAwards", team.awards, "Bob", team.awards.rep)).toMatchObject({ projects: 2, points: 14 });
    expect(rowOf(changed, "TeamScores", team.measures, "Bob", team.scores.rep)).toMatchObject({ training: 50 });
    expect(rowOf(changed, "TeamQuotas", team.typed, "Bob", team.typed.rep)).toMatchObject({ note: "helps a lot" });
    expect(wordsOf(sheetOf(changed, "team"))).toContain(team.periods.thisQuarter);
    expect(changed.sheets.some(({ id }) => id === "kept")).toBe(false);
  });

  withOffice("LibreOffice computes the same, odd names and other choices too", async () => {
    const odd = (text: string) => text.replaceAll("Ann", "=1+1").replaceAll("Bob", "A*").replaceAll("Cid", ">5").replaceAll("Dee", "D?e");
    const chosen = remembering({ TeamPeriod: team.periods.lastQuarter, TeamQuotaPer: team.quotaPers.month, TeamActual: team.actuals.export });
    const withSales = rep.replace("CSAT", "CSAT,Sales").replaceAll("%", "%,5000");
    const plans = [plan, planOf({ deal: odd(deal), rep: odd(rep), activity: odd(activity) }, asOf, language), planOf({ deal, rep: withSales }, asOf, language, chosen)];
    for (const one of plans) expect(await disagreements(await writeXlsxInNode(one))).toEqual([]);
    const oddSales = (name: string) => rowOf(plans[1]!, "TeamRanking", team.ranking, name, team.ranking.rep).sales;
    expect(["=1+1", "A*", ">5", "D?e"].map(oddSales)).toEqual([60000, 30000, 30000, 0]);
  }, 240_000);

  it("says what is missing instead of figures", () => {
    const undated = planOf({ deal: "Deal ID,Owner,Stage,Amount\nD1,Ann,Closed Won,5" }, asOf, language);
    expect(wordsOf(sheetOf(undated, "team"))).toContain(team.headlineNone);
    expect(columnOf(undated, "TeamRanking", team.ranking.sales)).toEqual([""]);
    expect(wordsOf(sheetOf(undated, "team"))).toContain(team.updatesMissing);
    const nobody = planOf({ deal: "Deal ID,Stage,Amount\nD1,Closed Won,5" }, asOf, language);
    expect(wordsOf(sheetOf(nobody, "team"))).toContain(team.noReps);
    const twins = planOf({ deal, rep: "Rep,Region\nAnn,North\nAnn,South" }, asOf, language);
    expect(columnOf(twins, "TeamRanking", team.ranking.rep).slice().sort()).toEqual(["Ann · North", "Ann · South", "Bob", "Cid"]);
    expect(rowOf(twins, "TeamRanking", team.ranking, "Ann · North", team.ranking.rep).sales).toBe("");
  });

  it("shows a hundred of very many reps and says so", () => {
    const many = ["Deal ID,Owner,Stage,Amount,Created Date,Close Date", ...Array.from({ length: 130 }, (_, at) => `D${at},Rep ${at},Closed Won,${at + 1},2026-01-01,2026-02-01`)].join("\n");
    const shown = planOf({ deal: many }, asOf, language);
    expect(columnOf(shown, "TeamRanking", team.ranking.rep)).toHaveLength(100);
    expect(columnOf(shown, "TeamRanking", team.ranking.rep)[0]).toBe("Rep 129");
    expect(wordsOf(sheetOf(shown, "team"))).toContain("130");
  });
});

it.each([
  ["2026-07-01", 1, "thisYear", "2026-01-01", "2026-12-31"], ["2026-07-01", 1, "thisQuarter", "2026-07-01", "2026-09-30"], ["2026-07-01", 1, "lastQuarter", "2026-04-01", "2026-06-30"],
  ["2026-02-15", 4, "thisYear", "2025-04-01", "2026-03-31"], ["2026-02-15", 4, "thisQuarter", "2026-01-01", "2026-03-31"], ["2026-02-15", 3, "thisQuarter", "2025-12-01", "2026-02-28"],
  ["2024-03-31", 1, "lastMonth", "2024-02-01", "2024-02-29"], ["2026-02-15", 4, "lastYear", "2024-04-01", "2025-03-31"],
] as const)("on %s with a fiscal year from month %i, %s runs from %s to %s", (today, start, period, from, to) => {
  const days = periodDays(dayOfIso(today) as Day, start, period);
  expect([days.from, days.to].map((day) => isoOf(day))).toEqual([from, to]);
});

function cardUnder(plan: WorkbookPlan, title: string): CellValue | undefined {
  const { cells } = sheetOf(plan, "team");
  const label = cells.find(({ value, look }) => value === title && look === "cardLabel");
  return cells.find(({ row, column }) => row === (label?.row ?? -9) + 1 && column === label?.column)?.value;
}

function csv(path: string): readonly Readonly<Record<string, string>>[] {
  return parse<Record<string, string>>(readFileSync(sharedData(path) ?? "", "utf8"), { header: true, skipEmptyLines: true }).data;
}

function expectedOf(set: string): Readonly<Record<string, unknown>> {
  return (JSON.parse(readFileSync(sharedData(`${set}/expected.json`) ?? "", "utf8")) as { results: Record<string, unknown> }).results;
}

function round(value: CellValue | undefined): CellValue | undefined {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 + 0 : value;
}
