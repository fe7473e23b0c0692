// The only look at the clock.

import type { Text } from "../text/en";
import { dayOf, isoOf, localDay, type Day } from "../values";
import { InputError } from "./input-error";

/** A clock that says an earlier day has stopped, or was never set. */
const firstDay = dayOf(2020, 1, 1)!;

/** The day here, by the computer's clock. Throws an InputError where it cannot be right. */
export function today(text: Text, now = new Date()): Day {
  const day = localDay(now);
  if (day === null || day < firstDay) throw new InputError(text.cli.wrongClock(day === null ? String(now.getFullYear()) : isoOf(day)));
  return day;
}
