// The balanced view: figures of results and process measures, each as a score, weighed together.

import { column, thisRow, type Column } from "../../formula/column";
import { lookupNumber } from "../../formula/lookup";
import { call, cell, literal, reference, type Figure, type Term } from "../../formula/term";
import { scoreAgainst, weighedScore } from "../../metrics/balance";
import type { CellValue } from "../../values";
import { keyOfWord, readTable } from "../any-language";
import { gap, grid, show, type Block, type Cell, type ColumnSpec, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { filledFields, measureKeys, measures, measureTerms, type MeasureKey } from "./measures";
import { figureColumn, section, shownInChart, type TeamParts } from "./parts";
import { rankOf, type Ranking } from "./ranking";
import { repHere } from "./reps";

export const weightsTableName = "BalanceWeights";
const figuresTableName = "TeamFigures";
const scoresTableName = "TeamScores";

type Typed = Readonly<Record<MeasureKey, { readonly weight: CellValue; readonly target: CellValue }>>;

/** Weights and targets typed before, else ours. */
export function typedWeights({ memory }: SheetContext): Typed {
  const table = readTable(memory.tables.get(weightsTableName), ({ team }) => team.weights);
  const before = new Map(table.rows.flatMap((row) => {
    const key = keyOfWord(table.value(row, "measure"), ({ team }) => team.measures);
    return key === null ? [] : [[key, { weight: table.value(row, "weight"), target: table.value(row, "target") }] as const];
  }));
  return Object.fromEntries(measureKeys.map((key) => [key, before.get(key) ?? { weight: measures[key].weight, target: measures[key].target }])) as Typed;
}

/** What a measure is held against: the typed target, as a cell above the figures. */
export function updatesTarget(words: TeamParts["words"], typed: Typed): Term<Figure> {
  return typedAt(words, typed, "updates", "target");
}

interface Balance {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
}

export function balance(parts: TeamParts, typed: Typed, ranking: Ranking, share: { readonly names: Column; readonly figures: Column<Figure> } | null): Balance {
  const { words, reps } = parts;
  const terms = reps.map((rep) => measureTerms(parts, ranking, share, rep, repHere(figuresTableName, words.scores.rep, rep)));
  const shown = measureKeys.filter((key) => terms.some((of) => of[key] !== undefined));
  const values = new Map(shown.map((key) => [key, figureColumn(figuresTableName, words.measures[key], terms.map((of) => of[key] ?? literal(""))) ]));
  const scores = scoresOf(parts, typed, shown, values);
  const figuresTable = reportTable(figuresTableName, words.scores.rep, [
    fixed(words.scores.rep, "text", reps.map(({ key }) => key), "label"),
    ...shown.map((key) => figures(words.measures[key], measures[key].format, terms.map((of) => of[key] ?? literal("")))),
  ]);
  return {
    blocks: [
      section(words.balanceTitle, words.balanceNote, 32),
      { kind: "table", table: weightsTable(parts, typed, values) },
      gap(),
      grid([[show("section", words.figuresTitle, { across: shown.length + 1 })], againstRow(parts, typed, shown, values)], [24]),
      figuresTable, gap(),
      grid([[show("section", words.scoresTitle, { across: shown.length + 5 })], weightRow(parts, typed, shown)], [24]),
      scores.table, gap(),
      ...scores.chart,
    ],
    rules: scores.rules,
  };
}

function weightsTable(parts: TeamParts, typed: Typed, values: ReadonlyMap<MeasureKey, Column<Figure>>): TableSpec {
  const { words } = parts;
  const headers = words.weights;
  const fields = filledFields(parts).map(({ header }) => header).join(words.separator);
  const what = (key: MeasureKey) => words.what[key].replace("{fields}", fields === "" ? words.noFields : fields);
  const counts = measureKeys.map((key): Term<number> => {
    const found = values.get(key);
    return found ? call(`COUNT(${found.text})`, found.values.filter((value) => value !== "").length) : literal(0);
  });
  const crm = (name: string, contents: readonly string[]): ColumnSpec => ({ name, owner: "crm", format: "text", contents });
  return {
    name: weightsTableName, kind: "form", key: [headers.measure], filter: false, style: "form",
    columns: [
      { ...crm(headers.measure, measureKeys.map((key) => words.measures[key])), look: "label" },
      crm(headers.kind, measureKeys.map((key) => words.kinds[measures[key].kind])),
      crm(headers.better, measureKeys.map((key) => words.betters[measures[key].better])),
      { name: headers.weight, owner: "user", format: "count", look: "input", contents: measureKeys.map((key) => typed[key].weight), allowed: { kind: "number", min: 0, max: 1000, whole: false, prompt: words.prompts.weight } },
      { name: headers.target, owner: "user", format: "decimal", formats: measureKeys.map((key) => measures[key].format), look: "input", contents: measureKeys.map((key) => typed[key].target), allowed: { kind: "number", min: 0, max: 1e12, whole: false, prompt: words.prompts.target } },
      { name: headers.reps, owner: "formula", format: "count", contents: counts },
      crm(headers.what, measureKeys.map(what)),
    ],
  };
}

/** A typed weight or target, found by the measure's name, so that sorting the table changes nothing. */
function typedAt(words: TeamParts["words"], typed: Typed, key: MeasureKey, field: "weight" | "target"): Term<Figure> {
  const all = column(weightsTableName, words.weights[field], measureKeys.map((one) => typed[one][field]));
  const found = lookupNumber(all, literal(words.measures[key]), column(weightsTableName, words.weights.measure, measureKeys.map((one) => words.measures[one])));
  return call(`IF(ISNUMBER(${found.text}),${found.text},"")`, found.value);
}

/** The target, else the best of the team. */
function againstTerm({ words }: TeamParts, typed: Typed, key: MeasureKey, values: Column<Figure> | undefined): Term<Figure> {
  const target = typedAt(words, typed, key, "target");
  if (!values) return target;
  const isHigher = measures[key].better === "higher";
  const numbers = values.values.filter((value): value is number => value !== "");
  const best: Figure = numbers.length === 0 ? "" : isHigher ? Math.max(...numbers) : Math.min(...numbers);
  const found = `IF(COUNT(${values.text})=0,"",${isHigher ? "MAX" : "MIN"}(${values.text}))`;
  return call(`IF(ISNUMBER(${target.text}),${target.text},${found})`, target.value === "" ? best : target.value);
}

function againstRow(parts: TeamParts, typed: Typed, shown: readonly MeasureKey[], values: ReadonlyMap<MeasureKey, Column<Figure>>): readonly Cell[] {
  return [
    show("label", parts.words.against),
    ...shown.map((key) => show("total", againstTerm(parts, typed, key, values.get(key)), { format: measures[key].format, id: `team.against.${key}` })),
  ];
}

function weightOf(words: TeamParts["words"], typed: Typed, key: MeasureKey): Term<number> {
  const found = typedAt(words, typed, key, "weight");
  return call(`MAX(0,N(${found.text}))`, Math.max(0, Number(found.value || 0)));
}

function weightRow({ words }: TeamParts, typed: Typed, shown: readonly MeasureKey[]): readonly Cell[] {
  return [show("label", words.weightRow), ...shown.map((key) => show("total", weightOf(words, typed, key), { format: "count", id: `team.weight.${key}` }))];
}

function scoresOf(parts: TeamParts, typed: Typed, shown: readonly MeasureKey[], values: ReadonlyMap<MeasureKey, Column<Figure>>) {
  const { words, reps } = parts;
  const headers = words.scores;
  const repColumn = column(figuresTableName, headers.rep, reps.map(({ key }) => key));
  const scores = new Map(shown.map((key) => {
    const figure = values.get(key)!;
    const against = cell(`team.against.${key}`, againstTerm(parts, typed, key, figure).value);
    return [key, reps.map((rep) => scoreAgainst(lookupNumber(figure, repHere(scoresTableName, headers.rep, rep), repColumn), against, measures[key].better))] as const;
  }));
  const weighed = (row: number, kind: "result" | "process" | null) => weighedScore(shown.filter((key) => kind === null || measures[key].kind === kind).map((key) => ({
    score: reference(thisRow(scoresTableName, words.measures[key]), scores.get(key)?.[row]?.value ?? ""),
    weight: cell(`team.weight.${key}`, weightOf(words, typed, key).value),
  })));
  const results = reps.map((_, row) => weighed(row, "result"));
  const process = reps.map((_, row) => weighed(row, "process"));
  const totals = reps.map((_, row) => weighed(row, null));
  const all = figureColumn(scoresTableName, headers.total, totals);
  const ids = (name: string) => reps.map((_, row) => `team.scores.${name}.${row}`);
  const table = reportTable(scoresTableName, headers.rep, [
    { ...fixed(headers.rep, "text", reps.map(({ key }) => key), "label"), ids: ids("rep") },
    ...shown.map((key) => figures(words.measures[key], "score", scores.get(key) ?? [])),
    { ...figures(headers.result, "score", results), ids: ids("result") },
    { ...figures(headers.process, "score", process), ids: ids("process") },
    figures(headers.total, "score", totals),
    figures(headers.rank, "score", totals.map(({ value }) => rankOf(reference(thisRow(scoresTableName, headers.total), value), all)), "centred"),
  ]);
  const hasScores = totals.some(({ value }) => value !== "");
  const none = grid([[show("note", words.noScores, { across: shown.length + 5 })], []], [16]);
  return { table, chart: hasScores ? [chart(parts), gap()] : [none], rules: [{ kind: "dataBar", area: { table: scoresTableName, column: headers.total }, colour: "#BFE3DF", min: 0, max: 100 } as const] };
}

function chart({ words, reps }: TeamParts): Block {
  const last = Math.min(reps.length, shownInChart) - 1;
  const area = (name: string) => ({ from: `team.scores.${name}.0`, to: `team.scores.${name}.${last}` });
  return {
    kind: "chart", across: 11, down: 15,
    chart: {
      name: "TeamBalance", kind: "column", title: words.charts.balance, alt: words.charts.balanceAlt, legend: true, format: "score", axisMin: 0, axisMax: 100,
      series: [
        { name: words.scores.result, categories: area("rep"), values: area("result"), colour: "teal" },
        { name: words.scores.process, categories: area("rep"), values: area("process"), colour: "navy" },
      ],
    },
  };
}
