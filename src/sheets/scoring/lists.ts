// Whom to call and whom to nurture: which leads stands as of the build, their figures follow by formula.

import { column, thisRow } from "../../formula/column";
import { entryAt, lookup, rowOf } from "../../formula/lookup";
import { sentence } from "../../formula/sentence";
import { call, literal, literalText, reference, type Figure, type Term } from "../../formula/term";
import { grid, show, type Block, type ColumnSpec, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format, Look } from "../plan";
import { figures, fixed, reportTable } from "../report-table";
import { gradesThat } from "./grades";
import { fieldOf } from "./lead-fields";
import { leadScoring, type LeadScoring } from "./model";
import { gradesTableName, handOverName, nurtureName, stepsTableName } from "./names";
import { suggestOwners } from "./owners";
import { nextSteps, places } from "./place-grid";
import { heightFor } from "../text-lines";

/** Most leads a list names. */
const mostListed = 50;
const whyWidth = 50;

/** The rows of Leads on a list, most points first; rows in the order of the export where points are the same. */
export function listedRows(context: SheetContext, action: "handOver" | "nurture"): { readonly rows: readonly number[]; readonly all: number } {
  const { score, grade, converted, hasEach } = leadScoring(context);
  if (!hasEach) return { rows: [], all: 0 };
  const labels = gradesThat(context, action);
  const found = score.flatMap((_, row) => (labels.has(grade[row]!.value.toLowerCase()) && converted[row] === context.text.tables.no ? [row] : []));
  found.sort((a, b) => score[b]!.value - score[a]!.value || a - b);
  return { rows: found.slice(0, mostListed), all: found.length };
}

export function handOverBlocks(context: SheetContext, width: number): readonly Block[] {
  const words = context.text.scoring;
  const { rows, all } = listedRows(context, "handOver");
  const title = show("section", words.handOverTitle, { across: width });
  if (rows.length === 0) return [grid([[title], [show("note", leadScoring(context).hasEach ? words.noHandOver : words.noLists, { across: width })]], [24, 20])];
  const owners = suggestOwners(context, rows);
  const list: List = { name: handOverName, action: "handOver", rows };
  const more = [
    figures(words.list.suggested, "text", owners.map(({ suggested }) => suggested)),
    figures(words.list.reason, "text", owners.map(({ reason }) => reason)),
  ];
  return [grid([[title], [show("note", `${words.handOverNote(mostListed)} ${shownOf(rows.length, all, context)}`, { across: width })]], [24, 20]), tableBlock(list, more, context)];
}

export function nurtureBlocks(context: SheetContext, width: number): readonly Block[] {
  const words = context.text.scoring;
  const { rows, all } = listedRows(context, "nurture");
  const title = show("section", words.nurtureTitle, { across: width });
  if (rows.length === 0) return [grid([[title], [show("note", leadScoring(context).hasEach ? words.noNurture : words.noLists, { across: width })]], [24, 20])];
  const list: List = { name: nurtureName, action: "nurture", rows };
  const own = rows.map((row) => reference(thisRow(nurtureName, words.list.place), leadScoring(context).place[row]!.value));
  const steps = nextSteps(context);
  const stepColumn = column(stepsTableName, words.next.step, places.map((place) => steps.get(place) ?? null));
  const placeColumn = column(stepsTableName, words.next.place, places);
  const more = [
    figures(words.list.missing, "text", own.map((place) => missingOf(place, context))),
    figures(words.list.step, "text", own.map((place) => lookup(stepColumn, place, placeColumn))),
  ];
  return [grid([[title], [show("note", `${words.nurtureNote(mostListed)} ${shownOf(rows.length, all, context)}`, { across: width })]], [24, 20]), tableBlock(list, more, context)];
}

/** What no longer belongs on a list. */
export function listRules(context: SheetContext): readonly RuleSpec[] {
  const { list, states } = context.text.scoring;
  return ([["handOver", handOverName], ["nurture", nurtureName]] as const).filter(([action]) => listedRows(context, action).rows.length > 0)
    .map(([, table]): RuleSpec => ({ kind: "equals", area: { table, column: list.state }, text: states.moved, tone: "fair" }));
}

