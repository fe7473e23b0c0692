// From which stage to which: a matrix of counts over the stage history.

import { newest } from "../../formula/aggregate";
import { textIndex, thisRow } from "../../formula/column";
import { dayText, numberText, sentence } from "../../formula/sentence";
import { add, assured, call, literal, reference, type Term } from "../../formula/term";
import type { Model, MoveTable, OrderedMoves } from "../../metrics/model";
import type { Period } from "../../metrics/period";
import { allMoves, firstEntries, movesBetween, movesInDirection, newcomers } from "../../metrics/stage-moves";
import { freeName } from "../any-language";
import { gap, grid, show, type Block, type ColumnSpec, type RuleSpec } from "../block";
import { reportTable } from "../report-table";
import { across, note, section, type HistoryBlocks, type HistoryParts } from "./parts";

const matrixName = "StageMatrix";
const mostStages = 30;

interface MatrixStage {
  readonly stage: string;
  readonly header: string;
  readonly outcome: "open" | "won" | "lost" | null;
}

const at = (row: number, column: number) => `history move ${row} ${column}`;

/** The matrix, or what to bring for one. */
export function matrixBlocks(parts: HistoryParts, period: Period): HistoryBlocks {
  const { context, words } = parts;
  const moves = orderedMoves(context.model);
  if (!moves) return { blocks: [section(words.movesTitle), note(context.data.get("stageMove")?.groups ? words.movesGrouped : words.noMoves), gap()] };
  if (!tellsOf(moves, period)) return { blocks: [section(words.movesTitle), note(words.movesUncut), gap()] };
  const { stages, left } = stagesOf(parts, moves);
  if (stages.length === 0) return { blocks: [section(words.movesTitle), note(words.noMoves), gap()] };
  const counts = stages.map(({ stage }) => stages.map((to) => (to.stage === stage ? null : movesBetween(moves, reference(thisRow(matrixName, words.matrix.from), stage), literal(to.stage), period))));
  const entries = stages.map((to) => firstEntries(moves, literal(to.stage), period));
  return {
    blocks: [
      section(words.movesTitle),
      grid([[show("sentence", movesSaid(parts, moves, period), { across })]], [22]),
      ...(moves.fromSnapshots ? [note(words.fromSnapshots)] : []),
      note(words.movesNote + (left > 0 ? ` ${words.moreStages.replace("{n}", String(left))}` : "")),
      matrixTable(parts, stages, counts, entries),
      gap(),
    ],
    rules: rules(parts, stages),
  };
}

function orderedMoves({ moves }: Model): OrderedMoves | null {
  return moves?.order ? { ...moves, order: moves.order } : null;
}

/** Groups of moves tell of days they are cut at. */
function tellsOf({ entered: { grouping } }: MoveTable, { from, to }: Period): boolean {
  return !grouping || (grouping.isCutAt(from.value) && grouping.isCutAt(to.value + 1));
}

/** Stages of Setup in their order, then others the history names. */
function stagesOf({ context, words }: HistoryParts, moves: OrderedMoves): { readonly stages: readonly MatrixStage[]; readonly left: number } {
  const known = context.model.stages.rows;
  const names = new Set(known.map(({ stage }) => stage.toLowerCase()));
  const others = [moves.stage, moves.order.from].flatMap((column) => [...textIndex(column).codes.values()].map((code) => String(column.values[textIndex(column).rowsOf(code)[0] ?? -1] ?? "")));
  const fresh = others.filter((stage) => {
    const isNew = stage.trim() !== "" && !names.has(stage.toLowerCase());
    names.add(stage.toLowerCase());
    return isNew;
  });
  const all = [...known.map(({ stage, outcome }) => ({ stage, outcome })), ...fresh.map((stage) => ({ stage, outcome: null }))];
  const taken = new Set([words.matrix.from, words.matrix.total, words.matrix.order].map((name) => name.toLowerCase()));
  const isShown = shownOf(all);
  const stages = all.filter((one) => isShown.has(one)).map(({ stage, outcome }): MatrixStage => {
    const header = freeName(stage.replace(/\s+/g, " ").trim() || "–", taken, 255);
    taken.add(header.toLowerCase());
    return { stage, outcome, header };
  });
  return { stages, left: all.length - stages.length };
}

