// What tells a lead from another, and what it is called.

import type { CellValue } from "../../values";
import { fieldOf, type LeadField } from "./lead-fields";

/** The export's ids where each lead has one of its own; else what names the lead, numbered where names repeat. */
export function leadKeys(fields: readonly LeadField[], count: number): readonly string[] {
  const ids = fieldOf("id", fields)?.values ?? [];
  const names = leadNames(fields, count);
  const seen = new Map<string, number>();
  return Array.from({ length: count }, (_, row) => {
    const base = textOf(ids[row]) ?? names[row] ?? `#${row + 1}`;
    const times = (seen.get(base.toLowerCase()) ?? 0) + 1;
    seen.set(base.toLowerCase(), times);
    return times === 1 ? base : `${base} #${times}`;
  });
}

/** Name, else first and last name, else company, else e-mail; null for none of them. */
export function leadNames(fields: readonly LeadField[], count: number): readonly (string | null)[] {
  const of = (field: string) => fieldOf(field, fields)?.values ?? [];
  const [names, firsts, lasts, companies, emails] = [of("name"), of("firstName"), of("lastName"), of("company"), of("email")];
  return Array.from({ length: count }, (_, row) => {
    const parts = [textOf(firsts[row]), textOf(lasts[row])].filter((part) => part !== null);
    return textOf(names[row]) ?? (parts.length > 0 ? parts.join(" ") : null) ?? textOf(companies[row]) ?? textOf(emails[row]);
  });
}

function textOf(value: CellValue | undefined): string | null {
  const text = String(value ?? "").trim();
  return text === "" ? null : text.slice(0, 200);
}
