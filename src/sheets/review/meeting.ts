// Which meeting is it, and which days does it look at?

import { call, cell, choose, compare, dayTerm, literal, reference, subtract, type Term } from "../../formula/term";
import { addMonths, type Day } from "../../values";
import { keyOfWord } from "../any-language";
import { grid, input, show, type Block } from "../block";
import type { SheetContext } from "../context";
import type { Period } from "../../metrics/period";

/** The cell in which the user chooses the meeting. */
export const meetingName = "ReviewMeeting";

const meetings = ["weekly", "monthly"] as const;
type Meeting = (typeof meetings)[number];

export interface Periods {
  readonly now: Period;
  readonly before: Period;
}

/** The meeting chosen, in whatever language; weekly until someone chooses. */
function meetingOf({ memory }: SheetContext): Meeting {
  return keyOfWord(memory.inputs.get(meetingName), ({ review }) => review.meetings) ?? "weekly";
}

/** `ReviewMeeting="Monthly"`. */
export function isMonthly(context: SheetContext): Term<boolean> {
  const { meetings: words } = context.text.review;
  return compare(reference(meetingName, words[meetingOf(context)]), "=", literal(words.monthly));
}

const ids = { from: "review from", to: "review to", beforeFrom: "review before from", beforeTo: "review before to" } as const;
type Bound = keyof typeof ids;

/** The days of the period and of the one before, as their cells. */
export function periodsOf(context: SheetContext): Periods {
  const at = boundsOf(context);
  const of = (bound: Bound) => cell(ids[bound], at[bound].value);
  return { now: { from: of("from"), to: of("to") }, before: { from: of("beforeFrom"), to: of("beforeTo") } };
}

/** Weekly: seven days up to the as-of day; monthly: the month up to it. */
function boundsOf(context: SheetContext): Readonly<Record<Bound, Term<number>>> {
  const asOf = dayTerm(context.model.settings.asOf);
  const monthly = isMonthly(context);
  const monthBefore = (day: Term<number>): Term<number> => call(`EDATE(${day.text},-1)`, addMonths(day.value as Day, -1) as number);
  const from = choose(monthly, call(`${monthBefore(asOf).text}+1`, monthBefore(asOf).value + 1), subtract(asOf, literal(6)));
  const start = cell(ids.from, from.value);
  return {
    from, to: asOf,
    beforeFrom: choose(monthly, monthBefore(start), subtract(start, literal(7))),
    beforeTo: subtract(start, literal(1)),
  };
}

/** Title, the choice of the meeting, its days, and room to write who is there. */
export function headBlock(context: SheetContext): Block {
  const words = context.text.review;
  const bounds = boundsOf(context);
  const day = (bound: Bound) => show("label", bounds[bound], { format: "day", id: ids[bound] });
  const title = choose(isMonthly(context), literal(words.titles.monthly), literal(words.titles.weekly));
  const choice = { ...input(meetingName, words.meetings[meetingOf(context)], { across: 2, format: "text", allowed: { kind: "list", items: meetings.map((one) => words.meetings[one]), prompt: words.meetingPrompt } }), look: "choice" as const };
  return grid([
    [show("title", title, { across: 11 })],
    [show("label", words.meeting, { across: 2 }), choice, null, null, null, show("label", words.present, { across: 4 })],
    [show("label", words.period, { across: 2 }), day("from"), day("to"), null, show("label", words.before, { across: 2 }), day("beforeFrom"), day("beforeTo")],
  ], [30, 20, 20]);
}
