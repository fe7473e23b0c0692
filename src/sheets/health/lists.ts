// Whom to see: red customers with the highest revenue, and renewals ahead. Which customers stands as of the refresh, everything about them follows by formula.

import { thisRow, type Column } from "../../formula/column";
import { lookup, lookupNumber } from "../../formula/lookup";
import { numberText, sentence } from "../../formula/sentence";
import { dayTerm, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { isoOf, type Day } from "../../values";
import { grid, show, type Block, type RuleSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import type { Bands } from "./bands";
import type { Customers } from "./columns";
import type { HealthModel } from "./model";
import { firstName, renewalsName } from "./names";
import { bandRules, keyHeader, scoreColumns } from "./scores";
import { textWidth } from "../theme";

const mostFirst = 20;
const mostRenewals = 50;

interface Lists {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
}

/** Red customers by revenue, as of the last refresh. */
export function firstList(model: HealthModel, customers: Customers, across: number): Lists {
  const { context, terms } = model;
  const words = context.text.health;
  const red = terms.flatMap(({ band, counted }, row) => (counted.value === 1 && band.value === words.words.red ? [row] : []));
  const worth = (row: number) => Number(customers.revenue?.[row] ?? 0);
  const rows = [...red].sort((a, b) => worth(b) - worth(a) || Number(terms[a]!.score.value) - Number(terms[b]!.score.value) || a - b).slice(0, mostFirst);
  const title = show("section", words.firstTitle, { across });
  if (rows.length === 0) return { blocks: [grid([[title], [show("note", words.noRed, { across })]], [24, 18])], rules: [] };
  const note = words.firstNote.replace("{n}", String(rows.length)).replace("{all}", String(red.length));
  return { blocks: [grid([[title], [show("note", note, { across })]], [24, 18]), customerList(firstName, rows, model, customers)], rules: bandRules(context, firstName, words.list.band) };
}

/** Customers who have not left, with a renewal date within the days set, soonest first. */
export function renewalList(model: HealthModel, customers: Customers, bands: Bands, across: number): Lists {
  const { context, settings, region } = model;
  const { text } = context;
  const words = text.health;
  const title = show("section", words.renewalsTitle, { across });
  const dates = customers.field("renewal");
  if (!dates || !bands.renewals) return { blocks: [grid([[title], [show("note", words.noRenewalDates, { across })]], [24, 18])], rules: [] };
  const asOf = context.model.settings.asOf.value;
  const until = asOf + settings.renewalDays.value;
  const left = region.find(({ key }) => key === "churned")?.contents;
  const due = dates.flatMap((day, row) => (typeof day === "number" && day >= asOf && day <= until && left?.[row] !== text.tables.yes ? [{ row, day }] : []));
  const rows = due.sort((a, b) => a.day - b.day || a.row - b.row).slice(0, mostRenewals).map(({ row }) => row);
  const none = sentence(words.noRenewals, { days: numberText(settings.renewalDays) });
  if (rows.length === 0) return { blocks: [grid([[title], [show("note", none, { across })]], [24, 18])], rules: [] };
  const note = words.renewalsNote.replace("{n}", String(rows.length)).replace("{all}", String(due.length)).replace("{from}", isoOf(asOf)).replace("{to}", isoOf(until as Day)).replace("{overdue}", String(bands.renewals.overdue.value));
  return { blocks: [grid([[title], [show("note", note, { across })]], [24, 18]), customerList(renewalsName, rows, model, customers)], rules: bandRules(context, renewalsName, words.list.band) };
}

/** The columns of both lists stand under each other. */
function customerList(table: string, rows: readonly number[], model: HealthModel, customers: Customers): Block {
  const { context } = model;
  const { list: headers } = context.text.health;
  const columns = scoreColumns(model, customers);
  const key = customers.names ? keyHeader(model, customers) : headers.customer;
  const own = (row: number) => reference(thisRow(table, key), customers.keys[row]!);
  const word = (column: Column | null): (Term | null)[] => rows.map((row) => (column ? lookup(column, own(row), columns.key) : null));
  const number = (column: Column | null): (Term<Figure> | null)[] => rows.map((row) => (column ? lookupNumber(column, own(row), columns.key) : null));
  const renewal = number(columns.renewal);
  const days = renewal.map((day): Term<Figure> | null => day && whenNumbers([reference<Figure>(thisRow(table, headers.renewal), day.value)], (at) => subtract(at!, dayTerm(context.model.settings.asOf))));
  const [actions, reds] = [word(columns.action), word(columns.red)];
  const lines = rows.map((_, at) => Math.max(1, linesOf(actions[at], 60), linesOf(reds[at], 30)));
  const block = reportTable(table, key, [
    fixed(headers.customer, "text", rows.map((row) => customers.names?.[row] ?? customers.keys[row]!), "label"),
    figures(headers.owner, "text", word(columns.owner), "label"),
    figures(headers.renewal, "day", renewal),
    figures(headers.days, "count", days),
    figures(headers.score, "score", number(columns.score)),
    figures(headers.band, "text", word(columns.band), "centred"),
    figures(headers.action, "text", actions, "wrapped"),
    figures(headers.revenue, "money", number(columns.revenue)),
    figures(headers.change, "text", word(columns.change), "centred"),
    figures(headers.intent, "text", word(columns.intent), "label"),
    figures(headers.red, "text", reds, "wrapped"),
    ...(customers.names ? [fixed(key, "text", rows.map((row) => customers.keys[row]!))] : []),
  ]);
  return { kind: "beside", blocks: [{ column: 0, block }, { column: 0, block: grid([[], ...rows.map(() => [])], [null, ...lines.map((count) => 5 + 14 * count)]) }] };
}

/** Lines a text takes in a column of so many characters. */
function linesOf(term: Term | null | undefined, width: number): number {
  return Math.ceil(textWidth(String(term?.value ?? "")) / width);
}