/** Where there are too many, the stages that end a deal stay. */
function shownOf<T extends { readonly outcome: MatrixStage["outcome"] }>(all: readonly T[]): ReadonlySet<T> {
  const isEnd = ({ outcome }: T) => outcome === "won" || outcome === "lost";
  return new Set([...all.filter(isEnd), ...all.filter((one) => !isEnd(one))].slice(0, mostStages));
}

function matrixTable({ words }: HistoryParts, stages: readonly MatrixStage[], counts: readonly (readonly (Term<number> | null)[])[], entries: readonly Term<number>[]): Block {
  const headers = words.matrix;
  const last = stages.length - 1;
  const total = (row: number, values: readonly (Term<number> | null)[]) => call(`SUM(⟦${at(row, 0)}:${at(row, last)}⟧)`, sumOf(values));
  const columns = stages.map(({ header }, column): ColumnSpec => ({
    name: header, owner: "formula", format: "count", contents: [entries[column] ?? null, ...counts.map((row) => row[column] ?? null)], ids: [0, ...stages.map((_, row) => row + 1)].map((row) => at(row, column)),
  }));
  return reportTable(matrixName, headers.from, [
    { name: headers.from, owner: "crm", format: "text", look: "label", contents: [headers.cameIn, ...stages.map(({ stage }) => stage)] },
    ...columns,
    { name: headers.total, owner: "formula", format: "count", look: "total", contents: [total(0, entries), ...counts.map((row, index) => total(index + 1, row))] },
    { name: headers.order, owner: "crm", format: "count", contents: [0, ...stages.map((_, index) => index + 1)] },
  ]);
}

/** How many moves there were, and which way: of all stages, shown or not. */
function movesSaid({ words, context }: HistoryParts, moves: OrderedMoves, period: Period): Term<string> {
  const all = allMoves(moves, period);
  const entered = newcomers(moves, period);
  const into = (outcome: "won" | "lost"): Term<number> => {
    const named = context.model.stages.rows.filter((row) => row.outcome === outcome).map(({ stage }) => allMoves(moves, period, literal(stage)));
    return named.length === 0 ? literal(0) : add(...named);
  };
  const said = sentence(words.movesSaid, {
    n: numberText(all), forward: numberText(movesInDirection(moves, 1, period)), back: numberText(movesInDirection(moves, -1, period)),
    won: numberText(into("won")), lost: numberText(into("lost")), entered: numberText(entered),
  });
  const on = newest(moves.entered);
  const day = assured(on, 367);
  const none = sentence(words.movesNone, { newest: call(`IF(COUNT(${moves.entered.text})=0,"–",${dayText(day).text})`, on.value === "" ? "–" : dayText(day).value) });
  return call(`IF(${all.text}+${entered.text}=0,${none.text},${said.text})`, all.value + entered.value === 0 ? none.value : said.value);
}

/** Below the diagonal lie the moves back. */
function rules({ words }: HistoryParts, stages: readonly MatrixStage[]): readonly RuleSpec[] {
  const order = `⟦${matrixName}.${words.matrix.order}⟧`;
  return stages.flatMap(({ header, outcome }, column): RuleSpec[] => {
    if (/[⟦⟧]/.test(header)) return [];
    const area = { table: matrixName, column: header };
    const own = `⟦${matrixName}.${header}⟧`;
    return [
      ...(outcome === null ? [] : [
        { kind: "formula", area, formula: `AND(N(${own})>0,${order}>${column + 1})`, tone: "fair" },
        { kind: "formula", area, formula: `AND(N(${own})>0,${order}>0,${order}<${column + 1})`, tone: outcome === "lost" ? "bad" : "good" },
      ] as const),
      { kind: "formula", area, formula: `AND(ISNUMBER(${own}),N(${own})=0)`, tone: "muted" },
    ];
  });
}

function sumOf(terms: readonly (Term<number> | null)[]): number {
  return terms.reduce((sum, term) => sum + (term?.value ?? 0), 0);
}
