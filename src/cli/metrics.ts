// `salesbook metrics`: the figures, without a workbook.

import type { Metric } from "../metrics/catalogue";
import { metricTables } from "./metric-tables";
import type { SheetContext } from "../sheets/context";
import { openQuestions } from "../sheets/data/answers";
import { contextOf } from "../sheets/make-context";
import { emptyMemory } from "../sheets/memory";
import type { Text } from "../text/en";
import { isoOf } from "../values";
import type { Request } from "./arguments";
import { madeWithAnswers } from "./ask";
import type { Brought } from "./bring";
import { noticed } from "./findings";
import type { Voice } from "./voice";

/** What `salesbook metrics` prints; what may change the figures is told. Throws an InputError. */
export async function metricsOf({ json }: Request, brought: Brought, voice: Voice): Promise<string> {
  const { made } = await madeWithAnswers(brought, (imports) => {
    const { context } = contextOf({ imports, memory: emptyMemory, asOf: brought.asOf, language: voice.language, withoutLog: true });
    const printed = json ? JSON.stringify(figures(context), null, 2) : figuresText(context);
    return { printed, questions: openQuestions(context) };
  }, voice);
  for (const seen of brought.seen) {
    const found = noticed(seen, voice.text);
    if (found !== null) voice.tell(found);
  }
  return made.printed;
}

/** The document `--json` prints. */
export function figures({ metrics, model, currency, text }: SheetContext) {
  return { asOf: isoOf(model.settings.asOf.value), currency: currency === "" ? null : currency, metrics: metrics.map((metric) => figure(metric, text)), tables: metricTables(model) };
}

/** The same for a person: a line a figure. */
function figuresText({ metrics, model, currency, text }: SheetContext): string {
  const names = metrics.map(({ id }) => text.metrics.names[id].name);
  const width = Math.max(0, ...names.map(widthOf));
  const lines = metrics.map((metric, index) => {
    const name = names[index] ?? "";
    return `${name}${" ".repeat(width - widthOf(name))}  ${shown(metric, currency, text)}`;
  });
  return [text.cli.asOf(isoOf(model.settings.asOf.value)), "", ...lines].join("\n");
}

function figure({ id, unit, term, rows }: Metric, text: Text) {
  const { formula, why } = text.metrics.names[id];
  const value = term.value === "" ? null : term.value;
  return { id, value, unit, formula: `=${term.text}`, rows: rows.value, definition: formula, ...(value === null ? { why } : {}) };
}

function shown({ id, unit, term }: Metric, currency: string, text: Text): string {
  const { value } = term;
  if (value === "") return text.cli.why(text.metrics.names[id].why);
  switch (unit) {
    case "ratio": return `${(value * 100).toFixed(1)} %`;
    case "days": return `${value.toFixed(1)} ${text.metrics.units.days}`;
    case "deals": case "leads": return `${value.toLocaleString("en")} ${text.metrics.units[unit]}`;
    case "money": return money(value, currency);
    case "moneyPerDay": return text.cli.aDay(money(value, currency));
  }
}

/** With its cents where it has any. */
function money(value: number, currency: string): string {
  const cents = Number.isInteger(Math.round(value * 100) / 100) ? 0 : 2;
  return `${value.toLocaleString("en", { minimumFractionDigits: cents, maximumFractionDigits: cents })}${currency === "" ? "" : ` ${currency}`}`;
}

/** Chinese characters take two places. */
function widthOf(name: string): number {
  return [...name].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0);
}
