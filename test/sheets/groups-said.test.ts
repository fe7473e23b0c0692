// What a reader sees of a workbook from groups: names and sentences that are whole, and say what they mean.

import { breaksOf } from "../../src/sheets/breaks";
import { chosenSheets } from "../../src/sheets/chosen";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { languages } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { answerRows, groupRows } from "../engine/group-rows";
import { plannedWithAnswers } from "../engine/same-numbers";
import { everything, everythingAsOf, small } from "../everything";

describe.each(languages)("a workbook from groups in %s", (language) => {
  const text = wholeTextIn(language);
  const { sheets: named, groups: words } = text.tables;
  const imports = everything(language, { ...small, deal: 300 });
  let plan: WorkbookPlan;

  beforeAll(() => {
    const breaks = breaksOf(emptyMemory, everythingAsOf);
    const grouped = imports.map((one) => (["deal", "activity"].includes(one.recognition.object) ? (groupRows(one as never, { breaks, limits: { rows: 200, newestWon: 20, open: 0 } }) as unknown as Import) : one));
    const input = { memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosenSheets, withoutLog: true, imports: grouped } as const;
    plan = plannedWithAnswers(input, (questions) =>
      new Map(questions.flatMap((question) => [...answerRows(imports.find(({ recognition }) => recognition.object === question.object)!, [question])]))).plan;
  });

  const wordsOf = (id: string) => plan.sheets.find((sheet) => sheet.id === id)!.cells.map(({ value }) => String(value ?? ""));
  const table = (name: string) => plan.sheets.flatMap(({ tables }) => tables).find((one) => one.name === name)!;

  it("cuts no sheet's name", () => {
    expect(plan.sheets.map(({ name }) => name)).toContain(words.by(named.activity, words.lagSheet));
    expect(words.by(named.activity, words.lagSheet)).toMatch(/(record|）)$/);
  });

  it("gives no column the name we have for it inside", () => {
    const headers = plan.sheets.flatMap(({ id, tables }) => (/^[A-Z]/.test(id) ? tables.flatMap(({ columns }) => columns.map(({ name }) => name)) : []));
    expect(headers).toContain(words.records);
    expect(headers.filter((name) => /^[a-z]/.test(name))).toEqual([]);
  });

  it("says of which records each list of first days is", () => {
    for (const object of ["deal", "activity"] as const) expect(wordsOf("answers")).toContain(words.cuts(named[object]));
  });

  it("names no number of deals where the list of deals to act on is left out", () => {
    const said = wordsOf("review").filter((one) => one.endsWith(words.needsOpen("")));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^\D/);
  });

  it("says that help was not counted, and not that nobody helped", () => {
    const said = wordsOf("team");
    expect(said).toContain(text.team.notCounted);
    expect(said[said.indexOf(text.team.notCounted) + 1]).toBe(words.needsEach(text.team.awards.activities));
  });

  it("does not call a day absent that the export has", () => {
    expect(table("FieldRisk").columns[0]!.values).toContain(text.quality.fields.due);
    expect(wordsOf("quality").filter((one) => one.startsWith(text.quality.keyFields.absent.split("{")[0]!))).toEqual([]);
  });
});
