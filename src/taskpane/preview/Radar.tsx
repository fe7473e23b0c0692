// Values around a centre, each category on its own spoke.

import { colourOf, palette } from "../../sheets/theme";
import { shortened, type Drawing } from "./Chart";
import { numbersIn, scaleOf } from "./scale";
import { shown } from "./shown";

export function Radar({ chart, book, box }: Drawing) {
  const categories = chart.series[0]?.categories.values ?? [];
  const scale = scaleOf(chart.series.flatMap(({ values }) => numbersIn(values.values)), chart.axisMin, chart.axisMax);
  const ticks = chart.axisStep === undefined ? scale.ticks : Array.from({ length: Math.round((scale.max - scale.min) / chart.axisStep) + 1 }, (_, at) => scale.min + at * (chart.axisStep ?? 1));
  const radius = Math.max(10, Math.min(box.width / 2 - 90, box.height / 2 - 18));
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  /** The point of a category at a part of the radius; the first stands at the top. */
  const at = (index: number, part: number): readonly [number, number] => {
    const angle = (2 * Math.PI * index) / Math.max(1, categories.length) - Math.PI / 2;
    return [x + Math.cos(angle) * radius * part, y + Math.sin(angle) * radius * part];
  };
  const round = (parts: readonly number[]) => parts.map((part, index) => at(index, part).map((one) => one.toFixed(1)).join(",")).join(" ");
  return (
    <>
      {ticks.map((tick) => <polygon key={tick} points={round(categories.map(() => scale.at(tick)))} fill="none" stroke={palette.mist} />)}
      {categories.map((category, index) => {
        const [toX, toY] = at(index, 1);
        const [nameX, nameY] = at(index, 1.08);
        const side = Math.abs(nameX - x) < 4 ? "middle" : nameX > x ? "start" : "end";
        return (
          <g key={index}>
            <line x1={x} y1={y} x2={toX} y2={toY} stroke={palette.mist} />
            <text x={nameX} y={nameY + 4} textAnchor={side} fill={palette.slate}>{shortened(shown(category, "general", book), 84)}</text>
          </g>
        );
      })}
      {chart.series.map(({ name, colour, values }) => {
        if (colour === null) return null;
        const points = values.values.flatMap((value, index) => (typeof value === "number" ? [at(index, Math.min(1, Math.max(0, scale.at(value))))] : []));
        const line = points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ");
        return (
          <g key={name} fill="none" stroke={colourOf(colour)} strokeWidth={2.25}>
            {points.length === categories.length ? <polygon points={line} /> : <polyline points={line} />}
            {points.map(([pointX, pointY], index) => <circle key={index} cx={pointX} cy={pointY} r={3} fill={palette.white} strokeWidth={1.5} />)}
          </g>
        );
      })}
    </>
  );
}
