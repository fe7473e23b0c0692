// The Roadmap sheet against figures worked out by hand, on data typed into it and on none.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report } from "../../src/report";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { roadmapEntry } from "../../src/sheets/roadmap";
import { statusOf } from "../../src/sheets/roadmap/milestones";
import { templateOf } from "../../src/sheets/save-template";
import { withTemplate } from "../../src/sheets/template";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared } from "../shared-data";
import { bookOf, columnOf, made, sheetOf, tableOf, wordsOf } from "./made";
import { maven } from "./maven";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of the roadmap: not run, install LibreOffice with: apt-get install libreoffice-calc");

const asOf = day("2026-11-23");

function day(iso: string): Day {
  return dayOfIso(iso) as Day;
}

function plan(memory: Memory, language: Language = "en", on: Day = asOf): WorkbookPlan {
  return report({ imports: [], memory, asOf: on, language, sheets: ["roadmap"] });
}

/** Rows typed under headers of the language. */
function typed(language: Language, tables: Readonly<Record<string, { readonly headers: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }>>, inputs: Readonly<Record<string, CellValue>> = {}): Memory {
  return { ...emptyMemory, language, inputs: new Map(Object.entries(inputs)), tables: new Map(Object.entries(tables).map(([name, { headers, rows }]) => [name, { columns: headers, rows }])) };
}

function diagnosis(language: Language, rows: readonly (readonly [dimension: string, question: CellValue, score: CellValue, target: CellValue])[]) {
  const words = wholeTextIn(language).roadmap.diagnosis;
  return { headers: [words.dimension, words.question, words.score, words.target], rows };
}

function milestones(language: Language, rows: readonly (readonly [phase: string, milestone: CellValue, start: CellValue, due: CellValue, done: CellValue])[]) {
  const words = wholeTextIn(language).roadmap.milestones;
  return { headers: [words.phase, words.milestone, words.start, words.due, words.done], rows };
}