interface List {
  readonly name: string;
  readonly action: "handOver" | "nurture";
  readonly rows: readonly number[];
}

function tableBlock(list: List, more: readonly ColumnSpec[], context: SheetContext): Block {
  const scoring = leadScoring(context);
  const heights = list.rows.map((row) => heightFor([scoring.why[row]!.value, whyWidth]));
  return {
    kind: "beside",
    blocks: [
      { column: 0, block: reportTable(list.name, context.text.scoring.list.id, columnsOf(list, more, scoring, context)) },
      { column: 0, block: grid([[], ...heights.map(() => [])], [null, ...heights.map((height) => Math.max(20, height))]) },
    ],
  };
}

function columnsOf({ name, action, rows }: List, more: readonly ColumnSpec[], scoring: LeadScoring, context: SheetContext): readonly ColumnSpec[] {
  const { text } = context;
  const words = text.scoring.list;
  const { columns, keys, names, fields } = scoring;
  const found = rows.map((row) => rowOf(reference(thisRow(name, words.id), keys[row]!), columns.key));
  const at = found.map((one) => reference<Figure>(thisRow(name, words.row), one.value));
  const of = (header: string, source: typeof columns.score, format: Format = "general", look?: Look) => figures(header, format, at.map((one) => entryAt(source, one)), look);
  const written = (header: string, name: string) => {
    const field = fieldOf(name, fields);
    const values = field ? scoring.valuesOf(field) : [];
    return fixed(header, "text", rows.map((row) => values[row] ?? null));
  };
  return [
    fixed(words.no, "score", rows.map((_, index) => index + 1), "centred"),
    fixed(words.lead, "text", rows.map((row) => names[row] ?? null)),
    of(words.grade, columns.grade, "text", "centred"),
    fixed(words.id, "text", rows.map((row) => keys[row]!)),
    written(words.company, "company"),
    of(words.why, columns.why, "text", "wrapped"),
    of(words.score, columns.score, "general", "centred"), of(words.fit, columns.fit, "general", "centred"), of(words.engagement, columns.engagement, "general", "centred"), of(words.place, columns.place, "text", "centred"),
    written(words.owner, "owner"),
    ...more,
    figures(words.state, "text", rows.map((row, index) => stateOf(action, reference(thisRow(name, words.grade), scoring.grade[row]!.value), at[index]!, row, context)), "centred"),
    figures(words.row, "count", found),
  ];
}

/** Whether the grade still says so, and the lead is not converted. */
function stateOf(action: List["action"], grade: Term<string>, at: Term<Figure>, row: number, context: SheetContext): Term<string> {
  const { text } = context;
  const { grades, columns, converted } = leadScoring(context);
  const { states } = text.scoring;
  const words = text.scoring.grades;
  const does = lookup(column(gradesTableName, words.action, grades.map((one) => one.action)), grade, column(gradesTableName, words.grade, grades.map((one) => one.grade)));
  const open = entryAt(columns.converted, at);
  const wanted = text.scoring.actions[action];
  const holds = String(does.value).toLowerCase() === wanted.toLowerCase() && converted[row] === text.tables.no;
  return call(`IF(AND(${does.text}=${literalText(wanted)},${open.text}=${literalText(text.tables.no)}),${literalText(states.still)},${literalText(states.moved)})`, holds ? states.still : states.moved);
}

/** The kind of points a lead lacks for a better place. */
function missingOf(place: Term<string>, { text }: SheetContext): Term<string> {
  const words = text.scoring.missing;
  const [letter, digit] = [place.value.charAt(0), place.value.charAt(1)];
  const value = letter === "C" ? (digit === "3" ? words.both : words.fit) : digit === "1" ? words.none : words.engagement;
  return call(`IF(LEFT(${place.text})="C",IF(RIGHT(${place.text})="3",${literalText(words.both)},${literalText(words.fit)}),IF(RIGHT(${place.text})="1",${literalText(words.none)},${literalText(words.engagement)}))`, value);
}

function shownOf(shown: number, all: number, { text }: SheetContext): string {
  return all > shown ? sentence(text.scoring.listed, { shown: literal(String(shown)), all: literal(String(all)) }).value : "";
}
