// The rules as typed, and where they come from: what was typed before, else those a workbook begins with.

import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import type { SheetContext } from "../context";
import { headerOf } from "../data/columns";
import type { Memory } from "../memory";
import { leadFields as leadFieldTable } from "../../crm/objects/lead";
import type { LeadField } from "./lead-fields";
import { rulesTableName } from "./names";
import { seedRules } from "./seeds";

/** Columns the user fills, in the order of the table. From `field` to `note` they are those =SALES.LEADSCORE reads. */
export const ruleColumns = ["name", "kind", "field", "operator", "value", "points", "group", "cap", "decay", "halfLife", "dateField", "note"] as const;
export type RuleColumn = (typeof ruleColumns)[number];

/** A rule as typed; its number stays its own. */
export type RuleRow = Readonly<Record<RuleColumn, CellValue>> & { readonly no: number };

/** The rules of a workbook: its own once there are any. */
export function ruleRows(context: SheetContext, fields: readonly LeadField[]): readonly RuleRow[] {
  const typed = typedBefore(context.memory, context.text);
  return typed.length > 0 ? typed : seedRules(fields, context);
}

function typedBefore(memory: Memory, text: WholeText): readonly RuleRow[] {
  const table = readTable(memory.tables.get(rulesTableName), ({ scoring }) => scoring.rules);
  const rows = table.rows.filter((before) => ruleColumns.some((name) => isTyped(table.value(before, name))));
  const numbers = numbered(rows.map((before) => table.value(before, "no")));
  return rows.map((before, at): RuleRow => {
    const row = Object.fromEntries(ruleColumns.map((name) => [name, table.value(before, name)])) as Record<RuleColumn, CellValue>;
    return {
      ...row, no: numbers[at]!,
      kind: translated(row.kind, ({ scoring }) => scoring.kinds, text),
      operator: translated(row.operator, ({ scoring }) => scoring.operators, text),
      field: inLanguage(row.field, text), dateField: inLanguage(row.dateField, text),
      name: translated(row.name, ({ scoring }) => namesOf(scoring.seeds), text),
      note: translated(row.note, ({ scoring }) => ({ fromArticle: scoring.fromArticle, ours: scoring.ours }), text),
    };
  });
}

/** Numbers as they were; a rule without one, or with one that is taken, gets the next. */
function numbered(found: readonly CellValue[]): readonly number[] {
  const used = new Set<number>();
  let next = Math.max(0, ...found.filter((no): no is number => typeof no === "number" && Number.isFinite(no)));
  return found.map((no) => {
    const number = typeof no === "number" && Number.isInteger(no) && no > 0 && !used.has(no) ? no : ++next;
    used.add(number);
    return number;
  });
}

/** A field of ours in the workbook's language; what is no such field stays. */
function inLanguage(value: CellValue, text: WholeText): CellValue {
  const named = translated(value, (words) => Object.fromEntries(Object.keys(leadFieldTable).map((field) => [field, headerOf(field, words)])), text);
  return translated(named, ({ scoring, tables }) => ({ ...fieldsOfSeeds(scoring.seeds), converted: tables.leads.converted }), text);
}

function namesOf(seeds: WholeText["scoring"]["seeds"]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(seeds).map(([key, { name }]) => [key, name]));
}

function fieldsOfSeeds(seeds: WholeText["scoring"]["seeds"]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(seeds).map(([key, { field }]) => [key, field]));
}
