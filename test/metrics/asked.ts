// Deals whose rows are held by an engine: counted and added up only by asking for it.

import { averageifs, countifs, knownSumifs, medianifs, sumifs } from "../../src/formula/aggregate";
import type { Column } from "../../src/formula/column";
import type { Criterion } from "../../src/formula/criteria";
import type { Grouping, Together } from "../../src/formula/grouping";
import { literal } from "../../src/formula/term";
import type { DealModel } from "../../src/metrics/deals";

interface Asked {
  readonly model: DealModel;
  /** The operands of each count asked for, in the order of its criteria. */
  readonly counts: (readonly unknown[])[];
}

/** The model with its rows out of reach; `together` is what the groups tell of rows side by side. */
export function asked(plain: DealModel, together: (columns: readonly Column[]) => Together | null = () => null): Asked {
  const counts: (readonly unknown[])[] = [];
  const known = new Map(Object.values(plain.deals.columns).flatMap((one: Column | null) => (one ? [[one.text, one] as const] : [])));
  const shown = (column: Column): Column => known.get(column.text) ?? column;
  const on = (criteria: readonly Criterion[]) => criteria.map((one) => one.on(shown(one.column)));
  const grouping: Grouping = {
    rows: () => literal(plain.deals.count),
    count: (criteria) => {
      counts.push(criteria.flatMap(({ operand }) => (operand ? [operand.value] : [])));
      return countifs(...on(criteria));
    },
    sum: (column, criteria) => sumifs(shown(column), ...on(criteria)),
    knownSum: (column, criteria) => knownSumifs(shown(column), ...on(criteria)),
    mean: (column, criteria) => averageifs(shown(column), ...on(criteria)),
    median: (column, criteria) => medianifs(shown(column), ...on(criteria)),
    highest: () => literal(""),
    isCutAt: () => true,
    together,
  };
  const hidden = (one: Column | null) => one && { ...one, values: [], grouping };
  const columns = Object.fromEntries(Object.entries(plain.deals.columns).map(([field, one]) => [field, hidden(one as Column | null)])) as unknown as DealModel["deals"]["columns"];
  return { model: { ...plain, deals: { ...plain.deals, columns, groups: { eachOpen: false } } }, counts };
}
