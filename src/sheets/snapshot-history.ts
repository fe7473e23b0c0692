// What the snapshots give to other sheets: their own sheet, stage moves where no export brings any, and what they could not take.

import { lastDay, movesIn, showsMoves } from "../metrics/deal-log";
import type { MoveTable, StageRow } from "../metrics/model";
import type { WholeText } from "../text/whole";
import { isoOf, type Day } from "../values";
import type { SheetSpec } from "./block";
import type { DataTable, SheetContext } from "./context";
import { moveData } from "./data/moves";
import { dataSheet } from "./data/sheet";
import type { Snapshots } from "./snapshots";

/** The log on its sheet, ready to filter; none where there is no log. */
export function snapshotsSheet({ snapshots, text }: SheetContext): readonly SheetSpec[] {
  if (!snapshots) return [];
  const { table } = snapshots;
  const columns = table.columns.map((spec) => ({ field: null, extra: null, spec }));
  return [dataSheet("snapshots", { spec: table, sheet: text.tables.sheets.snapshots, fields: new Map(), columns })];
}

/** The stage history the log shows; null until a deal was seen to move. */
export function movesFrom({ log, first }: Snapshots, stages: readonly StageRow[], text: WholeText): (DataTable & { readonly moves: MoveTable }) | null {
  if (first === null || lastDay(log) === first) return null;
  const moves = movesIn(log, stages);
  if (!showsMoves(moves)) return null;
  return moveData(moves, new Set(["dealId", "deal", "from", "to", "on"]), stages, text, { note: text.changes.history(isoOf(first)) });
}

/** Why lines are missing from the log, in sentences; none where none is. */
export function unloggedOf({ unlogged, isEarlier, since }: Snapshots, asOf: Day, { changes }: WholeText): readonly string[] {
  return [
    ...(unlogged > 0 ? [changes.full(unlogged, isoOf(asOf))] : []),
    ...(isEarlier && since !== null ? [changes.earlier(isoOf(asOf), isoOf(since))] : []),
  ];
}
