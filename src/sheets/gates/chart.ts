// How much of each stage is at risk, as bars.

import type { Block } from "../block";
import type { SheetContext } from "../context";
import { gateNames } from "./names";

/** Amounts where there are any, else deals. */
export function chartBlock({ text }: SheetContext, hasAmounts: boolean): Block {
  const { stages: headers, chartTitle, chartAlt, chartAltDeals } = text.gates;
  const of = (column: string) => ({ table: gateNames.stages, column });
  const [whole, part] = hasAmounts ? [headers.amount, headers.risk] : [headers.open, headers.missing];
  return {
    kind: "chart", across: 2, down: 15,
    chart: {
      name: "GateRisk", kind: "column", title: chartTitle, alt: hasAmounts ? chartAlt : chartAltDeals, legend: true, format: hasAmounts ? "money" : "count",
      series: [
        { name: whole, categories: of(headers.stage), values: of(whole), colour: "grey" },
        { name: part, categories: of(headers.stage), values: of(part), colour: "orange" },
      ],
    },
  };
}
