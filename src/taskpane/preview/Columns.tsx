// Columns and lines over categories, with a second axis where a series asks for one.

import type { SeriesPlan } from "../../sheets/plan";
import { colourOf, palette } from "../../sheets/theme";
import { categoryFormat, shortened, type Drawing } from "./Chart";
import { numbersIn, scaleOf, type Scale } from "./scale";
import { shown, shownShort } from "./shown";

export function Columns(drawing: Drawing) {
  const room = roomOf(drawing);
  return (
    <>
      <ValueAxes drawing={drawing} room={room} />
      <CategoryAxis drawing={drawing} room={room} />
      <Bars drawing={drawing} room={room} />
      <Lines drawing={drawing} room={room} />
    </>
  );
}

/** Where things stand: each category has a slot, each value a height on its scale. */
interface Room {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly slot: number;
  readonly first: Scale;
  /** Null where no series asks for it. */
  readonly second: Scale | null;
  y(axis: SeriesPlan["axis"], value: number): number;
}

function roomOf({ chart, box }: Drawing): Room {
  const valuesOf = (axis: SeriesPlan["axis"]) => chart.series.filter((series) => series.axis === axis).flatMap(({ values }) => numbersIn(values.values));
  const first = scaleOf(valuesOf("first"), chart.axisMin, chart.axisMax);
  const second = chart.series.some(({ axis }) => axis === "second") ? scaleOf(valuesOf("second")) : null;
  const width = box.width - 46 - (second ? 40 : 8);
  const height = box.height - 22;
  const slot = width / Math.max(1, chart.series[0]?.categories.values.length ?? 0);
  const y = (axis: SeriesPlan["axis"], value: number) => box.top + height * (1 - (axis === "second" && second ? second : first).at(value));
  return { left: box.left + 46, width, bottom: box.top + height, slot, first, second, y };
}

interface Part {
  readonly drawing: Drawing;
  readonly room: Room;
}

function ValueAxes({ drawing: { chart, book }, room: { left, width, first, second, y } }: Part) {
  return (
    <>
      {first.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={left + width} y1={y("first", tick)} y2={y("first", tick)} stroke={tick === 0 ? palette.grey : palette.mist} />
          <text x={left - 6} y={y("first", tick) + 4} textAnchor="end" fill={palette.slate}>{shownShort(tick, chart.format, book)}</text>
        </g>
      ))}
      {second?.ticks.map((tick) => (
        <text key={tick} x={left + width + 6} y={y("second", tick) + 4} fill={palette.slate}>{shownShort(tick, "general", book)}</text>
      ))}
    </>
  );
}

function CategoryAxis({ drawing: { chart, book }, room: { left, bottom, slot } }: Part) {
  const categories = chart.series[0]?.categories.values ?? [];
  const names = categories.map((category) => shown(category, categoryFormat(category), book));
  // Months and numbers are written whole or not at all; names may be cut.
  const widest = Math.max(...categories.map((category, index) => (typeof category === "number" ? (names[index]?.length ?? 0) * 6.5 + 8 : 44)));
  const every = Math.max(1, Math.ceil(widest / slot));
  return names.map((name, index) => index % every === 0 && (
    <text key={index} x={left + slot * (index + 0.5)} y={bottom + 16} textAnchor="middle" fill={palette.slate}>{shortened(name, slot * every - 4)}</text>
  ));
}

function Bars({ drawing: { chart, book }, room: { left, slot, y } }: Part) {
  const bars = chart.series.filter(({ draw }) => draw === "bar");
  const thick = (slot * 0.7) / bars.length;
  return bars.map(({ values, axis, colour, labels }, nth) => values.values.map((value, index) => {
    if (typeof value !== "number" || colour === null) return null;
    const x = left + slot * index + slot * 0.15 + thick * nth;
    const [top, bottom] = [y(axis, Math.max(0, value)), y(axis, Math.min(0, value))];
    return (
      <g key={`${nth}.${index}`}>
        <rect x={x} y={top} width={Math.max(1, thick - 1)} height={Math.max(0, bottom - top)} rx={1.5} fill={colourOf(colour)} />
        {labels && thick > 18 && <text x={x + thick / 2} y={top - 4} textAnchor="middle">{shownShort(value, chart.format, book)}</text>}
      </g>
    );
  }));
}

function Lines({ drawing: { chart, book }, room: { left, slot, y } }: Part) {
  return chart.series.filter(({ draw }) => draw === "line").map(({ values, axis, colour, labels }, nth) => {
    const points = values.values.map((value, index): Point | null => (typeof value === "number" ? [left + slot * (index + 0.5), y(axis, value), value] : null));
    const stroke = colourOf(colour ?? "grey");
    return (
      <g key={nth}>
        <path d={pathOf(points)} fill="none" stroke={stroke} strokeWidth={2.25} strokeLinejoin="round" />
        {points.map((point, index) => point && <circle key={index} cx={point[0]} cy={point[1]} r={3} fill={stroke} />)}
        {labels && points.map((point, index) => point && (
          <text key={index} x={point[0]} y={point[1] - 8} textAnchor="middle">{shownShort(point[2], chart.format, book)}</text>
        ))}
      </g>
    );
  });
}

type Point = readonly [x: number, y: number, value: number];

/** A line through the points, broken where one is missing. */
function pathOf(points: readonly (Point | null)[]): string {
  let started = false;
  return points.map((point) => {
    const step = point === null ? "" : `${started ? "L" : "M"}${point[0]} ${point[1]}`;
    started = point !== null;
    return step;
  }).join("");
}
