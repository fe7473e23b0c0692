// One page for the weekly and monthly meeting: what changed, what is off track, what was decided.

import { grid, show, type Block, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { agendaBlock, agendaName } from "./review/agenda";
import { changesBlock } from "./review/changes";
import { dealsBlock } from "./review/deals";
import { decisionsName, decisionsSheet, openBlock, openRules } from "./review/decisions";
import { noneClosed, figuresBlock } from "./review/figures";
import { goalRules, goalsBlock } from "./review/goals";
import { leaksBlock } from "./review/leaks";
import { headBlock, meetingName, periodsOf } from "./review/meeting";
import { tabColours } from "./tabs";

export const reviewEntry: SheetEntry = {
  make: reviewSheet,
  more: (context) => [decisionsSheet(context)],
  forms: [decisionsName, agendaName],
  shared: [agendaName],
  inputs: [meetingName],
  choices: [meetingName],
  definitions: ({ review }) => review.definitions,
};

function reviewSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  return {
    id: "review",
    name: text.sheets.review.name,
    tab: tabColours.work,
    columnWidths: [7, 14, 13, 13, 17, 16, 2, 20, 11, 11, 11],
    gridlines: false,
    blocks: [headBlock(context), ...contents(context)],
    rules: rules(context),
    print: { orientation: "portrait", paper: "a4", fitToHeight: true },
  };
}

function contents(context: SheetContext): readonly Block[] {
  const { model, text } = context;
  const agenda = agendaBlock(context);
  const goals = [between(), goalsBlock(context)];
  const decisions = [between(), openBlock(context)];
  if (!model.deals || model.deals.count === 0) return [grid([[show("sentence", text.review.noDeals, { across: 11 })]], [20]), { kind: "beside", blocks: [{ column: 7, block: agenda }] }, ...goals, ...decisions];
  const deals = { ...model, deals: model.deals };
  const periods = periodsOf(context);
  return [
    grid([[show("note", noneClosed(deals, periods, context), { across: 11 })]], [14]),
    { kind: "beside", blocks: [{ column: 0, block: figuresBlock(deals, periods, context) }, { column: 7, block: agenda }] },
    between(), changesBlock(context),
    ...goals,
    between(), leaksBlock(deals, context),
    between(), dealsBlock(deals, context, 11),
    ...decisions,
  ];
}

function rules(context: SheetContext): readonly RuleSpec[] {
  return [...goalRules(context), ...openRules(context)];
}

/** A little room, so that the page stays one page. */
function between(): Block {
  return grid([[]], [8]);
}
