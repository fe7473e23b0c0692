// What the rows of the table of scores are: leads, or groups of leads that rules cannot tell apart.

import type { Grouped } from "../../crm/groups";
import { askedTable } from "../../formula/asked-table";
import type { GroupTables } from "../../formula/groups";
import type { TableField } from "../../formula/question";
import type { CellValue } from "../../values";
import type { SheetContext } from "../context";
import { shownValues } from "../data/groups";
import { cutsOfFields } from "./cuts";
import { fieldOf, isFilledField, type LeadField } from "./lead-fields";
import { leadKeys, leadNames } from "./lead-keys";
import type { ScoringRule } from "./score-parts";

export interface ScoredRows {
  readonly count: number;
  /** How many leads each row is; null where each is one. */
  readonly records: readonly number[] | null;
  readonly keys: readonly string[];
  readonly names: readonly (string | null)[];
  readonly converted: readonly string[];
  /** Yes where the last activity came after the conversion; null where the export does not tell for any lead. */
  readonly after: readonly string[] | null;
  /** What each row says in a column; of groups only in those that rules read. */
  readonly valuesOf: (field: LeadField) => readonly CellValue[];
  /** By field: where groups are cut because the values are too many; what rules compare it with stays as it is. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
  /** Each lead that is not converted is a row of its own. */
  readonly hasEach: boolean;
}

/** The most groups of leads that get a score. */
const mostGroups = 50_000;

/** The leads, or groups of them; null where what rules read makes too many groups. */
export function scoredRows(rules: readonly ScoringRule[], fields: readonly LeadField[], context: SheetContext): ScoredRows | null {
  const table = context.data.get("lead");
  const converted = (table?.fields.get("isConverted")?.values ?? []) as readonly string[];
  const tellsAfter = ["lastActivity", "convertedOn"].every((name) => { const field = fieldOf(name, fields); return field !== null && isFilledField(field, context); });
  if (table?.groups) return groupedRows(rules, fields, tellsAfter, converted, table.groups.tables, context);
  const count = fields[0]?.values.length ?? 0;
  return {
    count, records: null, keys: leadKeys(fields, count), names: leadNames(fields, count), converted, after: tellsAfter ? afterConversion(fields, converted, context) : null,
    valuesOf: ({ values }) => values, cuts: new Map(), hasEach: true,
  };
}

/** Leads not converted as they are, and groups of the others by all that rules read; where even those are groups, groups of all. */
function groupedRows(rules: readonly ScoringRule[], fields: readonly LeadField[], tellsAfter: boolean, isConverted: readonly string[], tables: GroupTables, context: SheetContext): ScoredRows | null {
  const { yes, no } = context.text.tables;
  const hasEach = tables.each !== null;
  const cuts = cutsOfFields(rules, context);
  const read = [...new Set(rules.flatMap(({ trouble, field, dateField }) => (trouble || !field ? [] : [field.name, ...(dateField ? [dateField.name] : [])])))].filter((name) => name !== "isConverted");
  const by: readonly TableField[] = [{ field: "isConverted", cuts: null }, ...(tellsAfter ? [{ field: "afterConversion", cuts: null }] : []), ...read.map((field) => ({ field, cuts: cuts.get(field) ?? null }))];
  const found = askedTable(tables, by, mostGroups);
  if (!found) return null;
  const single = isConverted.flatMap((is, row) => (hasEach && is === no ? [row] : []));
  const groups = found.records.flatMap((_, at) => (hasEach && found.columns["isConverted"]?.[at] !== true ? [] : [at]));
  const of = (name: string) => {
    const shown = shownIn(found, name, context);
    return groups.map((at) => shown[at] ?? null);
  };
  const names = leadNames(fields, isConverted.length);
  const keys = leadKeys(fields, isConverted.length);
  return {
    count: single.length + groups.length,
    records: [...single.map(() => 1), ...groups.map((at) => found.records[at] ?? 0)],
    keys: [...single.map((row) => keys[row]!), ...groups.map((_, at) => context.text.scoring.groupKey(at + 1))],
    names: [...single.map((row) => names[row]!), ...groups.map(() => null)],
    converted: [...single.map(() => no), ...groups.map((at) => (found.columns["isConverted"]?.[at] === true ? yes : no))],
    after: tellsAfter ? [...single.map(() => no), ...groups.map((at) => (found.columns["afterConversion"]?.[at] === true ? yes : no))] : null,
    valuesOf: ({ name, values }) => [...single.map((row) => values[row] ?? null), ...of(name)],
    cuts, hasEach,
  };
}

function shownIn({ columns }: Grouped, name: string, { text }: SheetContext): readonly CellValue[] {
  return shownValues(name, columns[name] ?? [], text);
}

/** Of converted leads, whether the last activity came later: what it tells was not known before. */
function afterConversion(fields: readonly LeadField[], converted: readonly string[], { text }: SheetContext): readonly string[] {
  const [last, on] = [fieldOf("lastActivity", fields), fieldOf("convertedOn", fields)];
  const { yes, no } = text.tables;
  return converted.map((is, at) => {
    const [activity, conversion] = [last?.values[at], on?.values[at]];
    return is === yes && typeof activity === "number" && typeof conversion === "number" && Math.floor(activity) > Math.floor(conversion) ? yes : no;
  });
}
