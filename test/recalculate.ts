// Does a spreadsheet that is not ours compute what we wrote beside each formula?

import { read, utils, type WorkBook } from "@e965/xlsx";
import type { CellValue } from "../src/values";
import { withParts } from "./hosts/package";
import { convert } from "./office";

/** Values by `Sheet!A1`. */
type Values = Map<string, CellValue>;

/** What LibreOffice computes. It never sees our values: beside every formula stands a wrong one. */
export async function recalculate(bytes: Uint8Array): Promise<Values> {
  return valuesOf(read(await convert(spoil(bytes), "xlsx"), { dense: true }));
}

/** The values we wrote beside formulas, by `Sheet!A1`. */
export function cachedValues(bytes: Uint8Array): Values {
  return valuesOf(read(bytes, { dense: true, cellFormula: true }), true);
}

/** One line for each formula whose value is not what LibreOffice computes: nothing when all agree. */
export async function disagreements(bytes: Uint8Array): Promise<string[]> {
  const computed = await recalculate(bytes);
  const written = cachedValues(bytes);
  if (written.size === 0) throw new Error("no formulas to compare");
  return [...written].flatMap(([address, ours]) => {
    const theirs = computed.get(address) ?? null;
    return same(ours, theirs) ? [] : [`${address}: we wrote ${JSON.stringify(ours)}, LibreOffice computes ${JSON.stringify(theirs)}`];
  });
}

/** The same workbook with a wrong value beside every formula. */
export function spoil(bytes: Uint8Array): Uint8Array {
  return withParts(bytes, (path, xml) => {
    if (!path.startsWith("xl/worksheets/sheet")) return xml;
    return xml.replace(/<c ([^>]*)>(<f[^>]*>[^<]*<\/f>)(?:<v>[^<]*<\/v>)?<\/c>/g, (_, attributes: string, formula: string) => {
      return `<c ${attributes.replace(/ t="\w+"/, "")}>${formula}<v>-987654321</v></c>`;
    });
  });
}

function valuesOf(book: WorkBook, formulasOnly = false): Values {
  const values: Values = new Map();
  for (const name of book.SheetNames) {
    const rows = book.Sheets[name]?.["!data"] ?? [];
    rows.forEach((cells, row) => cells?.forEach((cell, column) => {
      if (!cell || (formulasOnly && cell.f === undefined)) return;
      const value = cell.t === "e" ? (cell.w ?? "#ERROR!") : (cell.v as CellValue | undefined);
      values.set(`${name}!${utils.encode_cell({ r: row, c: column })}`, value ?? null);
    }));
  }
  return values;
}

/** Numbers to nine digits; an empty text is as good as nothing. */
function same(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours), Math.abs(theirs));
  }
  return (ours ?? "") === (theirs ?? "");
}
