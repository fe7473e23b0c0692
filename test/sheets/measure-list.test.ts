// Figures of the workbook chosen by their name in a cell.

import { literal, reference } from "../../src/formula/term";
import { asItself } from "../../src/formula/wildcards";
import { chosenMeasure, type ListedMeasure } from "../../src/sheets/measure-list";
import { wholeTextIn } from "../../src/text/whole";

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
