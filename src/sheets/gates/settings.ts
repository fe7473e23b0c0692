// The limits typed on the sheet, and how many days a deal may stay in each stage.

import { thisRow } from "../../formula/column";
import { lookupNumber } from "../../formula/lookup";
import { call, reference, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import type { CellValue } from "../../values";
import { gap, grid, input, show, type Block } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { isUntold, stageTimesOf } from "../stage-stays";
import { gateNames } from "./names";

export interface GateSettings {
  readonly times: Term<number>;
  readonly pushes: Term<number>;
}

/** What was typed before, else twice the median and two pushes. */
export function gateSettings({ memory }: SheetContext): GateSettings {
  const of = (name: string, first: number, fits: (value: number) => boolean) => {
    const typed = memory.inputs.get(name);
    return reference(name, typeof typed === "number" && fits(typed) ? typed : first);
  };
  return { times: of(gateNames.times, 2, (value) => value >= 1 && value <= 10), pushes: of(gateNames.pushes, 2, (value) => value >= 1 && value <= 100 && Number.isInteger(value)) };
}

export interface StageLimits {
  readonly blocks: readonly Block[];
  /** By place in the pipeline counted from 1. */
  readonly limits: readonly Figure[];
}

/** The days of each open stage: Setup's longest stay, the median of won deals, and the limit that follows. Source: PRODUCT-RESEARCH §8 (stalled). */
export function stageLimits(context: SheetContext, model: DealModel, { times, pushes }: GateSettings): StageLimits {
  const words = context.text.gates;
  const headers = words.limits;
  const stages = model.stages.rows.filter(({ outcome }) => outcome === "open");
  const medians = stageTimesOf(context, model, "won");
  const own = (name: string) => thisRow(gateNames.limits, name);
  const longest = stages.map(({ stage }) => lookupNumber(model.stages.longestStay, reference(own(headers.stage), stage), model.stages.stage));
  const median = stages.map(({ stage }): Figure => medians?.get(stage.toLowerCase())?.median ?? "");
  const multiple = median.map((days) => call(`IF(ISNUMBER(${own(headers.median)}),${times.text}*${own(headers.median)},"")`, days === "" ? "" : times.value * days));
  const limits = longest.map((most, at): Term<Figure> => {
    const parts = [most.value, multiple[at]?.value ?? ""].filter((value) => value !== "");
    return call(`IF(COUNT(${own(headers.longest)},${own(headers.times)})=0,"",MAX(${own(headers.longest)},${own(headers.times)}))`, parts.length === 0 ? "" : Math.max(...parts));
  });
  const line = (label: string, cell: ReturnType<typeof input>) => [show("label", label, { across: 3 }), cell];
  const { prompts } = words;
  return {
    limits: limits.map(({ value }) => value),
    blocks: [
      grid([[show("section", words.limitsTitle, { across: 9 })], [show("note", words.limitsNote, { across: 9 })], ...(medians ? [] : [[show("note", isUntold(context, model) ? context.text.tables.groups.noStays : words.noHistory, { across: 9 })]])], [24, 30, ...(medians ? [] : [18])]),
      grid([
        line(words.times, input(gateNames.times, times.value, { allowed: { kind: "number", min: 1, max: 10, whole: false, prompt: prompts.times } })),
        line(words.pushes, input(gateNames.pushes, pushes.value, { allowed: { kind: "number", min: 1, max: 100, whole: true, prompt: prompts.pushes } })),
      ]),
      gap(),
      reportTable(gateNames.limits, headers.stage, [
        fixed(headers.stage, "text", stages.map(({ stage }) => stage)),
        figures(headers.longest, "days", longest),
        fixed(headers.median, "days", median.map((days): CellValue => (days === "" ? null : days))),
        figures(headers.times, "days", multiple),
        figures(headers.limit, "days", limits),
      ]),
      gap(),
    ],
  };
}
