// What a cell of a result says, by the field it is of.

import { flagOf } from "../crm/readers/flag";
import type { CellValue } from "../values";
import type { Currencies } from "./currency";
import type { Fields } from "./field-sql";
import type { ReadKey } from "./merge-groups";
import type { Source } from "./records-sql";
import { textOf } from "./table-sql";

/** Texts by our readers, flags as flags, days and numbers as numbers. */
export function cellReader({ read, facts }: Source, fields: Fields, currencies: Currencies): ReadKey {
  const wordsOf = (field: string) => facts.words.get(read.columns.get(field)?.name ?? (field === "stage" ? read.columns.get("status")?.name : undefined) ?? "");
  return (field, cell, has): CellValue => {
    if (field === "currency") return currencies.codeOf(textOf(cell), has);
    if (cell === null) return null;
    switch (fields(field)?.shape) {
      case "flag": return flagOf(String(cell));
      case "key": return cell === "true" ? true : cell === "false" ? false : cell;
      case "day": case "number": case "money": return Number(cell);
      default: return (wordsOf(field) ?? { of: (raw: string) => (raw === "" ? null : raw) }).of(String(cell));
    }
  };
}
