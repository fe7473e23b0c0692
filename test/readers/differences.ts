// In what does what a program read differ from what is in the workbook?

import type { CellValue } from "../../src/values";
import type { Contents, ReadCell } from "./contents";

type Part = keyof Contents;

/** What is not the same, one line each: `cells Deals!A2: …`. Parts a program does not tell are left out; numbers agree that are the same to so many digits. */
export function differences(expected: Contents, read: Contents, digits = 17): readonly string[] {
  return [
    ...ofLines("sheets", [expected.sheets.join(" | ")], [read.sheets.join(" | ")]),
    ...ofCells(expected.cells, read.cells, digits),
    ...(["merged", "tables", "names", "validations", "rules"] as const).flatMap((part) => ofLines(part, expected[part] ?? [], read[part])),
  ];
}

function ofLines(part: Part, expected: readonly string[], read: readonly string[] | null): readonly string[] {
  if (read === null) return [];
  return [
    ...without(expected, read).map((line) => `${part} not read: ${line}`),
    ...without(read, expected).map((line) => `${part} read that are not there: ${line}`),
  ];
}

/** The lines that `others` does not have as often. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function ofCells(expected: Contents["cells"], read: Contents["cells"], digits: number): readonly string[] {
  const nothing: ReadCell = { value: null, formula: null };
  return [...new Set([...expected.keys(), ...read.keys()])].flatMap((at) => {
    const [ours, theirs] = [expected.get(at) ?? nothing, read.get(at) ?? nothing];
    return [
      ...(isSameValue(ours.value, theirs.value, digits) ? [] : [`value ${at}: ${JSON.stringify(ours.value)} read as ${JSON.stringify(theirs.value)}`]),
      ...(ours.formula === theirs.formula ? [] : [`formula ${at}: ${ours.formula ?? "none"} read as ${theirs.formula ?? "none"}`]),
    ];
  });
}

/** An empty text is as good as nothing. */
function isSameValue(ours: CellValue, theirs: CellValue, digits: number): boolean {
  if (digits < 17 && typeof ours === "number" && typeof theirs === "number") return Math.abs(ours - theirs) <= Math.abs(ours) * 10 ** (1 - digits);
  return (ours ?? "") === (theirs ?? "");
}
