// Parts of a whole as a ring.

import { palette } from "../../sheets/theme";
import { pointColour, type Drawing } from "./Chart";
import { shownShort } from "./shown";

export function Doughnut({ chart, book, box }: Drawing) {
  const values = (chart.series[0]?.values.values ?? []).map((value) => (typeof value === "number" ? Math.max(0, value) : 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.max(10, Math.min(box.width, box.height) / 2 - 4);
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const middle = radius * 0.8;
  const around = 2 * Math.PI * middle;
  return (
    <g transform={`rotate(-90 ${x} ${y})`} fill="none" strokeWidth={radius * 0.4}>
      <circle cx={x} cy={y} r={middle} stroke={palette.mist} />
      {values.map((value, index) => {
        const start = total === 0 ? 0 : values.slice(0, index).reduce((sum, before) => sum + before, 0) / total;
        const part = total === 0 ? 0 : value / total;
        return (
          <g key={index}>
            <circle cx={x} cy={y} r={middle} stroke={pointColour(chart, index)} strokeDasharray={`${part * around} ${around}`} strokeDashoffset={-start * around} />
            {chart.series[0]?.labels && part > 0.06 && (
              <text {...labelAt(x, y, middle, start + part / 2)} textAnchor="middle" fill={palette.ink}>{shownShort(value, chart.format, book)}</text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The ring is turned by a quarter; its labels are turned back. */
function labelAt(x: number, y: number, radius: number, part: number) {
  const angle = part * 2 * Math.PI;
  const [at, down] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  return { x: at, y: down + 4, transform: `rotate(90 ${at} ${down})` };
}
