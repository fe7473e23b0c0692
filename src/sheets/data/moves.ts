// The stage history table, with what the funnel needs of it: first entries, who went further, days until the next stage.

import type { StageMove } from "../../crm/objects/stage-move";
import type { Reading } from "../../crm/reading";
import type { MoveTable, StageRow } from "../../metrics/model";
import type { Text } from "../../text/en";
import type { Day } from "../../values";
import type { DataTable } from "../context";
import { dataTableSpec, extraColumns, fieldColumn, fieldsOf, mappedColumns, uniqueHeaders } from "./columns";

const movesTableName = "StageHistory";

/** The table and how measures see it; `stages` give the order that "further on" means. */
export function moveData(reading: Reading<StageMove>, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: Text): DataTable & { readonly moves: MoveTable } {
  const words = text.tables.moves;
  const facts = historyFacts(reading, stages);
  const plain = mappedColumns("stageMove", reading, new Set([...mapped, "to", "on"]), text);
  const columns = uniqueHeaders([
    ...plain,
    fieldColumn("firstEntry", words.firstEntry, "count", facts.map((fact) => fact.firstEntry)),
    fieldColumn("wentFurther", words.wentFurther, "count", facts.map((fact) => fact.wentFurther)),
    fieldColumn("cohort", words.cohort, "day", facts.map((fact) => fact.cohort)),
    fieldColumn("daysInStage", words.daysInStage, "days", facts.map((fact) => fact.days)),
    ...extraColumns(reading),
  ]);
  const fields = fieldsOf(movesTableName, columns);
  const of = (field: string) => {
    const found = fields.get(field);
    if (!found) throw new Error(`no column for the field: ${field}`);
    return found;
  };
  return {
    spec: dataTableSpec(movesTableName, [], columns),
    sheet: text.tables.sheets.stageMove,
    fields,
    columns,
    moves: { stage: of("to"), entered: of("on"), firstEntry: of("firstEntry"), wentFurther: of("wentFurther"), cohort: of("cohort"), daysInStage: of("daysInStage") },
  };
}

interface Fact {
  readonly firstEntry: 0 | 1;
  readonly wentFurther: 0 | 1;
  readonly cohort: Day | null;
  readonly days: number | null;
}

/** What each entry means in the history of its deal. */
function historyFacts({ columns, count }: Reading<StageMove>, stages: readonly StageRow[]): readonly Fact[] {
  const order = new Map(stages.filter((row) => row.outcome !== "lost").map((row, index) => [row.stage.toLowerCase(), index]));
  const facts: Fact[] = Array.from({ length: count }, () => ({ firstEntry: 0, wentFurther: 0, cohort: null, days: null }));
  for (const rows of rowsByDeal(columns)) {
    const inTime = rows.sort((a, b) => (columns.on[a] ?? 0) - (columns.on[b] ?? 0) || a - b);
    const placeOf = (row: number) => order.get((columns.to[row] ?? "").toLowerCase()) ?? -1;
    const furthest = Math.max(...inTime.map(placeOf));
    const cohort = inTime.map((row) => columns.on[row] ?? null).find((day) => day !== null) ?? null;
    const seen = new Set<string>();
    inTime.forEach((row, index) => {
      const stage = (columns.to[row] ?? "").toLowerCase();
      const first = stage !== "" && !seen.has(stage);
      seen.add(stage);
      facts[row] = {
        firstEntry: first ? 1 : 0,
        wentFurther: first && placeOf(row) >= 0 && furthest > placeOf(row) ? 1 : 0,
        cohort,
        days: columns.days[row] ?? daysUntil(columns.on[row] ?? null, columns.left[row] ?? columns.on[inTime[index + 1] ?? -1] ?? null),
      };
    });
  }
  return facts;
}

function rowsByDeal(columns: Reading<StageMove>["columns"]): readonly number[][] {
  const deals = new Map<string, number[]>();
  columns.to.forEach((_, row) => {
    const deal = columns.dealId[row] ?? columns.deal[row];
    if (!deal) return;
    const rows = deals.get(deal);
    if (rows) rows.push(row);
    else deals.set(deal, [row]);
  });
  return [...deals.values()];
}

function daysUntil(from: Day | null, to: Day | null): number | null {
  return from === null || to === null || to < from ? null : to - from;
}
