// The Coaching sheet filled in by hand: pass rates, plans and means worked out in the test.

import { isProblem, parseTable } from "../../src/crm/table";
import type { ObjectKind } from "../../src/crm/reading";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { Memory, RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Coaching: not run, install LibreOffice with: apt-get install libreoffice-calc");

const asOf = dayOfIso("2026-07-01") as Day;
const day = (iso: string) => dayOfIso(iso) as Day;

const deal = [
  "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date",
  "D1,Alpha,Ann,Qualification,500,2026-06-20,2026-09-01", "D2,Beta,Ann,Proposal,900,2026-06-20,2026-09-01", "D3,Gamma,Bob,Negotiation,100,2026-06-20,2026-05-01",
  "D4,Delta,Bob,Closed Won,700,2026-01-01,2026-02-01",
].join("\n");
const rep = ["Rep,Hire Date,Quota", "Ann,2020-01-01,5", "Nina,2026-06-01,5", "Otto,2026-03-01,5"].join("\n");

function planOf(language: Language, tables: Readonly<Record<string, RememberedTable>>, exports: Partial<Record<ObjectKind, string>> = {}, inputs: Readonly<Record<string, CellValue>> = {}): WorkbookPlan {
  const memory: Memory = { inputs: new Map(Object.entries(inputs)), tables: new Map(Object.entries(tables)) };
  const imports = linkImports(Object.entries(exports).map(([object, text]) => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(table.problem);
    return readExport(table, { object: object as ObjectKind, memory });
  }));
  return report({ imports, memory, asOf, language, sheets: ["coaching"] });
}

/** A table as a workbook in a language holds it. */
function tableIn<K extends string>(headers: Readonly<Record<K, string>>, keys: readonly K[], rows: readonly (readonly CellValue[])[]): RememberedTable {
  return { columns: keys.map((key) => headers[key]), rows };
}

function filled(language: Language, ann = "Ann", bob = "Bob"): Readonly<Record<string, RememberedTable>> {
  const { coaching: words } = wholeTextIn(language);
  const { solution, negotiation } = words.certificateSeeds;
  return {
    Certifications: tableIn(words.log, ["rep", "certificate", "date", "score", "note"], [
      [ann, solution.name, asOf - 60, 72, null], [ann, solution.name, asOf - 30, 88, "second try"], [bob, solution.name, asOf - 30, 60, null], [bob, negotiation.name, asOf - 20, 80, null], [bob, "Unheard of", asOf - 20, 99, null],
    ]),
    RolePlays: tableIn(words.plays, ["rep", "scenario", "date", "questions", "value", "objections", "close"], [
      [ann, "Price", asOf - 60, 3, 2, 2, 3], [bob, "First visit", asOf - 50, 5, 4, null, 2], [ann, "Price again", asOf - 30, 4, 3, 3, 5],
    ]),
    Newcomers: tableIn(words.newcomers, ["name", "mentor", "start"], [["Max", ann, day("2026-06-15")]]),
    OnboardingPlan: tableIn(words.plan, ["newcomer", "task", "done", "note"], [["Max", words.planTasks.product.task, day("2026-06-24"), "well done"]]),
    SpinDeals: tableIn(words.spin, ["id", "deal", "situation", "problem", "implication", "payoff", "step", "by"], [
      ["D1", "Alpha", "By hand", null, null, null, null, null], ["D4", "Delta", "a", "b", "c", "d", "Call", asOf],
    ]),
    LearningPlan: tableIn(words.learning, ["who", "activity", "kind", "hours", "when"], [[ann, "Ride along", words.learningKinds.practice, 30, null], ["All", "Course", words.learningKinds.formal, 10, null], ["All", "?", null, 99, null]]),
  };
}

