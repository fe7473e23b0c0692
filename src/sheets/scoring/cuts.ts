// Which columns have too many values to group leads by each, and where groups are cut instead: at the limits that rules compare with.

import { literal } from "../../formula/term";
import { comparedWith } from "../../metrics/rules/compared";
import { readingKindOf } from "../../metrics/rules/live";
import type { SheetContext } from "../context";
import type { LeadField } from "./lead-fields";
import type { ScoringRule } from "./score-parts";
import { valueCounts } from "./value-counts";

/** So many values at most are each a group. */
const mostValues = 50;
const comparing: ReadonlySet<string | null> = new Set([">", ">=", "<", "<=", "between"]);

/** By field, for columns that rules only compare with limits and nothing fades by. */
export function cutsOfFields(rules: readonly ScoringRule[], context: SheetContext): ReadonlyMap<string, readonly number[]> {
  const used = rules.filter(({ trouble }) => trouble === null);
  const names = new Set(used.flatMap(({ field }) => field?.name ?? []));
  return new Map([...names].flatMap((name): [string, readonly number[]][] => {
    const own = used.filter(({ field }) => field?.name === name);
    const isExact = own.some(({ operator }) => !comparing.has(operator)) || used.some(({ dateField }) => dateField?.name === name);
    return isExact || !hasMany(own[0]!.field!, context) ? [] : [[name, limitsOf(own)]];
  }));
}

function hasMany(field: LeadField, context: SheetContext): boolean {
  const { all, isWhole } = valueCounts(field, context);
  return !isWhole || all.length > mostValues;
}

function limitsOf(rules: readonly ScoringRule[]): readonly number[] {
  const limits = rules.flatMap(({ operator, row, field }) => {
    const { first, second } = comparedWith(operator!, readingKindOf(operator!, row.value, field!.isDay), literal(row.value));
    return [first.value, second.value].filter((value) => typeof value === "number");
  });
  return [...new Set(limits)].sort((left, right) => left - right);
}
