// Which share of customers, or of their revenue, stayed and which was lost?

import { countifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isFilled, than } from "../formula/criteria";
import { add, literal, ratio, subtract, type Figure, type Term } from "../formula/term";

/** (customers at the end − new ones) ÷ customers at the start of the period. */
export function retention(start: Term<number>, end: Term<number>, newCustomers: Term<number>): Term<Figure> {
  return ratio(subtract(end, newCustomers), start);
}

/** Lost ÷ start of the period: customers, or recurring revenue (gross revenue churn). */
export function churn(start: Term<number>, lost: Term<number>): Term<Figure> {
  return ratio(lost, start);
}

/** Share of the customers who left; flags are 1 where one left, else 0. */
export function churnOf(flags: Column): Term<Figure> {
  return ratio(countifs(than(flags, "=", literal(1))), countifs(isFilled(flags)));
}

/** Share of the revenue that left with them. */
export function revenueChurnOf(flags: Column, revenue: Column): Term<Figure> {
  return ratio(sumifs(revenue, than(flags, "=", literal(1))), sumifs(revenue, isFilled(flags)));
}

/** (start + expansion − contraction − churned) ÷ start: recurring revenue of one and the same customers, without new ones. */
export function netRevenueRetention(start: Term<number>, expansion: Term<number>, contraction: Term<number>, churned: Term<number>): Term<Figure> {
  return ratio(subtract(subtract(add(start, expansion), contraction), churned), start);
}

/** (start − contraction − churned) ÷ start: what stayed of the revenue, without what was added. */
export function grossRevenueRetention(start: Term<number>, contraction: Term<number>, churned: Term<number>): Term<Figure> {
  return ratio(subtract(subtract(start, contraction), churned), start);
}
