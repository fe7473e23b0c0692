// Shared KPIs, hand-over checklist, the customer-success committee and joint projects.

import type { Term } from "../formula/term";
import { gap, grid, input, show, stack, type Block, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { listedMeasures, measureTable } from "./measure-list";
import { tabColours } from "./tabs";
import { wrappedTable } from "./text-lines";
import { boards, boardRules } from "./together/board";
import { checklistTable, checklistTableName, stepsOf, ticksTableName } from "./together/checklist";
import { actionCountsTable, actionRules, actionsOf, actionsSentence, actionsTable, actionsTableName, agendaOf, agendaTable, agendaTableName, meetingSentence, meetingsTyped } from "./together/committee";
import { closeShare, handoffsSince, togetherInputs } from "./together/departments";
import { kpiMeasuresName, kpisOf, kpisSentence, kpisTable, kpisTableName, kpiTerms } from "./together/kpis";
import { projectRules, projectsOf, projectsSentence, projectsTable, projectsTableName, projectSummary } from "./together/projects";
import { handoffSentence, ticksByStep, ticksSheets } from "./together/ticks";

/** Four boards of three columns; the tables below use the same. */
const board = [27, 14, 13] as const;
const widths: readonly number[] = [...board, ...board, ...board, ...board, 16];
const across = 13;
/** Where what belongs to a table stands beside it. */
const side = 6;

export const togetherEntry: SheetEntry = {
  make: togetherSheet,
  more: ticksSheets,
  moreNames: ({ together }) => ({ handoverTicks: together.ticks.sheet }),
  forms: [kpisTableName, checklistTableName, ticksTableName, agendaTableName, actionsTableName, projectsTableName],
  shared: [kpisTableName, checklistTableName, agendaTableName],
  inputs: Object.values(togetherInputs),
  definitions: ({ together }) => together.definitions,
};

function togetherSheet(context: SheetContext): SheetSpec {
  const { text, memory } = context;
  const words = text.together;
  const measures = listedMeasures(context);
  const kpis = kpisOf(memory, measures, text);
  const terms = kpiTerms(kpis, measures, closeShare(memory), text);
  const actions = actionsOf(memory, text);
  const projects = projectsOf(memory, text);
  return {
    id: "together",
    name: text.sheets.together.name,
    tab: tabColours.work,
    columnWidths: widths,
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across })], [show("sentence", kpisSentence(kpis, terms, text), { across })]], [30, 20]),
      gap(),
      section(words.board.title, null),
      boards(kpis, terms, text),
      gap(),
      section(words.kpis.title, words.kpis.note),
      grid([[show("label", words.kpis.close, { across: 2 }), input(togetherInputs.close, closeShare(memory).value, { format: "percent", allowed: { kind: "number", min: 0, max: 1, whole: false } })]]),
      wrapped(kpisTable(kpis, terms, measures, text)),
      gap(),
      ...handoffs(context),
      gap(),
      ...committee(context),
      gap(),
      section(words.actions.title, null),
      line(actionsSentence(actions, context)),
      wrapped(actionsTable(actions, text)),
      gap(),
      section(words.projects.title, words.projects.note),
      line(projectsSentence(projects, text)),
      wrapped(projectsTable(projects, text)),
      gap(),
      { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: projectSummary(projects, text) } }, { column: side, block: { kind: "table", table: actionCountsTable(actions, context) } }] },
      gap(),
      section(words.figures.title, words.figures.note),
      { kind: "beside", blocks: [{ column: 0, block: wrappedTable(measureTable(kpiMeasuresName, measures, text), widths) }] },
    ],
    rules: rules(context, boardRules(kpis, text)),
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function handoffs(context: SheetContext): readonly Block[] {
  const { text, memory, model } = context;
  const words = text.together.handoffs;
  const steps = stepsOf(memory, text);
  const since = input(togetherInputs.since, handoffsSince(memory, model.settings.asOf.value).value, { format: "day", allowed: { kind: "day", prompt: text.together.dayPrompt } });
  const link = ticksSheets(context).length > 0 ? [null, show("link", text.together.ticks.sheet, { linkToSheet: text.together.ticks.sheet })] : [];
  return [
    section(words.title, words.note),
    line(handoffSentence(context, steps)),
    grid([[show("label", words.since), since, ...link]]),
    wrapped(checklistTable(steps, ticksByStep(context, steps), text)),
  ];
}

function committee({ text, memory }: SheetContext): readonly Block[] {
  const words = text.together.committee;
  const agenda = agendaOf(memory, text);
  const { last, every } = meetingsTyped(memory);
  const inputs = grid([
    [show("label", words.last), input(togetherInputs.last, last, { format: "day", allowed: { kind: "day", prompt: text.together.dayPrompt } })],
    [show("label", words.every), input(togetherInputs.every, every, { format: "score", allowed: { kind: "number", min: 1, max: 24, whole: true } })],
  ]);
  return [
    section(words.title, words.note),
    line(meetingSentence(agenda, memory, text)),
    { kind: "beside", blocks: [{ column: 0, block: wrapped(agendaTable(agenda, text)) }, { column: side, block: inputs }] },
  ];
}

function section(title: string, note: string | null): Block {
  const head = grid([[show("section", title, { across })]], [24]);
  return note === null ? head : stack(head, grid([[show("note", note, { across })]], [18]));
}

function line(content: Term<string>): Block {
  return grid([[show("sentence", content, { across })]], [20]);
}

function wrapped(table: TableSpec): Block {
  return wrappedTable(table, widths);
}

function rules(context: SheetContext, ofBoards: readonly RuleSpec[]): readonly RuleSpec[] {
  const { kpis } = context.text.together;
  const says = (status: keyof typeof kpis.statuses, tone: "good" | "fair" | "bad" | "muted"): RuleSpec => ({ kind: "equals", area: { table: kpisTableName, column: kpis.status }, text: kpis.statuses[status], tone });
  return [
    ...ofBoards, says("reached", "good"), says("close", "fair"), says("behind", "bad"), says("noActual", "muted"), says("noTarget", "muted"),
    ...actionRules(context), ...projectRules(context.text),
  ];
}
