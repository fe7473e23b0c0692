// How far the figures of the model can be trusted: did it settle, on how many customers, and would it have foreseen the second half?

import { call, cell, literalText, type Figure, type Term } from "../../formula/term";
import { fewestCustomers } from "../../metrics/customers/clv";
import { isoOf, type CellValue, type Day } from "../../values";
import { grid, show, type Block, type Cell, type RuleSpec } from "../block";
import type { Format } from "../plan";
import { missingSales } from "./buyers";
import { numberCell, typedTerm } from "./inputs";
import { missing, note, section, width, type ValueParts } from "./parts";

export function honestyBlocks({ context, words, buyers }: ValueParts): readonly Block[] {
  const { title, note: about, heads, labels, notes, verdicts } = words.honesty;
  if (!buyers) return [section(title), missing(missingSales(context) ?? words.honesty.needs)];
  const { model, holdout } = buyers;
  const line = (key: keyof typeof labels, value: CellValue | Term, format: Format, says: CellValue | Term = "", id?: string): readonly Cell[] => [
    show("label", labels[key]), show("value", value, { format, ...(id ? { id } : {}) }), show("centred", says, { format: "text", id: `value.honest.${key}` }), show("label", notes[key], { across: width - 3 }),
  ];
  const enough = (value: number, least: number) => (value >= least ? verdicts.enough : verdicts.few);
  const atLimit = [...(model?.purchases.atLimit ?? []), ...(model?.spending.atLimit ?? [])];
  const error = holdout && holdout.happened > 0 ? call(`${cell("value.foreseen", 0).text}/${cell("value.happened", 0).text}-1`, holdout.foreseen / holdout.happened - 1) : null;
  const rows = [
    line("model", model ? words.honesty.fitted : buyers.why === "few" ? words.honesty.tooFew : words.honesty.unstable, "text", model ? verdicts.good : verdicts.simple),
    line("customers", buyers.rows.filter((row) => row.purchaseDays > 0).length, "count", enough(buyers.rows.filter((row) => row.purchaseDays > 0).length, fewestCustomers[0])),
    line("repeaters", buyers.repeatCustomers, "count", enough(buyers.repeatCustomers, fewestCustomers[1])),
    ...(model ? [
      line("atLimit", atLimit.length === 0 ? words.honesty.nothing : atLimit.join(", "), "text", atLimit.length === 0 ? verdicts.good : verdicts.beware),
      line("correlation", model.correlation ?? "", "decimal", within("value.correlation", model.correlation ?? "", typedTerm(context, "correlation"), verdicts), "value.correlation"),
    ] : []),
    ...(holdout ? [
      line("until", holdout.until, "day"), line("foreseen", holdout.foreseen, "decimal", "", "value.foreseen"), line("happened", holdout.happened, "count", "", "value.happened"),
      ...(error ? [line("error", error, "change", within("value.holdout", error.value, typedTerm(context, "error"), verdicts), "value.holdout")] : []),
    ] : []),
    line("leftOut", buyers.leftOut, "count", buyers.leftOut === 0 ? verdicts.good : verdicts.beware),
    line("after", buyers.ordersAfter, "count"), line("refunds", buyers.refundDays, "count"),
    ...(model ? [...Object.entries(model.purchases.params), ...Object.entries(model.spending.params)].map(([name, value], at): readonly Cell[] => [
      show("label", `${at < 4 ? "BG/NBD" : "Gamma-Gamma"} ${name}`), show("value", value, { format: "decimal" }), show("centred", ""), show("label", words.honesty.parameters[name as keyof typeof words.honesty.parameters] ?? "", { across: width - 3 }),
    ]) : []),
  ];
  const limits = model ? [grid([
    [show("label", labels.limitCorrelation), numberCell(context, "correlation", { format: "decimal" }), null, show("label", notes.limitCorrelation, { across: width - 3 })],
    [show("label", labels.limitError), numberCell(context, "error", { format: "percent" }), null, show("label", notes.limitError, { across: width - 3 })],
  ])] : [];
  return [
    section(title), note(about.replace("{from}", words.from[buyers.from]).replace("{day}", isoOf(context.model.settings.asOf.value as Day)), 2),
    grid([[...heads.map((head, at) => show("heading", head, at === 1 ? { format: "count" } : {})), show("heading", words.honesty.means, { across: width - 3 })], ...rows], [24, ...rows.map(() => 20)]),
    ...limits,
  ];
}

export function honestyRules({ words, buyers }: ValueParts): readonly RuleSpec[] {
  if (!buyers) return [];
  const { verdicts } = words.honesty;
  const area = { from: "value.honest.model", to: "value.honest.refunds" };
  return [
    { kind: "equals", area, text: verdicts.good, tone: "good" }, { kind: "equals", area, text: verdicts.enough, tone: "good" },
    { kind: "equals", area, text: verdicts.beware, tone: "fair" }, { kind: "equals", area, text: verdicts.simple, tone: "fair" }, { kind: "equals", area, text: verdicts.few, tone: "bad" },
  ];
}

/** Whether a figure stays within a limit on either side. */
function within(id: string, value: Figure, limit: Term, verdicts: { readonly good: string; readonly beware: string }): Term<string> {
  const here = cell(id, value).text;
  const isKnown = value !== "" && typeof limit.value === "number";
  return call(`IF(COUNT(${here},${limit.text})<2,"",IF(ABS(${here})<=${limit.text},${literalText(verdicts.good)},${literalText(verdicts.beware)}))`, isKnown ? (Math.abs(value) <= Number(limit.value) ? verdicts.good : verdicts.beware) : "");
}