describe.each(languages)("in %s", (language) => {
  const { coaching: words, tables } = wholeTextIn(language);
  const plan = planOf(language, filled(language), { deal, rep });
  const at = (table: string, keyHeader: string, key: CellValue, header: string) => columnOf(plan, table, header)[columnOf(plan, table, keyHeader).indexOf(key)];

  it("lets the last attempt of a person count, and no certificate without a pass mark", () => {
    expect(columnOf(plan, "Certifications", words.log.passed).slice(0, 5)).toEqual([tables.no, tables.yes, tables.no, tables.yes, ""]);
    expect(columnOf(plan, "Certifications", words.log.counts).slice(0, 5)).toEqual([0, 1, 1, 1, ""]);
    expect(columnOf(plan, "Certificates", words.certificates.taken).slice(0, 3)).toEqual([2, 1, 0]);
    expect(columnOf(plan, "Certificates", words.certificates.rate).slice(0, 3)).toEqual([1 / 2, 1, ""]);
    expect(columnOf(plan, "Certificates", words.certificates.status).slice(0, 3)).toEqual([words.certificateStatuses.below, words.certificateStatuses.met, words.certificateStatuses.none]);
    expect(cardOf(plan, words.cards.pass)).toBeCloseTo(2 / 3, 9);
  });

  it("means role plays over the criteria filled in, and tells the trend and what to practise", () => {
    // Ann: 2.5 and 3.75; Bob: 11 / 3.
    expect(columnOf(plan, "RolePlayScores", words.scores.rep)).toEqual(["Ann", "Bob"]);
    expect(columnOf(plan, "RolePlayScores", words.scores.mean).map(to6)).toEqual([3.125, to6(11 / 3)]);
    expect(columnOf(plan, "RolePlayScores", words.scores.weakest)).toEqual([words.plays.value, words.plays.close]);
    expect(columnOf(plan, "RolePlayScores", words.scores.trend)).toEqual([words.trends.up.replace("{n}", "1.3"), words.trends.one]);
    expect(cardOf(plan, words.cards.play)).toBeCloseTo((2.5 + 11 / 3 + 3.75) / 3, 9);
  });

  it("dates each task from the start day, of those typed and those hired lately", () => {
    const rows = columnOf(plan, "OnboardingPlan", words.plan.newcomer);
    expect([...new Set(rows)]).toEqual(["Max", "Nina"]);
    expect(rows).toHaveLength(2 * 15);
    const due = columnOf(plan, "OnboardingPlan", words.plan.due);
    const status = columnOf(plan, "OnboardingPlan", words.plan.status);
    // Max began on 15 June: product 25 June (done), industry 30 June, CRM 5 July, processes 10 July.
    expect(due.slice(0, 4)).toEqual(["2026-06-25", "2026-06-30", "2026-07-05", "2026-07-10"].map(day));
    expect(status.slice(0, 4)).toEqual([words.statuses.done, words.statuses.overdue, words.statuses.soon, words.statuses.ahead]);
    // Nina began on 1 June: 11, 16, 21 and 26 June are past; 1 July is due on the as-of day.
    expect(status.slice(15, 20)).toEqual([...Array<string>(4).fill(words.statuses.overdue), words.statuses.soon]);
    expect(columnOf(plan, "Newcomers", words.newcomers.done).slice(0, 3)).toEqual([1, 0, ""]);
    expect(columnOf(plan, "Newcomers", words.newcomers.overdue).slice(0, 2)).toEqual([1, 4]);
    expect(columnOf(plan, "Newcomers", words.newcomers.day).slice(0, 2)).toEqual([16, 30]);
    expect(cardOf(plan, words.cards.overdue)).toBe(5);
  });

  it("does not list a newcomer again whom someone took out", () => {
    const names = (tables: Readonly<Record<string, RememberedTable>>, inputs: Readonly<Record<string, CellValue>>) =>
      columnOf(planOf(language, tables, { rep }, inputs), "Newcomers", words.newcomers.name).filter((name) => name !== null);
    const { Newcomers, OnboardingPlan, ...rest } = filled(language);
    const taken = { ...rest, Newcomers: Newcomers!, OnboardingPlan: { ...OnboardingPlan!, rows: [...OnboardingPlan!.rows, ["Nina", words.planTasks.crm.task, null, null]] } };
    expect(names(taken, {})).toEqual(["Max"]);
    expect(names({ ...rest, Newcomers: Newcomers! }, { AsOf: day("2026-06-20") })).toEqual(["Max"]);
    expect(names({ ...rest, Newcomers: Newcomers! }, { AsOf: day("2026-05-31") })).toEqual(["Max", "Nina"]);
    expect(names({ ...rest, Newcomers: { ...Newcomers!, rows: [] } }, { AsOf: day("2026-06-20") })).toEqual(["Nina"]);
  });

  it("lists overdue open deals first, keeps typed answers of closed ones, and asks what is still open", () => {
    expect(columnOf(plan, "SpinDeals", words.spin.id)).toEqual(["D3", "D2", "D1", "D4"]);
    expect(columnOf(plan, "SpinDeals", words.spin.answered)).toEqual([0, 0, 1, 4]);
    expect(columnOf(plan, "SpinDeals", words.spin.phase)).toEqual([words.phases.late, words.phases.middle, words.phases.early, words.phases.any]);
    // Late: its own question of the situation; middle has none, so the first of the kind; D1 has the situation, early problems have their own.
    expect(columnOf(plan, "SpinDeals", words.spin.next)).toEqual([words.questions.s3, words.questions.s1, words.questions.p2, words.allAnswered]);
    expect(at("SpinDeals", words.spin.id, "D4", words.spin.stage)).toBe(words.gone);
    expect(cardOf(plan, words.cards.spin)).toBe(1);
  });

  it("holds hours by kind against 70-20-10", () => {
    expect(columnOf(plan, "LearningShares", words.shares.hours)).toEqual([30, 0, 10]);
    expect(columnOf(plan, "LearningShares", words.shares.share)).toEqual([0.75, 0, 0.25]);
    const { balanced, little, much } = words.shareStatuses;
    expect(columnOf(plan, "LearningShares", words.shares.status)).toEqual([balanced, little, much]);
    const seeded = planOf(language, {});
    expect(columnOf(seeded, "LearningShares", words.shares.share)).toEqual([0.7, 0.2, 0.1]);
  });

  it("keeps everything typed when the language changes", () => {
    const other: Language = language === "en" ? "zh-CN" : "en";
    const { coaching: then } = wholeTextIn(other);
    const changed = planOf(other, { ...filled(language), Certificates: tableIn(words.certificates, ["name", "what", "mark"], [[words.certificateSeeds.solution.name, "ours", 70]]) }, { deal, rep }, { CertificationGoal: 0.5 });
    expect(columnOf(changed, "SpinDeals", then.spin.situation)).toEqual([null, null, "By hand", "a"]);
    expect(columnOf(changed, "OnboardingPlan", then.plan.note)[0]).toBe("well done");
    expect(columnOf(changed, "OnboardingPlan", then.plan.task)[0]).toBe(then.planTasks.product.task);
    expect(columnOf(changed, "Certificates", then.certificates.name)[0]).toBe(then.certificateSeeds.solution.name);
    expect(columnOf(changed, "Certificates", then.certificates.rate)[0]).toBe(1 / 2);
    expect(columnOf(changed, "Certificates", then.certificates.status)[0]).toBe(then.certificateStatuses.met);
    expect(columnOf(changed, "LearningShares", then.shares.share)).toEqual([0.75, 0, 0.25]);
    expect(changed.sheets.some(({ id }) => id === "kept")).toBe(false);
  });

  it("needs no data, and says what would come of some", () => {
    const empty = planOf(language, {});
    const said = wordsOf(sheetOf(empty, "coaching"));
    for (const sentence of [words.spinNone, words.planNone, words.playsNone]) expect(said).toContain(sentence);
    expect(columnOf(empty, "SpinQuestions", words.bank.question).slice(0, 2)).toEqual([words.questions.s1, words.questions.s2]);
    expect(columnOf(empty, "OnboardingTasks", words.tasks.day).slice(0, 15).at(-1)).toBe(90);
  });

  withOffice("LibreOffice computes the same, odd names too", async () => {
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(planOf(language, filled(language, "=1+1", "A*"))))).toEqual([]);
  }, 240_000);
});

function cardOf(plan: WorkbookPlan, label: string): CellValue | undefined {
  const { cells } = sheetOf(plan, "coaching");
  const found = cells.find(({ value, look }) => value === label && look === "cardLabel");
  return cells.find(({ row, column }) => row === (found?.row ?? -9) + 1 && column === found?.column)?.value;
}

function to6(value: CellValue): CellValue {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
}
