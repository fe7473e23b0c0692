import { column } from "../../src/formula/column";
import { entryAt, lookup, rowOf } from "../../src/formula/lookup";
import { absolute, dayText, monthText, numberText, percentText, rounded, sentence } from "../../src/formula/sentence";
import { literal, reference } from "../../src/formula/term";
import { dayOf } from "../../src/values";

it("puts figures into a sentence", () => {
  const said = sentence("{n} of {all} deals", { n: numberText(reference("B2", 3.4)), all: numberText(literal(10)) });
  expect(said).toMatchObject({ text: 'ROUND(B2,0)&""&" of "&ROUND(10,0)&""&" deals"', value: "3 of 10 deals" });
});

it("names the part that is missing", () => {
  expect(() => sentence("{who} won", {})).toThrow("no part who for: {who} won");
});

it.each([[2.5, 0, 3], [-2.5, 0, -3], [1.005, 2, 1.01], [-0.2, 0, 0], [63.15005, 1, 63.2]])("rounds %p to %p digits as Excel does", (value, digits, expected) => {
  expect(rounded(literal(value), digits).value).toBe(expected);
});

it("writes shares and days without patterns that each locale spells its own way", () => {
  const day = reference("AsOf", dayOf(2026, 3, 7) as number);
  expect(percentText(literal(0.375), 0).value).toBe("38%");
  expect(percentText(reference("B2", 0.575), 0)).toMatchObject({ text: 'ROUND(ROUND((B2)*100,9),0)&"%"', value: "58%" });
  expect(monthText(day)).toMatchObject({ text: 'YEAR(AsOf)&"-"&RIGHT("0"&MONTH(AsOf),2)', value: "2026-03" });
  expect(dayText(day)).toMatchObject({ text: 'YEAR(AsOf)&"-"&RIGHT("0"&MONTH(AsOf),2)&"-"&RIGHT("0"&DAY(AsOf),2)', value: "2026-03-07" });
  expect(absolute(reference("B2", -3))).toMatchObject({ text: "ABS(B2)", value: 3 });
  expect(sentence("", {})).toMatchObject({ text: '""', value: "" });
});

const ids = column("Deals", "Id", ["D1", "d*", "D22", null]);
const amounts = column("Deals", "Amount", [5, 7, null, 9]);

it("finds a row by its text without regard to case, and takes wildcards literally", () => {
  expect(rowOf(reference("A1", "d22"), ids)).toMatchObject({ text: 'IFERROR(MATCH(A1,Deals[Id],0),"")', value: 3 });
  const starred = rowOf(reference("A1", "D*"), ids);
  expect(starred.value).toBe(2);
  expect(starred.text).toContain('SUBSTITUTE(A1,"~","~~"),"*","~*")');
});

it("shows nothing for an empty cell and for a row that is not there", () => {
  expect(entryAt(amounts, reference("B1", 3)).value).toBe("");
  expect(entryAt(amounts, reference("B1", "")).value).toBe("");
  expect(lookup(amounts, literal("gone"), ids).value).toBe("");
  expect(lookup(amounts, literal("D1"), ids).value).toBe(5);
});
