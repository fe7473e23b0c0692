// Columns and lines over categories, with a second axis where a series asks for one.

import type { SeriesPlan } from "../../sheets/plan";
import { colourOf, palette } from "../../sheets/theme";
import { categoryFormat, shortened, type Drawing } from "./Chart";
import { numbersIn, scaleOf, type Scale } from "./scale";
import { shown, shownShort } from "./shown";

export function Columns({ chart, book, box }: Drawing) {
  const scales = { first: scaleFor("first"), second: scaleFor("second") };
  const second = chart.series.some(({ axis }) => axis === "second");
  const left = box.left + 46;
  const width = box.width - 46 - (second ? 40 : 8);
  const height = box.height - 22;
  const categories = chart.series[0]?.categories.values ?? [];
  const slot = width / Math.max(1, categories.length);
  const names = categories.map((category) => shown(category, categoryFormat(category), book));
  // Months and numbers are written whole or not at all; names may be cut.
  const room = Math.max(...categories.map((category, index) => (typeof category === "number" ? (names[index]?.length ?? 0) * 6.5 + 8 : 44)));
  const every = Math.max(1, Math.ceil(room / slot));
  const bars = chart.series.filter(({ draw }) => draw === "bar");
  const lines = chart.series.filter(({ draw }) => draw === "line");
  const y = (scale: Scale, value: number) => box.top + height * (1 - scale.at(value));

  function scaleFor(axis: SeriesPlan["axis"]): Scale {
    const values = chart.series.filter((series) => series.axis === axis).flatMap(({ values }) => numbersIn(values.values));
    return axis === "first" ? scaleOf(values, chart.axisMin, chart.axisMax) : scaleOf(values);
  }

  return (
    <>
      {scales.first.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={left + width} y1={y(scales.first, tick)} y2={y(scales.first, tick)} stroke={tick === 0 ? palette.grey : palette.mist} />
          <text x={left - 6} y={y(scales.first, tick) + 4} textAnchor="end" fill={palette.slate}>{shownShort(tick, chart.format, book)}</text>
        </g>
      ))}
      {second && scales.second.ticks.map((tick) => (
        <text key={tick} x={left + width + 6} y={y(scales.second, tick) + 4} fill={palette.slate}>{shownShort(tick, "general", book)}</text>
      ))}
      {names.map((name, index) =>
        index % every === 0 ? (
          <text key={index} x={left + slot * (index + 0.5)} y={box.top + height + 16} textAnchor="middle" fill={palette.slate}>
            {shortened(name, slot * every - 4)}
          </text>
        ) : null,
      )}
      {bars.map((series, nth) => series.values.values.map((value, index) => {
        if (typeof value !== "number" || series.colour === null) return null;
        const scale = scales[series.axis];
        const thick = (slot * 0.7) / bars.length;
        const x = left + slot * index + slot * 0.15 + thick * nth;
        const [top, bottom] = [y(scale, Math.max(0, value)), y(scale, Math.min(0, value))];
        return (
          <g key={`${nth}.${index}`}>
            <rect x={x} y={top} width={Math.max(1, thick - 1)} height={Math.max(0, bottom - top)} rx={1.5} fill={colourOf(series.colour)} />
            {series.labels && thick > 18 && <text x={x + thick / 2} y={top - 4} textAnchor="middle">{shownShort(value, chart.format, book)}</text>}
          </g>
        );
      }))}
      {lines.map((series, nth) => {
        const points = series.values.values.map((value, index) =>
          typeof value === "number" ? ([left + slot * (index + 0.5), y(scales[series.axis], value), value] as const) : null,
        );
        const stroke = colourOf(series.colour ?? "grey");
        return (
          <g key={nth}>
            <path d={pathOf(points)} fill="none" stroke={stroke} strokeWidth={2.25} strokeLinejoin="round" />
            {points.map((point, index) => point && <circle key={index} cx={point[0]} cy={point[1]} r={3} fill={stroke} />)}
            {series.labels && points.map((point, index) => point && (
              <text key={index} x={point[0]} y={point[1] - 8} textAnchor="middle">{shownShort(point[2], chart.format, book)}</text>
            ))}
          </g>
        );
      })}
    </>
  );
}

/** A line through the points, broken where one is missing. */
function pathOf(points: readonly (readonly [number, number, number] | null)[]): string {
  let started = false;
  return points.map((point) => {
    const step = point === null ? "" : `${started ? "L" : "M"}${point[0]} ${point[1]}`;
    started = point !== null;
    return step;
  }).join("");
}
