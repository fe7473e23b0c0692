// A chart of the plan as inline SVG, with its values as a table for those who cannot see it.

import { useId } from "react";
import type { ChartPlan, SeriesPlan } from "../../sheets/plan";
import { colourOf, palette } from "../../sheets/theme";
import type { Text } from "../../text/en";
import { Bars } from "./Bars";
import { Columns } from "./Columns";
import { Doughnut } from "./Doughnut";
import { Radar } from "./Radar";
import { shown, type Book } from "./shown";

/** A rectangle of pixels inside a chart. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What each kind of drawing gets. */
export interface Drawing {
  readonly chart: ChartPlan;
  readonly book: Book;
  readonly box: Box;
}

export function Chart({ chart, book, width, height, text }: { chart: ChartPlan; book: Book; width: number; height: number; text: Text }) {
  const title = useId();
  const legend = chart.legend ? legendOf(chart, book) : [];
  const top = chart.title === "" ? 8 : 34;
  const box = { left: 8, top, width: width - 16, height: height - top - (legend.length > 0 ? 30 : 8) };
  return (
    <figure style={{ margin: 0, height: "100%", background: palette.white, outline: `1px solid ${palette.mist}`, position: "relative" }}>
      <svg role="img" aria-labelledby={title} viewBox={`0 0 ${width} ${height}`} width="100%" height="100%" fontSize="11" fill={palette.ink}>
        <title id={title}>{chart.alt || chart.title}</title>
        <text x={14} y={22} fontSize="14" fontWeight="600" fill={palette.navy}>{chart.title}</text>
        <Plot chart={chart} book={book} box={box} />
        <Legend entries={legend} y={height - 14} width={width} />
      </svg>
      <Values chart={chart} book={book} text={text} />
    </figure>
  );
}

function Plot(drawing: Drawing) {
  switch (drawing.chart.kind) {
    case "column":
    case "line":
    case "combo":
      return <Columns {...drawing} />;
    case "bar":
    case "stackedBar":
      return <Bars {...drawing} />;
    case "doughnut":
      return <Doughnut {...drawing} />;
    case "radar":
      return <Radar {...drawing} />;
  }
}

interface Entry {
  readonly name: string;
  readonly colour: string;
}

function legendOf(chart: ChartPlan, book: Book): Entry[] {
  const [first] = chart.series;
  if (chart.kind === "doughnut" && first) {
    return first.categories.values.map((name, index) => ({ name: shown(name, "general", book), colour: pointColour(chart, index) }));
  }
  return chart.series.flatMap(({ name, colour }) => (colour === null ? [] : [{ name, colour: colourOf(colour) }]));
}

/** The colour of a point of a doughnut. */
export function pointColour(chart: ChartPlan, index: number): string {
  return colourOf(chart.pointColours?.[index] ?? chart.series[0]?.colour ?? "teal");
}

function Legend({ entries, y, width }: { entries: readonly Entry[]; y: number; width: number }) {
  const room = entries.length === 0 ? 0 : Math.min(150, (width - 28) / entries.length);
  const start = (width - room * entries.length) / 2;
  return entries.map(({ name, colour }, index) => (
    <g key={name} transform={`translate(${start + index * room} ${y})`}>
      <rect width={10} height={10} y={-9} rx={2} fill={colour} />
      <text x={15}>{shortened(name, room - 20)}</text>
    </g>
  ));
}

/** The text, cut to so many pixels of an 11-pixel font. */
export function shortened(text: string, pixels: number): string {
  let used = 0;
  for (let index = 0; index < text.length; index += 1) {
    used += text.charCodeAt(index) >= 0x2e80 ? 11 : 6;
    if (used > pixels) return `${text.slice(0, Math.max(1, index - 1))}…`;
  }
  return text;
}

function Values({ chart, book, text }: { chart: ChartPlan; book: Book; text: Text }) {
  const series = chart.series.filter((one): one is SeriesPlan & { colour: string } => one.colour !== null);
  const categories = chart.series[0]?.categories.values ?? [];
  return (
    <div style={onlyHeard}>
      <table>
        <caption>{text.pane.done.chartTable(chart.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.pane.done.category}</th>
            {series.map(({ name }) => <th key={name} scope="col">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={index}>
              <th scope="row">{shown(category, categoryFormat(category), book)}</th>
              {series.map(({ name, values }) => <td key={name}>{shown(values.values[index] ?? null, chart.format, book)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Numbers among categories are months or days. */
export function categoryFormat(category: string | number | boolean | null) {
  return typeof category === "number" && category > 20_000 ? "month" : "general";
}

const onlyHeard = { position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" } as const;
