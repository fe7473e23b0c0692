// Names of people, e-mail addresses and phone numbers in our sheets become words that tell nothing; formulas stay.

import type { FoundCell } from "../../sheets/found";
import { HostError, type Anonymised } from "../live";
import type { Patch } from "./cells";
import { cellsOf } from "./grid";
import { writeAsText } from "./patch";
import { readBook, readCells, type ReadBook } from "./read";
import { send } from "./request";

type Columns = readonly { readonly table: string; readonly column: string }[];

/** Each person in the given columns gets a number, and keeps it in every cell of our sheets that holds the name. Refused while a journal, which nobody sees, holds names too. */
export async function anonymise(context: Excel.RequestContext, columns: Columns, word: string): Promise<Anonymised> {
  const book = await readBook(context);
  if (book.journals.length > 0) throw new HostError([{ kind: "left" }]);
  const grids = await readCells(context, book);
  const locked = book.sheets.filter(({ name, isProtected }) => isProtected && grids.has(name));
  if (locked.length > 0) throw new HostError(locked.map(({ name }) => ({ kind: "protected-sheet", sheet: name })));
  const people = new Map<string, string>();
  for (const [sheet, grid] of grids) {
    for (const { row, column, value } of cellsOf(grid)) {
      if (typeof value === "string" && value.trim() !== "" && isPerson(sheet, row, column, columns, book) && !people.has(value.trim())) people.set(value.trim(), `${word} ${people.size + 1}`);
    }
  }
  const hidden: Hidden = { people, emails: 0, phones: 0 };
  const patches = [...grids].flatMap(([sheet, grid]) => patchesOf([...cellsOf(grid)].flatMap((cell) => changed(cell, hidden))).map((patch) => ({ sheet, patch })));
  await send(context, patches.flatMap(({ sheet, patch }) => writeAsText(sheet, patch)));
  return { names: people.size, emails: hidden.emails, phones: hidden.phones };
}

function isPerson(sheet: string, row: number, column: number, columns: Columns, { tables }: ReadBook): boolean {
  const table = tables.find((one) => one.sheet === sheet && row >= one.area.top + one.headers && row <= one.area.bottom - one.totals && column >= one.area.left && column <= one.area.right);
  const name = table?.columns[column - table.area.left];
  return columns.some((one) => one.table === table?.name && one.column === name);
}

interface Hidden {
  readonly people: ReadonlyMap<string, string>;
  emails: number;
  phones: number;
}

interface Changed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function changed({ row, column, value, formula }: FoundCell, hidden: Hidden): readonly Changed[] {
  if (typeof value !== "string" || formula !== undefined) return [];
  const text = hidden.people.get(value.trim()) ?? withoutContacts(value, hidden);
  return text === value ? [] : [{ row, column, text }];
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With a plus, in groups, or a Chinese mobile number; a day such as 2026-11-23 is none. */
const phone = /(?<![\p{L}\p{N}.-])(?:\+\d[\d ().\-/]{6,}\d|1[3-9]\d{9}|(?!\d{4}[-./]\d{1,2}[-./]\d{1,2})\(?\d{2,5}\)?[ \-./]+\d{2,5}[ \-./]*\d[\d \-./]*\d)(?![\p{L}\p{N}])/gu;

function withoutContacts(text: string, hidden: Hidden): string {
  return text
    .replace(email, () => {
      hidden.emails += 1;
      return "***@***";
    })
    .replace(phone, (found) => {
      const digits = found.replace(/\D/g, "").length;
      if (digits < 8 || digits > 15) return found;
      hidden.phones += 1;
      return "***";
    });
}

/** Cells under each other are written together. */
function patchesOf(cells: readonly Changed[]): readonly Patch[] {
  const patches: { kind: "typed"; area: Patch["area"]; lines: [string][] }[] = [];
  for (const { row, column, text } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const line: [string] = [text];
    const last = patches.at(-1);
    if (last && last.area.left === column && last.area.bottom === row - 1) {
      last.area = { ...last.area, bottom: row };
      last.lines.push(line);
    } else patches.push({ kind: "typed", area: { top: row, left: column, bottom: row, right: column }, lines: [line] });
  }
  return patches;
}
