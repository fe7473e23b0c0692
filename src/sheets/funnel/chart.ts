// The funnel as centred bars: an invisible spacer before each bar, both computed in a table of their own.

import { column, thisRow } from "../../formula/column";
import { percentText } from "../../formula/sentence";
import { assured, call, join, literal, maximum, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import type { Block } from "../block";
import { figures, reportTable } from "../report-table";
import { chartName, stagesName, type FunnelParts } from "./parts";
import type { StageFigures } from "./stages";

export function funnelChart({ words }: FunnelParts, across: number, down: number): Block {
  const area = (name: string) => ({ table: chartName, column: name });
  const { step, spacer, value } = words.behind;
  return {
    kind: "chart",
    across,
    down,
    chart: {
      name: "Funnel", kind: "stackedBar", title: words.chart, alt: words.chartAlt, legend: false, format: "count", bare: true,
      series: [
        { name: spacer, categories: area(step), values: area(spacer), colour: null },
        { name: value, categories: area(step), values: area(value), colour: "teal", labels: true },
      ],
    },
  };
}

/** The table FunnelChart. */
export function chartTable(parts: FunnelParts, shown: StageFigures): Block {
  const { behind } = parts.words;
  const rows = chartRows(parts, shown);
  const values = rows.map((row) => row.value.value);
  const widest = maximum(call(column(chartName, behind.value, []).text, Math.max(0, ...values.filter((value) => value !== ""))));
  return reportTable(chartName, behind.step, [
    figures(behind.step, "text", rows.map((row) => row.label)),
    figures(behind.spacer, "decimal", values.map((value) => whenNumbers([reference(thisRow(chartName, behind.value), value)], (own) => half(subtract(widest, own ?? literal(0)))))),
    figures(behind.value, "count", rows.map((row) => row.value)),
  ]);
}

interface ChartRow {
  readonly label: Term<string>;
  readonly value: Term<Figure>;
}

/**
 * A row for each step the way chosen counts. Where closed has a row and another way is chosen later, won moves up into
 * it, so that no gap is left within the funnel.
 */
function chartRows(parts: FunnelParts, shown: StageFigures): readonly ChartRow[] {
  const closed = parts.steps.findIndex((step) => step.kind === "closed");
  if (closed < 0 || parts.mode !== "snapshot") {
    return parts.steps.flatMap((step, index) => (step.kind === "closed" ? [] : [rowOfStep(parts, shown, index)]));
  }
  return parts.steps.map((_, index) => {
    const here = rowOfStep(parts, shown, index);
    if (index < closed) return here;
    const counted = reference(entry(parts.words.stages.reached, closed), shown.reached[closed]?.value ?? "");
    const instead = index === closed ? rowOfStep(parts, shown, index + 1) : { label: literal(""), value: literal<Figure>("") };
    return { label: unless(counted, here.label, instead.label), value: unless(counted, here.value, instead.value) };
  });
}

/** `Engaging · 94%` and its deals. */
function rowOfStep({ words, steps }: FunnelParts, shown: StageFigures, index: number): ChartRow {
  const { stages } = words;
  const stage = reference(entry(stages.stage, index), steps[index]?.label ?? "");
  const share = reference(entry(stages.ofFirst, index), shown.ofFirst[index]?.value ?? "");
  const percent = join(literal(" · "), percentText(assured(share)));
  const said = unless(share, percent, literal(""));
  return { label: join(stage, said), value: reference(entry(stages.reached, index), shown.reached[index]?.value ?? "") };
}

function entry(header: string, index: number): string {
  return `INDEX(${column(stagesName, header, []).text},${index + 1})`;
}

function unless<V extends string | number>(counted: Term<Figure>, then: Term<V>, instead: Term<V>): Term<V> {
  return call(`IF(${counted.text}="",${instead.text},${then.text})`, counted.value === "" ? instead.value : then.value);
}

function half(term: Term<number>): Term<number> {
  return call(`(${term.text})/2`, term.value / 2);
}