describe.each(languages)("in %s", (language) => {
  const { roadmap } = wholeTextIn(language);
  const { dimensions, phases, standing, stages } = roadmap;
  const scored = typed(language, {
    Diagnosis: diagnosis(language, [
      [dimensions.goals, "=x", 2, 4], [dimensions.goals, ">5", 3, 5], [dimensions.processes, "A*", 4, 4], [dimensions.tools, "?", 1, null], [dimensions.tools, "n", "n/a", 4], ["mine", "own", 5, 5],
    ]),
    Milestones: milestones(language, [
      [phases.base, "first", day("2026-11-02"), day("2026-11-22"), 1],
      [phases.base, "second", day("2026-11-16"), day("2026-12-06"), 0.1],
      [phases.data, "A*", day("2026-11-30"), day("2026-12-13"), null],
      [phases.data, "point", null, day("2026-12-02"), null],
      [phases.whole, "none", "soon", null, null],
    ]),
  }, { RoadmapFirstDay: day("2026-11-02"), RoadmapDaysPerColumn: 7 });
  const book = plan(scored, language);
  const at = (table: string, column: string) => columnOf(book, table, column);

  it("averages what is scored, and leaves out what is not", () => {
    expect(at("RoadmapStanding", standing.dimension)).toEqual([dimensions.goals, dimensions.processes, dimensions.capability, dimensions.tools, dimensions.collaboration, standing.all]);
    expect(at("RoadmapStanding", standing.now)).toEqual([(2 + 3) / 2, 4, "", 1, "", (2 + 3 + 4 + 1 + 5) / 5]);
    expect(at("RoadmapStanding", standing.target)).toEqual([(4 + 5) / 2, 4, "", 4, "", (4 + 5 + 4 + 4 + 5) / 5]);
    expect(at("RoadmapStanding", standing.gap)).toEqual([4.5 - 2.5, 0, "", 3, "", expect.closeTo(4.4 - 3, 9)]);
    expect(at("RoadmapStanding", standing.scored)).toEqual([2, 1, 0, 1, 0, 5]);
    expect(at("RoadmapStanding", standing.widest)).toEqual(["=x", "", "", "", "", "=x"]);
    expect(at("RoadmapStanding", standing.level)[1]).toBe(standing.levels[3]);
    expect(at("Diagnosis", roadmap.diagnosis.gap)).toEqual([2, 2, 0, "", "", 0]);
  });

  it("says in which dimension the gap is widest", () => {
    const said = sheetOf(book, "roadmap").cells[1]?.value;
    expect(said).toBe(roadmap.headline.replace("{now}", "3").replace("{target}", "4.4").replace("{dimension}", dimensions.tools).replace("{gap}", "3"));
    expect(wordsOf(sheetOf(plan(emptyMemory, language), "roadmap"))).toContain(roadmap.noScores);
  });

  it("draws the five dimensions as a radar of today and target", () => {
    const [chart] = sheetOf(book, "roadmap").charts;
    expect([chart?.kind, chart?.axisMin, chart?.axisMax]).toEqual(["radar", 0, 5]);
    expect(chart?.series.map(({ values }) => values.values)).toEqual([[2.5, 4, "", 1, ""], [4.5, 4, "", 4, ""]]);
    expect(chart?.series[0]?.categories.values).toEqual(Object.values(dimensions));
  });

  it("sums each phase up by the days of its milestones", () => {
    // First: 21 days, done. Second: 21 days, a tenth done, 8 of 21 days gone: behind.
    expect(at("RoadmapPhases", stages.done)).toEqual([expect.closeTo((21 + 2.1) / 42, 9), 0, ""]);
    expect(at("RoadmapPhases", stages.milestones)).toEqual([2, 2, 1]);
    expect(at("RoadmapPhases", stages.next)).toEqual(["second", "point", ""]);
    expect(at("RoadmapPhases", stages.from)).toEqual([day("2026-11-02"), day("2026-11-30"), ""]);
    expect(at("RoadmapPhases", stages.to)).toEqual([day("2026-12-06"), day("2026-12-13"), ""]);
    const { statuses } = roadmap.milestones;
    expect(at("RoadmapPhases", stages.state)).toEqual([statuses.behind, statuses.notYet, statuses.notYet]);
    expect(at("Milestones", roadmap.milestones.status)).toEqual([statuses.done, statuses.behind, statuses.notYet, statuses.notYet, statuses.noDates]);
  });

  it("draws what is done, what is left, a day alone, and the as-of day", () => {
    const sheet = sheetOf(book, "roadmap");
    const { top } = tableOf(book, "Milestones");
    const row = (nth: number) => sheet.cells.filter((cell) => cell.row === top + 1 + nth && cell.column >= 8).map(({ value }) => value).slice(0, 7).join("");
    const weeks = sheet.cells.filter((cell) => cell.row === top && cell.column >= 8).map(({ value }) => value).slice(0, 7);
    expect(weeks).toEqual([2, 9, 16, 23, 30, 7, 14]);
    // Weeks from November 2, 9, 16, 23, 30 and December 7, 14. The as-of day is in the fourth.
    expect(row(0)).toBe("■■■│");
    // From November 16 to December 6; a tenth is 2.1 days: within the first week.
    expect(row(1)).toBe("■□□");
    expect(row(2)).toBe("│□□");
    expect(row(3)).toBe("│◆");
    expect(row(4)).toBe("│");
  });

  it("keeps the days of the first build when it is refreshed a year later", async () => {
    const first = plan(emptyMemory, language);
    const later = plan(recallXlsx(await writeXlsxInNode(first), remembered), language, day("2027-11-23"));
    expect(columnOf(first, "Milestones", roadmap.milestones.start)[0]).toBe(day("2026-11-23"));
    expect(columnOf(later, "Milestones", roadmap.milestones.start)).toEqual(columnOf(first, "Milestones", roadmap.milestones.start));
    expect(columnOf(later, "Milestones", roadmap.milestones.status)[0]).toBe(roadmap.milestones.statuses.overdue);
  });

  it("says what pilots changed and how many people work in the new way", () => {
    const { pilots, rollOut, rhythm } = roadmap;
    const memory = typed(language, {
      PilotLog: { headers: [pilots.team, pilots.what, pilots.before, pilots.after, pilots.verdict], rows: [["North", "SPIN", 0.3, 0.36, pilots.verdicts.keep], ["South", "=1+1", 90, "n/a", pilots.verdicts.stop], ["East", "new", null, null, null]] },
      RollOutLog: { headers: [rollOut.team, rollOut.adoption, rollOut.people], rows: [["North", 0.9, 10], ["South", 0.5, 30], ["West", 0.8, null], ["East", "?", 5]] },
      ReviewRhythm: { headers: [rhythm.review, rhythm.last, rhythm.every], rows: [["weekly", day("2026-11-16"), 7], ["monthly", day("2026-10-01"), 30], ["new", null, 7], ["odd", day("2026-10-01"), null]] },
    });
    const now = plan(memory, language);
    const words = wordsOf(sheetOf(now, "roadmap"));
    expect(columnOf(now, "PilotLog", pilots.change).slice(0, 3)).toEqual([expect.closeTo(0.06, 9), "", ""]);
    expect(words).toContain(pilots.count.replace("{all}", "3").replace("{keep}", "1").replace("{adjust}", "0").replace("{stop}", "1").replace("{open}", "1"));
    // (10 × 90 % + 30 × 50 %) ÷ 40 = 24 ÷ 40; one of two teams with both reaches 80 %.
    expect(words).toContain(rollOut.count.replace("{mean}", "60%").replace("{reached}", "1").replace("{all}", "2").replace("{goal}", "80%"));
    expect(columnOf(now, "ReviewRhythm", rhythm.next)).toEqual([day("2026-11-23"), day("2026-10-31"), "", ""]);
    expect(columnOf(now, "ReviewRhythm", rhythm.state)).toEqual([rhythm.states.planned, rhythm.states.overdue, rhythm.states.never, ""]);
  });

  it("knows its own questions and milestones in the other language", () => {
    const other: Language = language === "en" ? "zh-CN" : "en";
    const { roadmap: then } = wholeTextIn(other);
    const headers = roadmap.diagnosis;
    const [seed] = roadmap.seeds.questions;
    const memory = typed(language, { Diagnosis: { headers: [headers.dimension, headers.question, headers.score, headers.evidence], rows: [[dimensions.goals, seed?.question ?? "", 3, "seen"], [dimensions.tools, "my own", 2, null]] } });
    const now = plan(memory, other);
    expect(columnOf(now, "Diagnosis", then.diagnosis.question)).toEqual([then.seeds.questions[0]?.question, "my own"]);
    expect(columnOf(now, "Diagnosis", then.diagnosis.dimension)).toEqual([then.dimensions.goals, then.dimensions.tools]);
    expect(columnOf(now, "Diagnosis", then.diagnosis.score)).toEqual([3, 2]);
  });

  withOffice("LibreOffice computes the same from what was typed, odd texts too", async () => {
    expect(await disagreements(await writeXlsxInNode(book))).toEqual([]);
  }, 120_000);

  it("has as many questions, milestones and reviews in either language, five questions a dimension", () => {
    const { seeds } = roadmap;
    for (const dimension of Object.keys(dimensions)) expect(seeds.questions.filter((one) => one.dimension === dimension)).toHaveLength(5);
    const english = wholeTextIn("en").roadmap.seeds;
    expect(seeds.milestones.map(({ phase, from, weeks }) => [phase, from, weeks])).toEqual(english.milestones.map(({ phase, from, weeks }) => [phase, from, weeks]));
    expect(seeds.reviews.map(({ every }) => every)).toEqual(english.reviews.map(({ every }) => every));
    // The chart's 39 weeks hold them all.
    expect(Math.max(...seeds.milestones.map(({ from, weeks }) => from + weeks))).toBeLessThanOrEqual(39);
  });
});

