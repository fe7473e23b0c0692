// Bars from the left, side by side or stacked; a stack with an invisible spacer is the funnel. The first category is on top.

import type { SeriesPlan } from "../../sheets/plan";
import { colourOf, palette, textOn } from "../../sheets/theme";
import { categoryFormat, shortened, type Drawing } from "./Chart";
import { numbersIn, scaleOf } from "./scale";
import { shown, shownShort } from "./shown";

export function Bars({ chart, book, box }: Drawing) {
  const stacked = chart.kind === "stackedBar";
  const categories = chart.series[0]?.categories.values ?? [];
  const names = Math.min(130, box.width * 0.3);
  const left = box.left + names;
  const width = box.width - names - 12;
  const height = box.height - (chart.bare ? 0 : 20);
  const scale = scaleOf(stacked ? stackedEnds(chart.series) : chart.series.flatMap(({ values }) => numbersIn(values.values)), chart.axisMin, chart.axisMax);
  const most = chart.bare ? Math.max(1, ...stackedEnds(chart.series)) : null;
  const x = (value: number) => left + width * (most === null ? scale.at(value) : value / most);
  const slot = height / Math.max(1, categories.length);
  const thick = (slot * (stacked ? 0.78 : 0.7)) / (stacked ? 1 : Math.max(1, chart.series.length));

  return (
    <>
      {!chart.bare && scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={box.top} y2={box.top + height} stroke={palette.mist} />
          <text x={x(tick)} y={box.top + height + 15} textAnchor="middle" fill={palette.slate}>{shownShort(tick, chart.format, book)}</text>
        </g>
      ))}
      {categories.map((category, index) => (
        <text key={index} x={left - 8} y={box.top + slot * (index + 0.5) + 4} textAnchor="end">
          {shortened(shown(category, categoryFormat(category), book), names - 10)}
        </text>
      ))}
      {chart.series.map((series, nth) => series.values.values.map((value, index) => {
        if (typeof value !== "number" || series.colour === null) return null;
        const from = stacked ? before(chart.series, nth, index) : 0;
        const start = x(Math.min(from, from + value));
        const long = Math.abs(x(from + value) - x(from));
        const top = box.top + slot * index + (slot - thick * (stacked ? 1 : chart.series.length)) / 2 + (stacked ? 0 : thick * nth);
        const colour = colourOf(series.colour);
        return (
          <g key={`${nth}.${index}`}>
            <rect x={start} y={top} width={long} height={Math.max(1, thick - 1)} rx={2} fill={colour} />
            {series.labels && (
              <Label text={shownShort(value, chart.format, book)} start={start} long={long} y={top + thick / 2 + 4} colour={colour} end={left + width} />
            )}
          </g>
        );
      }))}
    </>
  );
}

/** Inside its bar where there is room, else beside it. */
function Label({ text, start, long, y, colour, end }: { text: string; start: number; long: number; y: number; colour: string; end: number }) {
  const room = text.length * 6.5 + 8;
  if (long >= room) return <text x={start + long / 2} y={y} textAnchor="middle" fill={textOn(colour)}>{text}</text>;
  return start + long + room > end ? <text x={start - 5} y={y} textAnchor="end">{text}</text> : <text x={start + long + 5} y={y}>{text}</text>;
}

function before(series: readonly SeriesPlan[], nth: number, index: number): number {
  return series.slice(0, nth).reduce((sum, { values }) => sum + numberAt(values.values, index), 0);
}

function stackedEnds(series: readonly SeriesPlan[]): number[] {
  return (series[0]?.values.values ?? []).map((_, index) => before(series, series.length, index));
}

function numberAt(values: SeriesPlan["values"]["values"], index: number): number {
  const value = values[index];
  return typeof value === "number" ? value : 0;
}
