// Is the funnel healthy? Open deals by stage, how many go further, and what was aimed at.

import { sumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { is, than } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { add, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount } from "../../metrics/deals";
import { dealsAtStep, enteredStep, funnelSteps, wholeHistory, type FunnelStep } from "../../metrics/funnel";
import { stalledAt } from "../../metrics/stalled";
import { grid, show, type Block, type RuleSpec } from "../block";
import { measuredCount } from "../measured";
import { figures, fixed, reportTable } from "../report-table";
import { anyNumber, picture, seriesOf, type DashboardParts, type Picture } from "./parts";

export const healthName = "StageHealth";
/** More columns than this have no room for labels. */
const mostLabelled = 10;

export interface HealthBlocks {
  readonly stagesChart: Picture;
  readonly conversionChart: Picture;
  readonly table: readonly Block[];
  readonly steps: readonly FunnelStep[];
  readonly onward: readonly Term<Figure>[];
  readonly target: readonly Term<Figure>[];
  readonly gap: readonly Term<Figure>[];
}

export function healthBlocks(parts: DashboardParts): HealthBlocks {
  const { model, words, context } = parts;
  const headers = words.health;
  const steps = funnelSteps(model, "").filter((step) => step.kind === "open");
  const stage = (step: FunnelStep) => reference(thisRow(healthName, headers.stage), step.label);
  const now = steps.map((step) => dealsAtStep(model, step, stage(step)));
  const amounts = steps.map((step) => amount(model, "open", is(model.deals.columns.stage, stage(step))));
  const onward = steps.map((step, index) => wentFurther(parts, step, index, now, stage(step)));
  const target = steps.map((step) => lookupNumber(model.stages.targetConversion, stage(step), model.stages.stage));
  const gap = steps.map((_, index) => whenNumbers([own(headers.onward, onward[index]), own(headers.target, target[index])], subtract));
  const stalled = steps.map((step, index) => stalledAt(model, stage(step), own(headers.deals, now[index])));
  const way = context.text.funnel.modes[wholeHistory(model) ? "ever-entered" : "snapshot"];
  const table = steps.length === 0 ? [] : [
    grid([[show("section", words.healthTitle, { across: 8 })], [show("note", words.healthNote.replace("{what}", way.what), { across: 8 })]], [null, 30]),
    reportTable(healthName, headers.stage, [
      fixed(headers.no, "score", steps.map((_, index) => index + 1), "centred"),
      fixed(headers.stage, "text", steps.map((step) => step.label)),
      figures(headers.deals, "count", now),
      figures(headers.amount, "money", amounts),
      figures(headers.onward, "percent", onward),
      figures(headers.target, "percent", target),
      figures(headers.gap, "change", gap),
      figures(headers.stalled, "count", stalled),
    ]),
  ];
  return { stagesChart: stagesChart(parts, now, amounts), conversionChart: conversionChart(parts, onward), table, steps, onward, target, gap };
}

export function healthRules({ words }: DashboardParts, health: HealthBlocks): readonly RuleSpec[] {
  if (health.steps.length === 0) return [];
  const area = { table: healthName, column: words.health.gap };
  const first = `⟦${healthName}.${words.health.gap}⟧`;
  return [
    { kind: "formula", area, formula: `AND(ISNUMBER(${first}),${first}<0)`, tone: "bad" },
    { kind: "formula", area, formula: `AND(ISNUMBER(${first}),${first}>=0)`, tone: "good" },
  ];
}

/** By stage history where there is one; else by the stage deals are in now, closed ones having passed every stage. */
function wentFurther(parts: DashboardParts, step: FunnelStep, index: number, now: readonly Term<Figure>[], stage: Term<string>): Term<Figure> {
  const { model, words, context } = parts;
  const history = wholeHistory(model);
  if (history) return ratio(enteredStep(model, history, step, false, true, stage), enteredStep(model, history, step, false, false, stage));
  const numbers = column(healthName, words.health.no, now.map((_, place) => place + 1));
  const deals = column(healthName, words.health.deals, now.map((term) => term.value));
  const own = reference(thisRow(healthName, words.health.no), index + 1);
  const closed = [measuredCount(context, "deals.won"), measuredCount(context, "deals.lost")];
  return ratio(add(sumifs(deals, than(numbers, ">", own)), ...closed), add(sumifs(deals, than(numbers, ">=", own)), ...closed));
}

function stagesChart({ words }: DashboardParts, now: readonly Term<Figure>[], amounts: readonly Term<Figure>[]): Picture {
  const { charts, health } = words;
  if (!anyNumber(now)) return { why: words.missing.stages };
  const deals = seriesOf(healthName, health.stage, health.deals, { name: charts.deals, colour: "teal", draw: "bar", labels: now.length <= mostLabelled });
  const common = { name: "PipelineByStage", title: charts.stages, alt: charts.alt.stages, format: "count" } as const;
  if (!anyNumber(amounts)) return picture({ ...common, series: [deals] });
  const worth = seriesOf(healthName, health.stage, health.amount, { name: charts.amount, colour: "amber", draw: "line", axis: "second" });
  return picture({ ...common, kind: "combo", legend: true, series: [deals, worth] });
}

function conversionChart({ words, model }: DashboardParts, onward: readonly Term<Figure>[]): Picture {
  const { charts, health } = words;
  if (!anyNumber(onward)) return { why: words.missing.conversion };
  const share = seriesOf(healthName, health.stage, health.onward, { name: charts.onward, colour: "navy", draw: "bar", labels: onward.length <= mostLabelled });
  const target = seriesOf(healthName, health.stage, health.target, { name: charts.target, colour: "orange", draw: "line" });
  const aimed = model.stages.rows.some((row) => row.outcome === "open" && row.targetConversion !== null);
  const common = { name: "ConversionByStage", title: charts.conversion, alt: charts.alt.conversion, format: "percent", axisMin: 0, axisMax: 1 } as const;
  return aimed ? picture({ ...common, kind: "combo", legend: true, series: [share, target] }) : picture({ ...common, series: [share] });
}

function own(header: string, term: Term<Figure> | undefined): Term<Figure> {
  return reference(thisRow(healthName, header), term?.value ?? "");
}