const ten = { start: 101, due: 110 };
it.each([
  ["all done", { ...ten, done: 1 }, 200, "done"],
  ["due yesterday", { ...ten, done: 0.9 }, 111, "overdue"],
  ["due today, as far as the tolerance allows", { ...ten, done: 0.9 }, 110, "onPlan"],
  ["half the days gone, two fifths done", { ...ten, done: 0.4 }, 105, "onPlan"],
  ["half the days gone, a hair less done", { ...ten, done: 0.399 }, 105, "behind"],
  ["not begun", { ...ten, done: 0 }, 100, "notYet"],
  ["begun before its start", { ...ten, done: 0.1 }, 100, "onPlan"],
  ["without a start", { start: null, due: 110, done: null }, 105, "notYet"],
  ["without a due day", { start: 101, due: null, done: 0.5 }, 105, "noDates"],
  ["due before it starts", { start: 110, due: 101, done: 0 }, 101, "notYet"],
] as const)("a milestone %s", (_, milestone, on, status) => {
  expect(statusOf({ phase: null, milestone: null, owner: null, resources: null, ...milestone }, on, 0.1)).toBe(status);
});

it("moves with the workbook when it comes out of a template: milestones and the chart's first day", () => {
  const words = wholeTextIn("en").roadmap.milestones;
  const typedIn = typed("en", { Milestones: milestones("en", [["mine", "first", day("2026-12-01"), day("2026-12-31"), 0]]) }, { RoadmapFirstDay: day("2026-11-30") });
  const { template } = templateOf({ plan: plan(typedIn), memory: typedIn, name: "own", title: "Own", about: "", asOf });
  const later = day("2027-11-23");
  const now = plan(withTemplate(emptyMemory, template, { language: "en", asOf: later, sheets: ["roadmap"], imports: [] }), "en", later);
  expect(columnOf(now, "Milestones", words.start)).toEqual([day("2027-12-01")]);
  expect(columnOf(now, "Milestones", words.due)).toEqual([day("2027-12-31")]);
  expect(template.inputs["RoadmapFirstDay"]).toEqual({ day: "asOf", plus: 7 });
  const { sheet, area } = now.names.find(({ name }) => name === "RoadmapFirstDay") ?? { sheet: "", area: { top: 0, left: 0 } };
  expect(now.sheets.find(({ name }) => name === sheet)?.cells.find(({ row, column }) => row === area.top && column === area.left)?.value).toBe(day("2027-11-30"));
});

describeWithShared("the shared Maven deals", () => {
  it("stand beside the question their win rate speaks to", () => {
    const { roadmap } = wholeTextIn("en");
    const context = made(maven());
    const book = bookOf(context, roadmapEntry.make(context));
    const row = roadmap.seeds.questions.findIndex(({ measure }) => measure === "win-rate");
    // maven_crm/expected.json, win_rate: 4238 ÷ (4238 + 2473).
    expect(columnOf(book, "Diagnosis", roadmap.diagnosis.value)[row]).toBeCloseTo(0.6315005215318135, 12);
  });
});
