// The journey at a glance: a card for each stage from left to right, and the emotion curve below.

import type { Column } from "../../formula/column";
import { numberText, sentence } from "../../formula/sentence";
import { call, join, literal, reference, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import { grid, show, type Block, type Cell, type ChartSpec } from "../block";
import type { Figures } from "./figures";
import { journeyTableName, type Lane } from "./map";

/** Columns of the map as formulas see them. */
export type LaneColumns = Readonly<Record<Lane, Column>>;

/** One card a stage, each over its share of the sheet's width. */
export function stageCards(columns: LaneColumns, figures: Figures, spans: readonly number[], goalHeight: number, text: WholeText): Block {
  const lines = (make: (at: number) => Term): readonly Term[] => spans.map((_, at) => make(at));
  const row = (look: Cell["look"], terms: readonly Term[]) => terms.map((term, at) => show(look, term, { across: spans[at] ?? 1 }));
  const measured = figures.activities && figures.customers && figures.daysToNext;
  const { journey } = text;
  const figureRows = measured
    ? [
        row("cardNote", lines((at) => whenKnown(figures.activities, at, (activities) => sentence(journey.cardFigures, { activities, customers: entry(figures.customers, at) })))),
        row("cardNote", lines((at) => whenKnown(figures.daysToNext, at, (days) => sentence(journey.cardDays, { days })))),
      ]
    : [];
  const satisfied = figures.satisfaction.values.some((value) => typeof value === "number");
  const satisfactionRows = satisfied ? [row("cardNote", lines((at) => whenKnown(figures.satisfaction, at, (score) => sentence(journey.cardSatisfaction, { score }), 2)))] : [];
  const head = (at: number) => join(literal(`${at + 1} · `), entry(columns.phase, at), literal(" · "), entry(columns.owner, at));
  return grid([
    row("cardLabel", lines(head)),
    row("cardValue", lines((at) => entry(columns.stage, at))),
    row("cardNote", lines((at) => entry(columns.goal, at))),
    ...figureRows,
    ...satisfactionRows,
  ], [22, 32, goalHeight, ...figureRows.map(() => 16), ...satisfactionRows.map(() => 16)]);
}

/** The emotion as a line; satisfaction beside it where every stage has some (a missing one would be drawn as zero). */
export function emotionChart(figures: Figures, { journey }: WholeText): ChartSpec {
  const { chart, lanes } = journey;
  const of = (header: string) => ({ table: journeyTableName, column: header });
  const satisfied = figures.satisfaction.values.every((value) => typeof value === "number");
  return {
    name: "JourneyEmotion",
    kind: "line",
    title: chart.title,
    alt: chart.alt,
    legend: satisfied,
    format: "general",
    axisMin: -2,
    axisMax: 2,
    series: [
      { name: chart.emotion, categories: of(lanes.stage), values: of(lanes.emotion), colour: "teal", draw: "line", labels: true },
      ...(satisfied
        ? [{ name: chart.satisfaction, categories: of(lanes.stage), values: of(figures.satisfactionHeader), colour: "amber", draw: "line", axis: "second" } as const]
        : []),
    ],
  };
}

/** `INDEX(column,n)&""`. */
function entry(column: Column | null, at: number): Term<string> {
  if (!column) return literal("");
  return call(`INDEX(${column.text},${at + 1})&""`, String(column.values[at] ?? ""));
}

function whenKnown(column: Column | null, at: number, say: (figure: Term<string>) => Term<string>, digits = 0): Term<string> {
  if (!column) return literal("");
  const value = column.values[at] ?? "";
  const figure = `INDEX(${column.text},${at + 1})`;
  const said = say(numberText(reference(figure, typeof value === "number" ? value : 1), digits));
  return call(`IF(ISNUMBER(${figure}),${said.text},"")`, typeof value === "number" ? said.value : "");
}
