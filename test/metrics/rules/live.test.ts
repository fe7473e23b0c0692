// Rules of the workbook decide as the rule language does, their value being live.

import fc from "fast-check";
import { literal } from "../../../src/formula/term";
import { testOf, type Operator } from "../../../src/metrics/rules/condition";
import { comparedWith, cutByCap, faded, fadeOf, isMet, readingKindOf, readingOf } from "../../../src/metrics/rules/live";
import type { CellValue } from "../../../src/values";

/** Met or not, as the sheet decides; an unreadable cell is not met. */
function live(operator: Operator, value: CellValue, cell: CellValue): boolean {
  const kind = readingKindOf(operator, value, false);
  const said = readingOf(cell, kind, value);
  const compared = comparedWith(operator, kind, literal(value));
  const reading = typeof said === "object" && said !== null ? null : said;
  return isMet(operator, reading, compared.first.value, compared.second.value);
}

it.each<[Operator, CellValue, CellValue, boolean]>([
  ["=", "Finance", " FINANCE ", true], ["=", "Finance", "Fin", false], ["=", 1000, "1,000", true], ["=", 123, "00123", true], ["=", "123", "00123", false], ["=", 1, "yes", true], ["=", "是", "已下载", true], ["=", "Yes", "未下载", false], ["=", "No", "0", true],
  ["in", "科技；金融, Tech", "ｔｅｃｈ", true], ["in", "科技;金融", "科", false], ["in", "a;b", null, false], ["not in", "a;b", "c", true], ["not in", "a;b", null, false], ["not in", "a;b", "n/a", false],
  [">", 1000, "1,001", true], [">", 1000, 1000, false], [">=", 5, "5", true], ["<", 5, null, false], ["<", 5, "many", false], [">", "many", 7, false],
  ["between", "10;50", 50, true], ["between", "10至50", 9, false], ["between", "10;20;30", 15, false], ["contains", "chief", "Chief Buyer", true], ["contains", "*", "a", false], ["starts with", "Dr", "dr. No", true], ["ends with", "GmbH", "Acme gmbh", true],
  ["is blank", null, "-", true], ["is blank", null, 0, false], ["is not blank", null, "x", true], ["=", "?", "a", false], ["contains", null, "a", false], ["<>", "Web", "Referral", true], ["<>", "Web", null, false],
])("%s %s decides of %s: %s", (operator, value, cell, met) => expect(live(operator, value, cell)).toBe(met));

it("decides as LEADSCORE does wherever that reads the cell", () => {
  const words = ["Yes", "no", "是", "Tech", "Finance ", "retail", "5", "1,000", "00123", "-", "n/a", "Acme GmbH", "=x", ">5", "A*"];
  const cells = fc.oneof(fc.constantFrom<CellValue>(null, ...words), fc.integer({ min: -50, max: 2_000 }), fc.double({ min: 0, max: 100, noNaN: true }));
  const figures = fc.integer({ min: -50, max: 2_000 });
  const rules = fc.oneof(
    fc.tuple(fc.constantFrom<Operator>(">", ">=", "<", "<="), figures), fc.tuple(fc.constantFrom<Operator>("=", "<>"), fc.constantFrom<CellValue>("Tech", "finance", "Acme GmbH", "=x", ">5", "A*", 0, 1, 5, 1_000, 123)),
    fc.tuple(fc.constantFrom<Operator>("contains", "not contains", "starts with", "ends with"), fc.constantFrom<CellValue>("e", "acme", "GmbH", "fin", "*")), fc.tuple(fc.constantFrom<Operator>("is blank", "is not blank"), fc.constant(null)),
  );
  fc.assert(fc.property(rules, cells, ([operator, value], cell) => {
    const verdict = testOf({ operator, values: value === null ? [] : [value as string | number] })?.(cell);
    if (typeof verdict === "boolean") expect(live(operator, value, cell)).toBe(verdict);
  }), { numRuns: 3_000 });
});

it("lets points fade by both ways at once", () => {
  // 20 × (1 − 0.5 × 15.21875 ÷ 30.4375) × 0.5^(15.21875 ÷ 15.21875) = 20 × 0.75 × 0.5
  const fade = fadeOf(literal(0.5), literal(15.21875));
  expect(faded(literal(20), fade, literal(15.21875)).value).toBeCloseTo(7.5, 12);
  expect(faded(literal(20), fade, literal(-1)).value).toBe("");
  expect(faded(literal(20), fade, literal("")).value).toBe("");
  expect(faded(literal(20), fadeOf(literal(null), literal("")), literal("")).value).toBe(20);
});

it.each([[25, 40, -15], [25, 10, 0], [-10, -30, 20], [-10, 5, 0]])("a cap of %d takes from %d: %d", (cap, sum, cut) => expect(cutByCap(literal(cap), literal(sum)).value).toBe(cut));
