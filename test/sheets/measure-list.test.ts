// Figures of the workbook chosen by their name in a cell.

import { literal, reference } from "../../src/formula/term";
import { asItself } from "../../src/formula/wildcards";
import { chosenMeasure, type ListedMeasure } from "../../src/sheets/measure-list";
import { emptyMemory } from "../../src/sheets/memory";
import { wholeTextIn } from "../../src/text/whole";
import { planFromCsv, rowOf } from "./csv-made";
import { columnOf } from "./made";

const measure = (name: string, value: number): ListedMeasure => ({ id: name, name, format: "decimal", term: literal(value), what: "" });
const of = (chosen: string | number | null, ...names: readonly string[]) => chosenMeasure("List", reference("A1", chosen), [chosen], names.map((name, at) => measure(name, at + 1)), wholeTextIn("en"));

it("finds a name without regard to case and to spaces around it, in the formula too", () => {
  expect(["won", " Won ", "Lost", "Wo", null, 5].map((chosen) => of(chosen, "Won", "Lost").value)).toEqual([1, 1, 2, "", "", ""]);
  expect(of("Won", "Won").text).toContain("MATCH(TRIM(A1),List[Measure],0)");
});

it("takes a name with wildcards for itself, whether it is chosen now or could be", () => {
  expect([of("NPS*", "NPS web", "NPS*").value, of("W*", "Won").value]).toEqual([2, ""]);
  expect([of("W*", "Won").text, of("Won", "Won", "NPS?").text].every((text) => text.includes(`MATCH(${asItself("TRIM(A1)")},`))).toBe(true);
});

it("looks for a name with two spaces inside as it stands", () => {
  expect([of("NPS  web", "NPS  web").value, of("NPS web", "NPS  web").value]).toEqual([1, ""]);
  expect(of("Won", "NPS  web").text).toContain("MATCH(A1,List[Measure],0)");
});

describe("what a survey measures", () => {
  const csv = { account: "Account ID,Account Name\n1,Ada\n2,Ben", survey: "Account,Date,Survey,Score\nAda,2026-05-01,Relationship,10\nBen,2026-05-02,Relationship,0\nAda,2026-06-01,Pulse,4\nBen,2026-06-01,Pulse,3" };
  const memory = { ...emptyMemory, tables: new Map([["LoyaltySurveys", { columns: ["Survey", "Counts as", "Lowest answer", "Best answer", "Satisfied from"], rows: [["Relationship", "CSAT", 0, 10, 9], ["Pulse", "NPS", 0, 10, 9]] }]]) };
  const listed = (corrected: boolean) => columnOf(planFromCsv({ csv, asOf: "2026-11-20", sheet: "together", ...(corrected ? { memory } : {}) }), "KpiMeasures", "Measure").filter((name) => /: /.test(String(name)));
  const latest = (corrected: boolean) => rowOf(planFromCsv({ csv, asOf: "2026-11-20", sheet: "health", ...(corrected ? { memory } : {}) }), "HealthScores", "Customer", "Ada");

  it("is found by its answers as on the sheet Loyalty, and its mean is there as well", () => {
    expect(listed(false)).toEqual(["Net promoters: Relationship", "Mean answer: Relationship", "Mean answer: Pulse"]);
    expect(latest(false)).toMatchObject({ "Latest NPS answer": 10, "Latest CSAT answer": 4 });
  });
  it("is what was typed there, on every sheet", () => {
    expect(listed(true)).toEqual(["Mean answer: Relationship", "Net promoters: Pulse", "Mean answer: Pulse"]);
    expect(latest(true)).toMatchObject({ "Latest NPS answer": 4, "Latest CSAT answer": 10 });
  });
});
