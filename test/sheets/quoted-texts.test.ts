// Texts of ours with a quotation mark in them: wherever they stand in a formula it is doubled.

import { planned } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import { everything, everythingAsOf } from "../everything";
import { cellsOf } from "../plan-cells";

const mark = "§";

jest.mock("../../src/text/whole", () => {
  const real = jest.requireActual<{ wholeTextIn: (language: "en" | "zh-CN") => object }>("../../src/text/whole");
  const quoted = (value: unknown): unknown => {
    if (typeof value === "string") return value === "" ? value : `${value}"§`;
    if (typeof value === "function") return (...given: unknown[]) => quoted((value as (...given: unknown[]) => unknown)(...given));
    if (Array.isArray(value)) return value.map(quoted);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, quoted(one)])) : value;
  };
  return { ...real, wholeTextIn: (language: "en" | "zh-CN") => ({ ...(quoted(real.wholeTextIn(language)) as object), sheets: (real.wholeTextIn(language) as { sheets: unknown }).sheets }) };
});

it("formulas hold texts with a quotation mark in them", () => {
  const { plan } = planned({ imports: everything("en"), asOf: everythingAsOf, language: "en", memory: emptyMemory, sheets: chosenSheets });
  const formulas = plan.sheets.flatMap((sheet) => [...cellsOf(sheet)].flatMap(({ formula }) => formula ?? []));
  expect(formulas.some((formula) => formula.includes(`""${mark}`))).toBe(true);
  expect([...new Set(formulas.filter(isTorn).map((formula) => formula.slice(0, 160)))]).toEqual([]);
});

/** Whether a text ends too soon: it has no end, or the mark is left without texts, headers in brackets and names of sheets. */
function isTorn(formula: string): boolean {
  let until = "";
  let depth = 0;
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]!;
    if (until !== "") until = sign === until ? "" : until;
    else if (depth > 0 && sign === "'") at++;
    else if (sign === "[") depth++;
    else if (sign === "]") depth--;
    else if (depth === 0 && (sign === '"' || sign === "'")) until = sign;
    else if (depth === 0 && sign === mark) return true;
  }
  return until !== "";
}
