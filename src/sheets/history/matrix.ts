// From which stage to which: a matrix of counts over the stage history.

import { newest } from "../../formula/aggregate";
import { textIndex, thisRow } from "../../formula/column";
import { dayText, numberText, sentence } from "../../formula/sentence";
import { add, call, literal, reference, type Term } from "../../formula/term";
import type { MoveTable } from "../../metrics/model";
import type { Period } from "../../metrics/period";
import { firstEntries, movesBetween, movesInDirection } from "../../metrics/stage-moves";
import { freeName } from "../any-language";
import { gap, grid, show, type Block, type ColumnSpec, type RuleSpec } from "../block";
import { reportTable } from "../report-table";
import { across, note, section, type HistoryBlocks, type HistoryParts } from "./parts";

export const matrixName = "StageMatrix";
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
  const { moves } = context.model;
  if (!moves) return { blocks: [section(words.movesTitle), note(words.noMoves)] };
  const { stages, left } = stagesOf(parts, moves);
  if (stages.length === 0) return { blocks: [section(words.movesTitle), note(words.noMoves)] };
  const counts = stages.map(({ stage }) => stages.map((to) => (to.stage === stage ? null : movesBetween(moves, reference(thisRow(matrixName, words.matrix.from), stage), literal(to.stage), period))));
  const entries = stages.map((to) => firstEntries(moves, literal(to.stage), period));
  return {
    blocks: [
      section(words.movesTitle),
      grid([[show("sentence", movesSaid(parts, moves, period, stages, counts, entries), { across })]], [22]),
      ...(moves.fromSnapshots ? [note(words.fromSnapshots)] : []),
      note(words.movesNote + (left > 0 ? ` ${words.moreStages.replace("{n}", String(left))}` : "")),
      matrixTable(parts, stages, counts, entries),
      gap(),
    ],
    rules: rules(parts, stages),
  };
}

/** Stages of Setup in their order, then others the history names. */
function stagesOf({ context, words }: HistoryParts, moves: MoveTable): { readonly stages: readonly MatrixStage[]; readonly left: number } {
  const known = context.model.stages.rows;
  const names = new Set(known.map(({ stage }) => stage.toLowerCase()));
  const others = [moves.stage, moves.from].flatMap((column) => [...textIndex(column).codes.values()].map((code) => String(column.values[textIndex(column).rowsOf(code)[0] ?? -1] ?? "")));
  const fresh = others.filter((stage) => {
    const isNew = stage.trim() !== "" && !names.has(stage.toLowerCase());
    names.add(stage.toLowerCase());
    return isNew;
  });
  const all = [...known.map(({ stage, outcome }) => ({ stage, outcome })), ...fresh.map((stage) => ({ stage, outcome: null }))];
  const taken = new Set([words.matrix.from, words.matrix.total, words.matrix.order].map((name) => name.toLowerCase()));
  const stages = all.slice(0, mostStages).map(({ stage, outcome }): MatrixStage => {
    const header = freeName(stage.replace(/\s+/g, " ").trim() || "–", taken, 255);
    taken.add(header.toLowerCase());
    return { stage, outcome, header };
  });
  return { stages, left: all.length - stages.length };
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

/** How many moves there were, and which way. */
function movesSaid({ words }: HistoryParts, moves: MoveTable, period: Period, stages: readonly MatrixStage[], counts: readonly (readonly (Term<number> | null)[])[], entries: readonly Term<number>[]): Term<string> {
  const last = stages.length - 1;
  const all = call(`SUM(⟦${at(1, 0)}:${at(stages.length, last)}⟧)`, counts.reduce((sum, row) => sum + sumOf(row), 0));
  const entered = call(`SUM(⟦${at(0, 0)}:${at(0, last)}⟧)`, sumOf(entries));
  const into = (outcome: "won" | "lost"): Term<number> => {
    const columns = stages.flatMap((one, column) => (one.outcome === outcome ? [column] : []));
    return columns.length === 0 ? literal(0) : add(...columns.map((column) => call(`SUM(⟦${at(1, column)}:${at(stages.length, column)}⟧)`, sumOf(counts.map((row) => row[column] ?? null)))));
  };
  const said = sentence(words.movesSaid, {
    n: numberText(all), forward: numberText(movesInDirection(moves, 1, period)), back: numberText(movesInDirection(moves, -1, period)),
    won: numberText(into("won")), lost: numberText(into("lost")), entered: numberText(entered),
  });
  const on = newest(moves.entered);
  const day: Term<number> = { ...on, value: on.value === "" ? 367 : on.value };
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
