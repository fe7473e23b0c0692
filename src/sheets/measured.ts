// A measure as other sheets refer to it: the one cell on Definitions that works it out.

import { cell, reference, type Figure, type Term } from "../formula/term";
import { measureCell, type MetricId } from "../metrics/catalogue";
import type { SheetContext } from "./context";

/** A measure's value on Definitions. */
export function measured(context: SheetContext, id: MetricId): Term<Figure> {
  const metric = context.metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`no such measure here: ${id}`);
  return cell(measureCell(id), metric.term.value);
}

/** The same as a count, which is never empty. */
export function measuredCount(context: SheetContext, id: MetricId): Term<number> {
  const { text, value } = measured(context, id);
  return reference(text, value === "" ? 0 : value);
}
