// Where you stand, three phases, milestones with their Gantt chart, pilots, roll-out and reviews.

import { gap, grid, input, show, stack, type Block, type Cell, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { listedMeasures, measureTable } from "./measure-list";
import { diagnosisForm, diagnosisMeasuresName, diagnosisTable, diagnosisTableName, questionsOf } from "./roadmap/diagnosis";
import { ganttColumns, ganttRows, ganttRules, ganttScale } from "./roadmap/gantt";
import { pilotsOf, pilotsSentence, pilotsTable, pilotsTableName, rollOutOf, rollOutSentence, rollOutTable, rollOutTableName } from "./roadmap/logs";
import { milestonesOf, milestonesTable, milestonesTableName, statusWords, type Milestone } from "./roadmap/milestones";
import { phasesTable, phasesTableName, progressSentence } from "./roadmap/phases";
import { reviewsOf, rhythmTable, rhythmTableName } from "./roadmap/rhythm";
import { roadmapInputs, roadmapSettings, type RoadmapSettings } from "./roadmap/settings";
import { radar, standingSentence, standingTable, standingTableName } from "./roadmap/standing";
import { tabColours } from "./tabs";
import { wrappedHeights, wrappedTable } from "./text-lines";

/** Columns of the tables; the narrow ones of the Gantt chart follow. */
const widths = [21, 44, 14, 27, 12.5, 12.5, 12, 20] as const;
const ganttWidth = 2.9;
const across = widths.length;

export const roadmapEntry: SheetEntry = {
  make: roadmapSheet,
  forms: [diagnosisTableName, milestonesTableName, pilotsTableName, rollOutTableName, rhythmTableName],
  shared: [diagnosisTableName, milestonesTableName, rhythmTableName],
  inputs: Object.values(roadmapInputs),
  definitions: ({ roadmap }) => roadmap.definitions,
};

function roadmapSheet(context: SheetContext): SheetSpec {
  const { text, memory, model: { settings: { asOf } } } = context;
  const words = text.roadmap;
  const settings = roadmapSettings(memory, asOf.value);
  const measures = listedMeasures(context);
  const questions = questionsOf(memory, measures, text);
  const milestones = milestonesOf(memory, settings, text);
  const statuses = statusWords(milestones, settings, asOf.value, text);
  const pilots = pilotsOf(memory, text);
  const teams = rollOutOf(memory, text);
  return {
    id: "roadmap",
    name: text.sheets.roadmap.name,
    tab: tabColours.work,
    columnWidths: [...widths, ...Array.from({ length: ganttColumns }, () => ganttWidth)],
    gridlines: false,
    blocks: [
      grid([
        [show("title", words.title, { across })],
        [show("sentence", standingSentence(questions, text), { across })],
        [show("sentence", progressSentence(milestones, statuses, text), { across })],
      ], [30, 20, 20]),
      gap(),
      overview(standingTable(questions, text), phasesTable(milestones, statuses, text), context),
      gap(),
      section(words.milestones.title, words.milestones.note, across),
      gantt(milestones, settings, context),
      gap(2),
      section(words.diagnosis.title, words.diagnosis.note, across),
      wrapped(diagnosisTable(questions, measures, context)),
      gap(),
      section(words.pilots.title, words.pilots.note, across),
      line(pilotsSentence(pilots, text)),
      wrapped(pilotsTable(pilots, text)),
      gap(),
      section(words.rollOut.title, words.rollOut.note, across),
      line(rollOutSentence(teams, settings, text)),
      wrapped(rollOutTable(teams, text)),
      gap(),
      section(words.rhythm.title, words.rhythm.note, across),
      wrapped(rhythmTable(reviewsOf(memory, text), asOf, text)),
      gap(),
      section(words.figures.title, words.figures.note, across),
      { kind: "beside", blocks: [{ column: 1, block: wrappedTable(measureTable(diagnosisMeasuresName, measures, text), widths.slice(1)) }] },
    ],
    rules: [...ganttRules(milestones), ...rules(context)],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** Dimensions and phases on the left, the radar on the right. */
function overview(standing: TableSpec, phases: TableSpec, { text }: SheetContext): Block {
  const { standing: first, stages: second } = text.roadmap;
  const rows = 1 + standingRows(standing) + 2 + standingRows(phases);
  const left = stack(grid([[show("section", first.title, { across: across - 1 })]], [24]), wrapped(standing), gap(), grid([[show("section", second.title, { across })]], [24]), wrapped(phases));
  return { kind: "beside", blocks: [{ column: 0, block: left }, { column: across + 1, block: radar(ganttColumns - 1, rows, text) }] };
}

function standingRows({ columns }: TableSpec): number {
  return 1 + (columns[0]?.contents.length ?? 0);
}

/** The settings and the scale above, the milestones and their bars below. */
function gantt(milestones: readonly Milestone[], settings: RoadmapSettings, context: SheetContext): Block {
  const { text, model: { settings: { asOf } } } = context;
  const { settings: words, milestones: { month, today } } = text.roadmap;
  const table = milestonesTable(milestones, settings, context);
  const label = (one: string): Cell => show("label", one, { across: 2 });
  const settingRows = [
    [label(words.firstDay), input(roadmapInputs.firstDay, settings.firstDay.value, { format: "day", allowed: { kind: "day" } })],
    [label(words.step), input(roadmapInputs.step, settings.step.value, { format: "count", allowed: { kind: "number", min: 1, max: 92, whole: true } })],
    [label(words.behindBy), input(roadmapInputs.behindBy, settings.behindBy.value, { format: "percent", allowed: { kind: "number", min: 0, max: 1, whole: false } })],
    [label(words.adoption), input(roadmapInputs.adoption, settings.adoption.value, { format: "percent", allowed: { kind: "number", min: 0, max: 1, whole: false } })],
  ];
  const [months, marker] = ganttScale(settings, asOf);
  return stack(
    { kind: "beside", blocks: [
      { column: 0, block: grid(settingRows) },
      { column: across - 1, block: grid([[], [], [show("label", month), ...(months ?? [])], [show("label", today), ...(marker ?? [])]]) },
    ] },
    { kind: "beside", blocks: [
      { column: 0, block: { kind: "table", table } },
      { column: 0, block: wrappedHeights(table, widths) },
      { column: across, block: ganttRows(milestones, settings, asOf, text) },
    ] },
  );
}

function section(title: string, note: string, over: number): Block {
  return grid([[show("section", title, { across: over })], [show("note", note, { across: over })]], [24, 18]);
}

function line(content: Cell["content"]): Block {
  return grid([[show("sentence", content, { across })]], [20]);
}

function wrapped(table: TableSpec): Block {
  return wrappedTable(table, widths);
}

function rules({ text }: SheetContext): readonly RuleSpec[] {
  const { milestones: { status, statuses }, stages, diagnosis, standing, pilots, rhythm } = text.roadmap;
  const says = (table: string, column: string, word: string, tone: "good" | "fair" | "bad" | "muted"): RuleSpec => ({ kind: "equals", area: { table, column }, text: word, tone });
  const tones = [["done", "good"], ["onPlan", "good"], ["behind", "fair"], ["overdue", "bad"], ["notYet", "muted"], ["noDates", "muted"]] as const;
  const wide = (table: string, column: string): RuleSpec => {
    const first = `⟦${table}.${column}⟧`;
    return { kind: "formula", area: { table, column }, formula: `AND(ISNUMBER(${first}),${first}>=2)`, tone: "bad" };
  };
  return [
    ...tones.flatMap(([one, tone]) => [says(milestonesTableName, status, statuses[one], tone), says(phasesTableName, stages.state, statuses[one], tone)]),
    { kind: "dataBar", area: { table: phasesTableName, column: stages.done }, colour: "#BFE3DF", min: 0, max: 1 },
    wide(diagnosisForm.table, diagnosis.gap), wide(standingTableName, standing.gap),
    says(pilotsTableName, pilots.verdict, pilots.verdicts.keep, "good"), says(pilotsTableName, pilots.verdict, pilots.verdicts.adjust, "fair"), says(pilotsTableName, pilots.verdict, pilots.verdicts.stop, "bad"),
    says(rhythmTableName, rhythm.state, rhythm.states.planned, "good"), says(rhythmTableName, rhythm.state, rhythm.states.overdue, "bad"), says(rhythmTableName, rhythm.state, rhythm.states.never, "muted"),
  ];
}
