// 70-20-10: hours by kind of learning against the shares the model says.

import { column } from "../../formula/column";
import { call, literalText, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { isSameCell, shareStatus } from "../../metrics/coaching";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { keyOfWord, readTable, translated } from "../any-language";
import { grid, input, gap, show, stack, type Block, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { rowsTyped, withSpare, type FormRow } from "../form";
import { columnIn, own, roomy, typed, width, worked } from "./forms";

export const learningTableName = "LearningPlan";
export const sharesTableName = "LearningShares";
/** The cell with the difference that still counts as balanced. */
export const toleranceName = "LearningTolerance";

const kinds = ["practice", "others", "formal"] as const;
type Kind = (typeof kinds)[number];
/** Source: the article, challenge 3. */
const model: Readonly<Record<Kind, number>> = { practice: 0.7, others: 0.2, formal: 0.1 };

const keys = ["who", "activity", "kind", "hours", "when"] as const;
type Row = FormRow<(typeof keys)[number]>;

const seeds: Readonly<Record<keyof WholeText["coaching"]["learningSeeds"], readonly [Kind, number]>> = {
  mentor: ["practice", 40], deals: ["practice", 30], play: ["others", 12], peers: ["others", 8], online: ["formal", 6], workshop: ["formal", 4],
};

export interface Learning {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  /** Share of practice, and its target. */
  readonly practice: { readonly share: Term<Figure>; readonly target: Term<Figure> };
}

export function learning(context: SheetContext): Learning {
  const words = context.text.coaching;
  const rows = learningRows(context);
  const targets = typedTargets(context);
  const shares = sharesOf(context, rows, targets);
  const at = (header: string, value: Figure): Term<Figure> => {
    const found = `INDEX(${column(sharesTableName, header, []).text},MATCH(${literalText(words.learningKinds.practice)},${column(sharesTableName, words.shares.kind, []).text},0))`;
    return call(`IF(ISNUMBER(${found}),${found},"")`, value);
  };
  return {
    blocks: [
      grid([[show("section", words.learningTitle, { across: width })], [show("wrapped", words.learningNote, { across: 7 }), toleranceCell(context)]], [24, 32]),
      { kind: "beside", blocks: [
        { column: 0, block: stack({ kind: "table", table: shares.table }, gap(), roomy({ kind: "table", table: planTable(context, rows) })) },
        { column: 8, block: chart(context) },
      ] },
    ],
    rules: [
      ...([["balanced", "good"], ["little", "fair"], ["much", "fair"]] as const).map(([status, tone]): RuleSpec => ({ kind: "equals", area: { table: sharesTableName, column: words.shares.status }, text: words.shareStatuses[status], tone })),
    ],
    practice: { share: at(words.shares.share, shares.share[0]?.value ?? ""), target: at(words.shares.target, numberOf(targets.practice)) },
  };
}

function learningRows({ memory, text }: SheetContext): readonly Row[] {
  const words = text.coaching;
  const before = rowsTyped(memory, learningTableName, ({ coaching }) => coaching.learning, keys)?.map((row): Row => ({
    ...row,
    who: translated(row.who, ({ coaching }) => ({ everyone: coaching.everyone }), text),
    activity: translated(row.activity, ({ coaching }) => coaching.learningSeeds, text),
    kind: translated(row.kind, ({ coaching }) => coaching.learningKinds, text),
  }));
  const first = (Object.keys(seeds) as (keyof typeof seeds)[]).map((key): Row => ({ who: words.everyone, activity: words.learningSeeds[key], kind: words.learningKinds[seeds[key][0]], hours: seeds[key][1], when: null }));
  return withSpare(before ?? first, keys);
}

function typedTargets({ memory }: SheetContext): Readonly<Record<Kind, CellValue>> {
  const table = readTable(memory.tables.get(sharesTableName), ({ coaching }) => coaching.shares);
  const before = new Map(table.rows.flatMap((row) => {
    const kind = keyOfWord(table.value(row, "kind"), ({ coaching }) => coaching.learningKinds);
    return kind === null ? [] : [[kind, table.value(row, "target")] as const];
  }));
  return Object.fromEntries(kinds.map((kind) => [kind, before.has(kind) ? (before.get(kind) ?? null) : model[kind]])) as Record<Kind, CellValue>;
}

function sharesOf(context: SheetContext, rows: readonly Row[], targets: Readonly<Record<Kind, CellValue>>): { readonly table: TableSpec; readonly share: readonly Term<Figure>[] } {
  const { text, memory } = context;
  const words = text.coaching;
  const headers = words.shares;
  const of = (key: keyof Row) => columnIn(learningTableName, words.learning[key], rows.map((row) => row[key])).text;
  const hoursOf = (kind: Kind): Term<number> => call(`SUMIFS(${of("hours")},${of("kind")},${own(sharesTableName, headers.kind, null).text})`,
    rows.reduce((sum, row) => (isSameCell(row.kind, words.learningKinds[kind]) && typeof row.hours === "number" ? sum + row.hours : sum), 0));
  const hours = kinds.map(hoursOf);
  const total = call(`SUM(${columnIn(sharesTableName, headers.hours, []).text})`, hours.reduce((sum, { value }) => sum + value, 0));
  const share = hours.map(({ value }) => ratio(own<Figure>(sharesTableName, headers.hours, value), total));
  const target = (kind: Kind): Term<Figure> => {
    const cell = own(sharesTableName, headers.target, targets[kind]).text;
    return call(`IF(ISNUMBER(${cell}),${cell},"")`, numberOf(targets[kind]));
  };
  const gaps = kinds.map((kind, at) => whenNumbers([own(sharesTableName, headers.share, share[at]?.value ?? ""), target(kind)], (is, should) => subtract(is!, should!)));
  const tolerance = reference(toleranceName, toleranceOf(memory.inputs.get(toleranceName)));
  const status = gaps.map(({ value }) => shareStatus(own(sharesTableName, headers.gap, value), tolerance, words.shareStatuses));
  return {
    share,
    table: {
      name: sharesTableName, kind: "form", key: [headers.kind], filter: false, style: "form",
      columns: [
        { name: headers.kind, owner: "crm", format: "text", look: "label", contents: kinds.map((kind) => words.learningKinds[kind]) },
        { name: headers.what, owner: "crm", format: "text", contents: kinds.map((kind) => words.learningWhat[kind]) },
        worked(headers.hours, "count", hours),
        worked(headers.share, "percent", share),
        typed(headers.target, "percent", kinds.map((kind) => targets[kind]), { allowed: { kind: "number", min: 0, max: 1, whole: false, prompt: words.prompts.share } }),
        worked(headers.gap, "change", gaps),
        worked(headers.status, "text", status, "centred"),
      ],
    },
  };
}

function planTable({ text }: SheetContext, rows: readonly Row[]): TableSpec {
  const words = text.coaching;
  const of = (key: keyof Row) => rows.map((row) => row[key]);
  return {
    name: learningTableName, kind: "form", key: [], filter: false, style: "form",
    columns: [
      typed(words.learning.who, "text", of("who")),
      typed(words.learning.activity, "text", of("activity"), { look: "inputWrapped" }),
      typed(words.learning.kind, "text", of("kind"), { allowed: { kind: "list", items: Object.values(words.learningKinds) } }),
      typed(words.learning.hours, "count", of("hours"), { allowed: { kind: "number", min: 0, max: 10_000, whole: false } }),
      typed(words.learning.when, "day", of("when"), { allowed: { kind: "day", prompt: words.prompts.day } }),
    ],
  };
}

function chart({ text }: SheetContext): Block {
  const { charts, shares } = text.coaching;
  const of = (header: string) => ({ table: sharesTableName, column: header });
  return {
    kind: "chart", across: 4, down: 14,
    chart: {
      name: "LearningMix", kind: "column", title: charts.learning, alt: charts.learningAlt, legend: true, format: "percent", axisMin: 0, axisMax: 1,
      series: [
        { name: shares.share, categories: of(shares.kind), values: of(shares.share), colour: "teal", labels: true },
        { name: shares.target, categories: of(shares.kind), values: of(shares.target), colour: "grey", labels: true },
      ],
    },
  };
}

function toleranceCell({ memory }: SheetContext) {
  return input(toleranceName, toleranceOf(memory.inputs.get(toleranceName)), { format: "percent", allowed: { kind: "number", min: 0, max: 1, whole: false } });
}

function toleranceOf(value: CellValue | undefined): number {
  return typeof value === "number" && value >= 0 && value <= 1 ? value : 0.05;
}

function numberOf(value: CellValue): Figure {
  return typeof value === "number" ? value : "";
}
