// At the end of which days do sheets look at what customers had bought? What an engine is asked where sales are too many for lines.

import { middleOf } from "../metrics/customers/holdout";
import { twoPeriods } from "../metrics/customers/two-periods";
import { addMonths, type Day } from "../values";
import { endOf, monthsThatFit } from "./loyalty/orders";
import { typedMonths } from "./loyalty/settings";
import type { Memory } from "./memory";
import { settingNow } from "./value/inputs";

/** For sales from a first to a last day until the as-of day, with what was typed on the sheets; in order. */
export function customerDays(memory: Memory, asOf: Day, first: Day, last: Day): readonly Day[] {
  const end = endOf(Math.min(last, asOf) as Day, asOf);
  const { before, now } = twoPeriods(end, typedMonths(memory) ?? monthsThatFit({ first, end }));
  const days = [asOf, addMonths(asOf, -settingNow({ memory }, "horizon")), addMonths(asOf, -12), before - 1, now - 1, middleOf(first, asOf)] as Day[];
  return [...new Set(days)].sort((left, right) => left - right);
}
