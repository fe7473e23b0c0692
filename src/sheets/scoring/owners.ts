// Who gets a lead without an owner: the user's own rule, else whoever has the fewest open leads when it is their turn.

import { column, thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { lookup } from "../../formula/lookup";
import { call, literal, literalText, ratio, reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import { fieldOf } from "./lead-fields";
import { leadScoring } from "./model";
import { valueCounts } from "./value-counts";
import { handOverName, ownersName, routingTableName } from "./names";

/** Most owners the table names. */
const mostOwners = 60;
const spareLines = 4;
/** Fields a routing rule can name a value of, the first that is routed decides. */
const routedFields = ["region", "source", "industry"] as const;

interface SuggestedOwner {
  readonly suggested: Term<string>;
  readonly reason: Term<string>;
}

const routingColumns = ["value", "owner", "note"] as const;
type RoutingRow = Readonly<Record<(typeof routingColumns)[number], CellValue>>;

/** The routing as typed, with some empty lines. */
function routingRows({ memory }: SheetContext): readonly RoutingRow[] {
  const table = readTable(memory.tables.get(routingTableName), ({ scoring }) => scoring.routing);
  const typed = table.rows.filter((before) => before.some(isTyped)).map((before): RoutingRow => ({ value: asName(table.value(before, "value")), owner: asName(table.value(before, "owner")), note: table.value(before, "note") }));
  return [...typed, ...Array.from({ length: spareLines }, (): RoutingRow => ({ value: null, owner: null, note: null }))];
}

/** A number typed as a name: texts of the export are not found in a cell that holds it. */
function asName(value: CellValue): CellValue {
  return typeof value === "number" ? String(value) : value;
}

export function routingTable(context: SheetContext): TableSpec {
  const words = context.text.scoring.routing;
  const rows = routingRows(context);
  return {
    name: routingTableName, kind: "form", key: [words.value], filter: false, style: "form",
    columns: routingColumns.map((name) => ({ name: words[name], owner: "user" as const, format: "text" as const, look: "input" as const, contents: rows.map((row) => row[name]) })),
  };
}

/** Reps, else owners of leads, with the open leads each has; fewest last. */
function ownersOf(context: SheetContext): readonly { readonly owner: string; readonly open: number }[] {
  const field = fieldOf("owner", leadScoring(context).fields);
  const open = new Map<string, { readonly owner: string; open: number }>();
  for (const rep of context.model.reps) open.set(rep.toLowerCase(), { owner: rep, open: 0 });
  for (const { value, leads, converted } of field ? valueCounts(field, context).all : []) {
    if (!isTyped(value)) continue;
    const owner = String(value);
    const known = open.get(owner.toLowerCase()) ?? { owner, open: 0 };
    open.set(owner.toLowerCase(), known);
    known.open += leads - converted;
  }
  return [...open.values()].sort((a, b) => b.open - a.open || (a.owner < b.owner ? -1 : 1)).slice(0, mostOwners);
}

/** An owner for each lead of the list, in its order. */
export function suggestOwners(context: SheetContext, rows: readonly number[]): readonly SuggestedOwner[] {
  const { text } = context;
  const words = text.scoring;
  const { fields, valuesOf } = leadScoring(context);
  const written = new Map(["owner", ...routedFields].map((name) => { const field = fieldOf(name, fields); return [name, field ? valuesOf(field) : []] as const; }));
  const turns = ownersOf(context).map(({ owner, open }) => ({ owner, open }));
  const routing = routingRows(context);
  const values = column(routingTableName, words.routing.value, routing.map(({ value }) => (value === null ? null : String(value))));
  const owners = column(routingTableName, words.routing.owner, routing.map(({ owner }) => owner));
  const own = thisRow(handOverName, words.list.owner);
  return rows.map((row): SuggestedOwner => {
    const now = String(written.get("owner")?.[row] ?? "");
    const routes = routedFields.flatMap((field) => {
      const value = String(written.get(field)?.[row] ?? "");
      return value === "" || value.length > 100 ? [] : [{ value, to: lookup(owners, literal(value), values) }];
    });
    const routed = routes.find(({ to }) => String(to.value) !== "");
    const turn = now === "" && !routed ? nextTurn(turns) : turns.reduce<string>((_, one) => one.owner, "");
    const { ownerReasons } = words;
    const last = { suggested: literal(turn), reason: literal(turn === "" ? ownerReasons.none : ownerReasons.turn) };
    const afterNow = routes.reduceRight((otherwise, { value, to }) => {
      const said = ownerReasons.routed.replace("{value}", value);
      return {
        suggested: call(`IF(${to.text}<>"",${to.text}&"",${otherwise.suggested.text})`, String(to.value) !== "" ? String(to.value) : otherwise.suggested.value),
        reason: call(`IF(${to.text}<>"",${literalText(said)},${otherwise.reason.text})`, String(to.value) !== "" ? said : otherwise.reason.value),
      };
    }, last);
    return {
      suggested: call(`IF(${own}<>"",${own}&"",${afterNow.suggested.text})`, now !== "" ? now : afterNow.suggested.value),
      reason: call(`IF(${own}<>"",${literalText(ownerReasons.now)},${afterNow.reason.text})`, now !== "" ? ownerReasons.now : afterNow.reason.value),
    };
  });
}

/** Whoever has the fewest open leads takes the next. */
function nextTurn(turns: readonly { readonly owner: string; open: number }[]): string {
  const [first, ...others] = turns;
  if (!first) return "";
  const next = others.reduce((least, one) => (one.open < least.open ? one : least), first);
  next.open += 1;
  return next.owner;
}

/** Open and converted leads of each owner; null where nobody is known. */
export function ownersTable(context: SheetContext, listed: readonly SuggestedOwner[]): TableSpec | null {
  const { text } = context;
  const words = text.scoring.owners;
  const owners = ownersOf(context);
  if (owners.length === 0) return null;
  const { fields } = leadScoring(context);
  const field = fieldOf("owner", fields)?.column ?? null;
  const status = context.data.get("lead")?.fields.get("isConverted") ?? null;
  const own = owners.map(({ owner }) => reference(thisRow(ownersName, words.owner), owner));
  const counted = (word: string) => own.map((owner) => (field && status ? countifs(is(field, owner), is(status, literal(word))) : literal(0)));
  const [open, converted] = [counted(text.tables.no), counted(text.tables.yes)];
  const suggestedColumn = column(handOverName, text.scoring.list.suggested, listed.map(({ suggested }) => suggested.value));
  const cellOf = (header: string, value: number): Term<number> => reference(thisRow(ownersName, header), value);
  return {
    name: ownersName, kind: "mirror", key: [words.owner], filter: false, style: "report",
    columns: [
      fixed(words.owner, "text", owners.map(({ owner }) => owner), "label"),
      figures(words.open, "count", open), figures(words.converted, "count", converted),
      figures(words.rate, "percent", own.map((_, at) => {
        const [left, right] = [cellOf(words.converted, converted[at]!.value), cellOf(words.open, open[at]!.value)];
        const all = call(`(${left.text}+${right.text})`, left.value + right.value);
        return ratio(left, all);
      })),
      figures(words.suggested, "count", own.map((owner) => (listed.length > 0 ? countifs(is(suggestedColumn, owner)) : literal(0)))),
    ],
  };
}
