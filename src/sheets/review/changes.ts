// What changed since the snapshot before, in sentences that stand as of the build.

import { lastDay, stateOn } from "../../metrics/deal-log";
import { grid, show, type Block } from "../block";
import type { SheetContext } from "../context";
import { changeLines, whatChanged, type WhatChanged } from "../what-changed";

const mostShown = 7;

/** The open amount before and now, what moved it, and what else changed. */
export function changesBlock(context: SheetContext): Block {
  const words = context.text.review;
  const changed = sinceAnEarlierDay(context);
  const lines = changed ? changeLines(changed, context.text) : [words.noSnapshots];
  const shown = lines.length > mostShown ? [...lines.slice(0, mostShown - 1), words.moreChanges(lines.length - mostShown + 1)] : lines;
  return grid([[show("section", words.changesTitle, { across: 11 })], ...shown.map((line) => [show("label", line, { across: 11 })])], [22, ...shown.map(() => 17)]);
}

/** Against the last snapshot of an earlier day: refreshed twice on one day, the page still tells what the day brought. */
function sinceAnEarlierDay(context: SheetContext): WhatChanged | null {
  const changed = whatChanged(context);
  const { snapshots, model } = context;
  const asOf = model.settings.asOf.value;
  if (!changed || !snapshots || changed.since !== asOf) return changed;
  const earlier = snapshots.log.filter(({ day }) => day < asOf);
  const since = lastDay(earlier);
  return since === null ? { ...changed, since, changes: null } : whatChanged({ ...context, snapshots: { ...snapshots, since, before: stateOn(earlier, since) } });
}
