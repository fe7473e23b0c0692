// What the journey tells at first sight: how much is known, where it feels worst, where customers wait longest.

import { rowsOf } from "../../formula/aggregate";
import type { Column } from "../../formula/column";
import { isOdd } from "../../formula/criteria";
import { numberText, sentence } from "../../formula/sentence";
import { call, join, literal, reference, subtract, type Figure, type Term } from "../../formula/term";
import type { TouchpointColumns } from "../../metrics/journey";
import type { Customer } from "../../metrics/journey-path";
import type { WholeText } from "../../text/whole";
import { furthestColumn } from "./customers";
import type { Figures } from "./figures";
import type { LaneColumns } from "./poster";
import type { ActivityColumns } from "./sources";

/** How many activities and customers the stages hold, and how many activities have no stage. */
export function foundSentence({ type }: ActivityColumns, { activities }: Figures, travellers: readonly Customer[], stages: readonly string[], text: WholeText): Term<string> {
  const { journey } = text;
  if (!activities) return literal("");
  const placed = call(`SUM(${activities.text})`, activities.values.reduce<number>((sum, value) => sum + (value === "" ? 0 : value), 0));
  const furthest = furthestColumn(travellers, stages, text);
  const customers = travellers.length === 0 ? literal(0) : call(`COUNTIF(${furthest.text},"?*")`, furthest.values.filter((value) => value !== null).length);
  const all = rowsOf(type);
  const rest = subtract(all, placed);
  const unplaced = sentence(journey.unplaced, { n: numberText(rest) });
  const said = sentence(journey.found, { activities: numberText(placed), customers: numberText(customers) });
  return join(said, call(`IF(${rest.text}>0,${unplaced.text},"")`, rest.value > 0 ? unplaced.value : ""));
}

/** The stage that feels worst, with its pain. */
export function lowestPoint({ stage, emotion, pain }: LaneColumns, { journey }: WholeText): Term<string> {
  const numbers = emotion.values.filter((value) => typeof value === "number");
  const lowest = numbers.length === 0 ? 0 : Math.min(...numbers);
  const row = emotion.values.indexOf(lowest);
  const place = `MATCH(MIN(${emotion.text}),${emotion.text},0)`;
  const at = (column: Column) => call(`INDEX(${column.text},${place})&""`, String(column.values[row] ?? ""));
  const said = sentence(journey.lowest, { stage: at(stage), emotion: call(`MIN(${emotion.text})&""`, String(lowest)), pain: at(pain) });
  return call(`IF(COUNT(${emotion.text})=0,"",${said.text})`, numbers.length === 0 ? "" : said.value);
}

/** The stage after which customers wait longest. */
export function longestWait({ stage }: LaneColumns, days: Column<Figure>, { journey }: WholeText): Term<string> {
  const numbers = days.values.filter((value) => value !== "");
  const most = numbers.length === 0 ? 0 : Math.max(...numbers);
  const at = call(`INDEX(${stage.text},MATCH(MAX(${days.text}),${days.text},0))&""`, String(stage.values[days.values.indexOf(most)] ?? ""));
  const said = sentence(journey.longest, { days: numberText(reference(`MAX(${days.text})`, most)), stage: at });
  return call(`IF(COUNT(${days.text})=0,"",${said.text})`, numbers.length === 0 ? "" : said.value);
}

/** How the days are counted; first of all, when touchpoints were changed since the import, that they are not up to date. */
export function staleNotice(paths: ActivityColumns, { stage: chosen, activities }: TouchpointColumns, { stage }: LaneColumns, { journey }: WholeText): Term<string> {
  const note = join(literal(journey.daysNote), literal(journey.refreshNote));
  if (stage.values.some((name) => name !== null && isOdd(String(name)))) return note;
  const counted = (name: string): number => chosen.values.reduce<number>((sum, one, row) => sum + (sameText(one, name) ? Number(activities.values[row] || 0) : 0), 0);
  const records = paths.ways?.records;
  const frozen = (name: string): number => paths.stage.values.reduce<number>((sum, one, row) => sum + (sameText(one, name) ? Number(records?.values[row] ?? 1) : 0), 0);
  const stale = stage.values.some((name) => name !== null && counted(String(name)) !== frozen(String(name)));
  const live = `SUMIF(${chosen.text},${stage.text},${activities.text})`;
  const counts = records ? `SUMIF(${paths.stage.text},${stage.text},${records.text})` : `COUNTIF(${paths.stage.text},${stage.text})`;
  const difference = `SUMPRODUCT((${stage.text}<>"")*ABS(${counts}-${live}))`;
  return join(call(`IF(${difference}>0,${literal(journey.stale).text},"")`, stale ? journey.stale : ""), note);
}

function sameText(value: unknown, name: string): boolean {
  return typeof value === "string" && value.toLowerCase() === name.toLowerCase();
}
