// Moves from stage to stage, slipped deals, and how good past forecasts were.

import { isoOf } from "../values";
import { gap, grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { behindBridge, changedDeals, changesBlocks, changesHeadline } from "./history/changes";
import { cohortBlocks } from "./history/cohorts";
import { dueSheet } from "./history/due-table";
import { matrixBlocks } from "./history/matrix";
import { memoryBlocks } from "./history/memory";
import { across, firstWidths, historyParts, otherWidth, section, type HistoryParts } from "./history/parts";
import { countedPeriod, historyInputs } from "./history/period";
import { sinceLast, type SinceLast } from "./history/since-last";
import { slipBlocks, slipList } from "./history/slips";
import { tabColours } from "./tabs";
import { textWidth } from "./theme";

/** Columns the widest matrix may have. */
const mostColumns = 34;

/** From more stages on the matrix asks for a larger paper. */
const manyStages = 8;

export const historyEntry: SheetEntry = {
  make: historySheet, more: dueSheet, moreNames: ({ history }) => ({ closeDateChanges: history.dueSheet }), forms: [], inputs: Object.values(historyInputs), definitions: ({ history }) => history.definitions,
};

function historySheet(context: SheetContext): SheetSpec {
  const parts = historyParts(context);
  const { words } = parts;
  const since = sinceLast(context);
  const said = headline(parts, since);
  const { period, block } = countedPeriod(parts);
  const matrix = matrixBlocks(parts, period);
  return {
    id: "history",
    name: context.text.sheets.history.name,
    tab: tabColours.work,
    columnWidths: [...firstWidths, ...Array.from<number>({ length: mostColumns - firstWidths.length }).fill(otherWidth)],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across })]], [30]),
      grid([[show("sentence", said, { across })]], [6 + 16 * Math.ceil(textWidth(typeof said === "string" ? said : said.value) / 140)]),
      gap(),
      ...(since ? changesBlocks(parts, since) : []),
      block, gap(),
      ...matrix.blocks,
      ...slipBlocks(parts, period),
      ...cohortBlocks(parts),
      ...memoryBlocks(parts),
      ...(since ? changedDeals(parts, since) : []),
      ...slipList(parts),
      ...(since ? [section(words.behindTitle), behindBridge(parts, since)] : []),
    ],
    rules: matrix.rules ?? [],
    print: { orientation: "landscape", paper: context.model.stages.rows.length > manyStages ? "a3" : "a4", fitToHeight: false },
  };
}

/** What changed, or why nothing can be said of it. */
function headline(parts: HistoryParts, since: SinceLast | null) {
  const { words, context, model } = parts;
  if (since) return changesHeadline(parts, since);
  if (!model && !context.snapshots) return words.noDeals;
  if (model?.deals.groups) return context.text.tables.groups.noLog;
  const first = context.snapshots?.first;
  return first ? words.first.replace("{day}", isoOf(first)) : words.noLog;
}
