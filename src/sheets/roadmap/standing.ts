// Where does the sales department stand in each dimension, and where is the gap widest?

import { averageifs, countifs } from "../../formula/aggregate";
import { is, isFilled, type Criterion } from "../../formula/criteria";
import { numberText, sentence } from "../../formula/sentence";
import { assured, call, cell, literal, literalText, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { Block, ColumnSpec, TableSpec } from "../block";
import { sameText } from "../form";
import { fixed, figures } from "../report-table";
import { diagnosisColumns, roadmapDimensions, type Question } from "./diagnosis";

export const standingTableName = "RoadmapStanding";

interface Standing {
  readonly now: Term<Figure>;
  readonly target: Term<Figure>;
  readonly scored: Term<number>;
  readonly gap: Term<Figure>;
  readonly level: Term<string>;
  readonly widest: Term<string>;
}

const rowIds = [...roadmapDimensions, "all"] as const;
type RowId = (typeof rowIds)[number];

/** A row for each dimension and one for all questions. */
export function standingTable(rows: readonly Question[], text: WholeText): TableSpec {
  const words = text.roadmap.standing;
  const all = rowIds.map((id) => standingOf(id, rows, text));
  const ids = (part: string) => ({ ids: rowIds.map((id) => cellId(id, part)) });
  const made = (name: string, part: Exclude<keyof Standing, "level" | "widest" | "scored">): ColumnSpec => ({ ...figures(name, "decimal", all.map((one) => one[part]), "value"), ...ids(part) });
  return {
    name: standingTableName, kind: "mirror", key: [words.dimension], filter: false, style: "report",
    columns: [
      { ...fixed(words.dimension, "text", rowIds.map((id) => nameOf(id, text)), "label"), ...ids("name") },
      figures(words.widest, "text", all.map(({ widest }) => widest), "wrapped"),
      made(words.now, "now"),
      figures(words.level, "text", all.map(({ level }) => level), "centred"),
      made(words.target, "target"),
      made(words.gap, "gap"),
      figures(words.scored, "count", all.map(({ scored }) => scored), "value"),
    ],
  };
}

/** The radar over the dimensions. */
export function radar(across: number, down: number, text: WholeText): Block {
  const words = text.roadmap.standing;
  const of = (part: string) => ({ from: cellId("goals", part), to: cellId("collaboration", part) });
  return {
    kind: "chart", across, down,
    chart: {
      name: "RoadmapRadar", kind: "radar", title: words.chartTitle, alt: words.chartAlt, legend: true, format: "score", axisMin: 0, axisMax: 5, axisStep: 1,
      series: [
        { name: words.now, categories: of("name"), values: of("now"), colour: "teal" },
        { name: words.target, categories: of("name"), values: of("target"), colour: "amber" },
      ],
    },
  };
}

/** Mean now and aimed at, and the dimension with the widest gap; without scores, what to do. */
export function standingSentence(rows: readonly Question[], text: WholeText): Term<string> {
  const words = text.roadmap;
  const standing = (id: RowId) => standingOf(id, rows, text);
  const at = (id: RowId, part: "now" | "target" | "gap") => ({ ...cell(cellId(id, part), standing(id)[part].value), text: `⟦${cellId(id, part)}⟧` });
  const shown = (term: Term<Figure>) => numberText(assured(term), 1);
  const gaps = roadmapDimensions.map((id) => standing(id).gap.value);
  const widest = gaps.reduce<number>((most, gap) => (gap !== "" && gap > most ? gap : most), -Infinity);
  const range = `⟦${cellId("goals", "gap")}:${cellId("collaboration", "gap")}⟧`;
  const names = `⟦${cellId("goals", "name")}:${cellId("collaboration", "name")}⟧`;
  const isKnown = at("all", "now").value !== "" && Number.isFinite(widest);
  const most = call(`MAX(${range})`, isKnown ? widest : 0);
  const place = roadmapDimensions[gaps.indexOf(widest)];
  const name = call(`INDEX(${names},MATCH(${most.text},${range},0))`, place ? nameOf(place, text) : "");
  const said = sentence(words.headline, { now: shown(at("all", "now")), target: shown(at("all", "target")), dimension: name, gap: shown(most) });
  return call(`IF(COUNT(⟦${cellId("all", "now")}⟧,${range})<2,${literalText(words.noScores)},${said.text})`, isKnown ? said.value : words.noScores);
}

function standingOf(id: RowId, rows: readonly Question[], text: WholeText): Standing {
  const columns = diagnosisColumns(rows, text);
  const within: readonly Criterion[] = id === "all" ? [] : [is(columns.dimension, literal(nameOf(id, text)))];
  const now = averageifs(columns.score, ...within);
  const target = averageifs(columns.target, ...within);
  const [nowCell, targetCell] = [`⟦${cellId(id, "now")}⟧`, `⟦${cellId(id, "target")}⟧`];
  const { levels } = text.roadmap.standing;
  const place = now.value === "" ? -1 : Math.min(4, Math.max(0, Math.round(now.value) - 1));
  return {
    now, target,
    scored: countifs(...within, isFilled(columns.score)),
    gap: call(`IF(COUNT(${nowCell},${targetCell})<2,"",${targetCell}-${nowCell})`, now.value === "" || target.value === "" ? "" : target.value - now.value),
    level: call(`IF(ISNUMBER(${nowCell}),CHOOSE(MIN(5,MAX(1,ROUND(${nowCell},0))),${levels.map(literalText).join(",")}),"")`, levels[place] ?? ""),
    widest: widestQuestion(id, rows, text),
  };
}

/** The question with the widest gap above zero, the first of several. */
function widestQuestion(id: RowId, rows: readonly Question[], text: WholeText): Term<string> {
  const { dimension, question, gap } = diagnosisColumns(rows, text);
  const isWithin = (row: Question) => id === "all" || sameText(row.dimension, nameOf(id, text));
  const most = rows.reduce((widest, row, at) => Math.max(widest, isWithin(row) ? Number(gap.values[at] ?? 0) : 0), 0);
  const row = rows.findIndex((one, at) => isWithin(one) && gap.values[at] === most);
  const inside = id === "all" ? "" : `(${dimension.text}=${literalText(nameOf(id, text))})*`;
  const known = `IF(${inside}ISNUMBER(${gap.text}),${gap.text},0)`;
  return call(`IF(MAX(${known})<=0,"",INDEX(${question.text},MATCH(MAX(${known}),${known},0))&"")`, most > 0 ? String(rows[row]?.question ?? "") : "", { array: true });
}

function nameOf(id: RowId, { roadmap }: WholeText): string {
  return id === "all" ? roadmap.standing.all : roadmap.dimensions[id];
}

function cellId(id: RowId, part: string): string {
  return `roadmap.${id}.${part}`;
}
