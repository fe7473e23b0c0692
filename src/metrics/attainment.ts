// How much of a quota is reached, and is that as much as the time gone asks for?

import { call, literalText, multiply, ratio, whenNumbers, type Figure, type Term } from "../formula/term";
import type { PaceLimits } from "./goal-pace";

/** How a rep can stand against the quota. */
export const attainmentStatuses = ["achieved", "onTrack", "atRisk", "offTrack", "missed", "noSales", "noQuota"] as const;
export type AttainmentStatus = (typeof attainmentStatuses)[number];

/** Sales ÷ quota; "" without either, or with a quota of 0. */
export function attainmentOf(sales: Term<Figure>, quota: Term<Figure>): Term<Figure> {
  return ratio(sales, quota);
}

/** The attainment an export tells, where sales or quota are not known. */
export function attainmentOr(exported: Term<Figure>, sales: Term<Figure>, quota: Term<Figure>): Term<Figure> {
  const worked = attainmentOf(sales, quota);
  const isKnown = sales.value !== "" && quota.value !== "";
  return call(`IF(COUNT(${sales.text},${quota.text})=2,${worked.text},${exported.text})`, isKnown ? worked.value : exported.value, exported, worked);
}

/** Quota × share of the period gone: what a straight line asks for by now. */
export function expectedSales(quota: Term<Figure>, elapsed: Term<number>): Term<Figure> {
  return whenNumbers([quota], (known) => multiply(known!, elapsed));
}

/** Attainment ÷ share of the period gone: 1 is just in time. */
export function quotaPace(attainment: Term<Figure>, elapsed: Term<number>): Term<Figure> {
  return ratio(attainment, elapsed);
}

/** Sales at the end of the period if they go on as until now. */
export function projectedSales(sales: Term<Figure>, elapsed: Term<number>): Term<Figure> {
  return ratio(sales, elapsed);
}

/** Achieved at the quota; missed when the period is over; until then by pace against the limits, on track while no time has gone. */
export function attainmentStatus(quota: Term<Figure>, attainment: Term<Figure>, pace: Term<Figure>, elapsed: Term<number>, limits: PaceLimits, words: Readonly<Record<AttainmentStatus, string>>): Term<string> {
  const say = (status: AttainmentStatus) => literalText(words[status]);
  // Excel takes "" for more than any number.
  const byPace = `IF(ISNUMBER(${pace.text}),IF(${pace.text}>=${limits.atRisk.text},${say("onTrack")},IF(${pace.text}>=${limits.offTrack.text},${say("atRisk")},${say("offTrack")})),${say("onTrack")})`;
  const known = `IF(${attainment.text}>=1,${say("achieved")},IF(${elapsed.text}>=1,${say("missed")},${byPace}))`;
  const formula = `IF(ISNUMBER(${attainment.text}),${known},IF(N(${quota.text})>0,${say("noSales")},${say("noQuota")}))`;
  return call(formula, words[statusNow(quota.value, attainment.value, pace.value, elapsed.value, { atRisk: limits.atRisk.value, offTrack: limits.offTrack.value })], quota, attainment, pace, elapsed, limits.atRisk, limits.offTrack);
}

function statusNow(quota: Figure, attainment: Figure, pace: Figure, elapsed: number, limits: PaceLimits<number>): AttainmentStatus {
  if (attainment === "") return quota !== "" && quota > 0 ? "noSales" : "noQuota";
  if (attainment >= 1) return "achieved";
  if (elapsed >= 1) return "missed";
  if (pace === "" || pace >= limits.atRisk) return "onTrack";
  return pace >= limits.offTrack ? "atRisk" : "offTrack";
}
