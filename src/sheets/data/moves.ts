// The stage history table, with what the funnel needs of it: first entries, who went further, days until the next stage.

import type { StageMove } from "../../crm/objects/stage-move";
import type { Reading } from "../../crm/reading";
import type { MoveTable, StageRow } from "../../metrics/model";
import { entryFacts } from "../../metrics/stage-history";
import type { WholeText } from "../../text/whole";
import type { DataTable } from "../context";
import { columnOf, dataTableSpec, extraColumns, fieldColumn, fieldsOf, mappedColumns, uniqueHeaders } from "./columns";

const movesTableName = "StageHistory";

/** The table and how measures see it; `stages` give the order that "further on" means. `snapshots` says that the moves come from those of the workbook. */
export function moveData(reading: Reading<StageMove>, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: WholeText, snapshots?: { readonly note: string }): DataTable & { readonly moves: MoveTable } {
  const words = text.tables.moves;
  const { dealId, deal, to, on, left, days, from } = reading.columns;
  const facts = entryFacts({ deal: dealId.map((id, row) => id ?? deal[row] ?? null), stage: to, on, left, days, from, undatedFirst: snapshots !== undefined }, stages);
  const plain = mappedColumns("stageMove", reading, new Set([...mapped, "to", "on"]), text);
  const isTold = mapped.has("from") && facts.every((fact, row) => fact.from === (from[row] ?? null));
  const columns = uniqueHeaders([
    ...plain,
    ...(isTold ? [] : [fieldColumn("cameFrom", words.cameFrom, "text", facts.map((fact) => fact.from))]),
    fieldColumn("firstEntry", words.firstEntry, "count", facts.map((fact) => fact.firstEntry)),
    fieldColumn("wentFurther", words.wentFurther, "count", facts.map((fact) => fact.wentFurther)),
    fieldColumn("cohort", words.cohort, "day", facts.map((fact) => fact.cohort)),
    fieldColumn("daysInStage", words.daysInStage, "days", facts.map((fact) => fact.days)),
    fieldColumn("direction", words.direction, "general", facts.map((fact) => fact.direction)),
    fieldColumn("first", words.first, "count", facts.map((fact) => fact.first)),
    fieldColumn("sinceFirst", words.since, "days", facts.map((fact) => fact.since)),
    ...extraColumns(reading),
  ]);
  const fields = fieldsOf(movesTableName, columns);
  const of = (field: string) => columnOf(fields, field);
  return {
    spec: dataTableSpec(movesTableName, [], columns),
    sheet: text.tables.sheets.stageMove,
    fields,
    columns,
    ...snapshots,
    moves: { stage: of("to"), entered: of("on"), firstEntry: of("firstEntry"), wentFurther: of("wentFurther"), cohort: of("cohort"), since: of("sinceFirst"), order: { daysInStage: of("daysInStage"), from: of(isTold ? "from" : "cameFrom"), direction: of("direction"), first: of("first") }, ...(snapshots ? { fromSnapshots: true } : {}) },
  };
}
