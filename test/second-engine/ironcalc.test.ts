// A second engine, IronCalc, computes our formulas: what LibreOffice and ours could have in common is no witness for it.

import { report } from "../../src/report";
import { relative } from "../../src/sheets/address";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { everything, everythingAsOf } from "../everything";
import { samplePlan } from "../hosts/plans";
import { computedAlone, computedByIronCalc, type Computed } from "./ironcalc";
import { isBeyond, limits } from "./limits";

const languages = ["en", "zh-CN"] as const;

describe.each(languages)("every sheet of the catalogue in %s", (language) => {
  let computed: readonly Computed[];
  beforeAll(() => {
    computed = computedByIronCalc(report({ imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosenSheets }));
  }, 240_000);

  it("is computed the same, all that IronCalc can compute", () => {
    expect(computed.filter((one) => !isSame(one) && !isBeyond(one.plain)).map(said)).toEqual([]);
  });

  it("has 12,000 formulas, nine in ten of them without what IronCalc cannot do", () => {
    expect(computed.length).toBeGreaterThan(12_000);
    expect(computed.filter((one) => !isBeyond(one.plain)).length / computed.length).toBeGreaterThan(0.9);
  });

  it("uses no function that it does not know", () => {
    expect(computed.filter(({ value }) => value === "#NAME?").map(said)).toEqual([]);
  });
});

it.each(languages)("computes a plan by hand in %s as it says", (language) => {
  expect(computedByIronCalc(samplePlan(language)).filter((one) => !isSame(one)).map(said)).toEqual([]);
});

it("finds a value that is wrong by a cent", () => {
  const plan = samplePlan();
  const wrong = computedByIronCalc(withOneMore(plan, 0.01)).filter((one) => !isSame(one));
  expect(wrong.map(said)).toEqual([expect.stringMatching(/^Dashboard!A5: we wrote \d+\.01, IronCalc computes \d+$/)]);
});

it.each(limits)("still stands: $says", ({ example, value, meets }) => {
  const three = [["1", "'a"], ["2", "'b"], ["'x", "'a"]];
  expect(computedAlone(three, example)).not.toBe(value);
  expect(meets.test(example)).toBe(true);
});

/** The plan with the card of its dashboard wrong by so much. */
function withOneMore(plan: WorkbookPlan, more: number): WorkbookPlan {
  const [first, ...others] = plan.sheets;
  if (!first) throw new Error("no sheet");
  const cells = first.cells.map((cell) => (cell.row === 4 && cell.column === 0 && typeof cell.value === "number" ? { ...cell, value: cell.value + more } : cell));
  return { ...plan, sheets: [{ ...first, cells }, ...others] };
}

/** Numbers to nine digits, and to the cent in any case; an empty text is as good as nothing. */
function isSame({ cell: { value: ours }, value: theirs }: Computed): boolean {
  if (typeof ours !== "number" || typeof theirs !== "number") return (ours ?? "") === (theirs ?? "");
  return Math.abs(ours - theirs) <= Math.min(0.005, 1e-9 * Math.max(1, Math.abs(ours)));
}

function said({ sheet, cell, value }: Computed): string {
  return `${sheet}!${relative(cell)}: we wrote ${JSON.stringify(cell.value)}, IronCalc computes ${JSON.stringify(value)}`;
}
