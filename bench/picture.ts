// The results as a picture: how far each figure is from its target, and how time grows with the rows.

import { init } from "echarts";
import type { Growth } from "./growth";
import { shareOf, type Target } from "./target";

const met = "#3a7d5c";
const behind = "#b3402e";
const width = 900;
/** Where an axis of powers begins. */
const least = 0.01;

/** An SVG. */
export function picture(targets: readonly Target[], growths: readonly Growth[]): string {
  const bars = [...targets].sort((a, b) => shareOf(a) - shareOf(b));
  const top = 60;
  const barsHeight = 20 * bars.length;
  const linesTop = top + barsHeight + 110;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height: linesTop + 390 });
  chart.setOption({
    animation: false, backgroundColor: "#ffffff",
    title: [
      { text: "Measured as a share of the target (1 = target)", left: 20, top: 15, textStyle: { fontSize: 15 } },
      { text: "Seconds as rows grow", left: 20, top: linesTop - 45, textStyle: { fontSize: 15 } },
    ],
    legend: { orient: "vertical", top: linesTop - 20, left: 20, data: growths.map(({ what }) => what) },
    grid: [{ left: 440, right: 60, top, height: barsHeight }, { left: 70, right: 40, top: linesTop + 90, height: 240 }],
    xAxis: [{ type: "log", gridIndex: 0 }, { type: "log", gridIndex: 1, axisLabel: { formatter: (rows: number) => rows.toLocaleString("en-US") } }],
    yAxis: [
      { type: "category", gridIndex: 0, data: bars.map(({ what }) => what), axisLabel: { width: 350, overflow: "break", fontSize: 11 } },
      { type: "log", gridIndex: 1, axisLabel: { formatter: (value: number) => `${value} s` } },
    ],
    series: [
      {
        type: "bar", xAxisIndex: 0, yAxisIndex: 0, data: bars.map((one) => ({ value: Math.max(shareOf(one), least), itemStyle: { color: shareOf(one) > 1 ? behind : met } })),
        markLine: { symbol: "none", silent: true, data: [{ xAxis: 1 }], lineStyle: { color: "#333333" }, label: { show: false } },
      },
      ...growths.map(({ what, sizes }) => ({ type: "line" as const, name: what, xAxisIndex: 1, yAxisIndex: 1, data: sizes.map(({ rows, measured }) => [rows, measured.ms / 1000]) })),
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
