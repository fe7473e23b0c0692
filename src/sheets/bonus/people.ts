// Who gets a bonus: the reps of their export, else the owners of deals, and whoever was typed.

import { sideBySide } from "../../formula/side-by-side";
import type { Column } from "../../formula/column";
import { literal, type Figure, type Term } from "../../formula/term";
import { lookupNumber } from "../../formula/lookup";
import { repsByWonAmount } from "../../metrics/rep-ranking";
import type { CellValue } from "../../values";
import { freeName, isTyped, readTable } from "../any-language";
import type { SheetContext } from "../context";

export const payoutName = "BonusPayout";

export const typedFigures = ["quotaTyped", "attainmentTyped", "satisfactionTyped", "processTyped", "baseTyped"] as const;
export type TypedFigure = (typeof typedFigures)[number];

/** A person paid. */
export interface Person {
  /** What the row is called: the name, with more where several have it. */
  readonly label: string;
  /** The row in the export of reps, counted from 0; null for others. */
  readonly row: number | null;
  /** No other has this name, so it finds the export's row and the deals. */
  readonly isAlone: boolean;
  readonly typed: Readonly<Record<TypedFigure, CellValue>>;
}

/** Everyone, in the order of the export or of the amount won; those only typed follow. */
export function peopleOf(context: SheetContext): readonly Person[] {
  const typed = typedBefore(context);
  const found = labelled(context);
  const known = new Set(found.map(({ label }) => label.toLowerCase()));
  const others = [...typed].filter(([label, { cells }]) => !known.has(label) && Object.values(cells).some(isTyped)).map(([, { name }]) => ({ label: name, row: null, isAlone: true }));
  return [...found, ...others].map((one) => ({ ...one, typed: typed.get(one.label.toLowerCase())?.cells ?? nothing }));
}

const nothing: Person["typed"] = { quotaTyped: null, attainmentTyped: null, satisfactionTyped: null, processTyped: null, baseTyped: null };

function typedBefore({ memory }: SheetContext): ReadonlyMap<string, { readonly name: string; readonly cells: Person["typed"] }> {
  const table = readTable(memory.tables.get(payoutName), ({ bonus }) => bonus.payout);
  return new Map(table.rows.flatMap((row): [string, { name: string; cells: Person["typed"] }][] => {
    const name = table.value(row, "rep");
    if (!isTyped(name)) return [];
    const cells = Object.fromEntries(typedFigures.map((figure) => [figure, table.value(row, figure)])) as Person["typed"];
    return [[String(name).toLowerCase(), { name: String(name), cells }]];
  }));
}

function labelled(context: SheetContext): readonly Omit<Person, "typed">[] {
  const names = repNames(context);
  if (names.length === 0) return owners(context).map((label) => ({ label, row: null, isAlone: true }));
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const taken = new Set<string>();
  return names.flatMap((name, row) => {
    if (name === null) return [];
    const isAlone = counts.get(name.toLowerCase()) === 1;
    const more = isAlone ? null : apart(context, row);
    const label = freeName(more === null ? name : `${name} · ${more}`, taken);
    taken.add(label.toLowerCase());
    return [{ label, row, isAlone }];
  });
}

/** What tells people of one name apart. */
function apart({ data }: SheetContext, row: number): string | null {
  const fields = data.get("rep")?.fields;
  const said = ["team", "region", "id", "email"].map((field) => fields?.get(field)?.values[row]).find((value) => typeof value === "string" && value !== "");
  return typeof said === "string" ? said : null;
}

/** Names in the export of reps, row by row. */
function repNames({ data, model }: SheetContext): readonly (string | null)[] {
  const table = data.get("rep");
  if (!table) return [];
  const written = table.fields.get("name");
  if (written) return written.values.map((value) => (typeof value === "string" && value !== "" ? value : null));
  const rows = table.spec.columns[0]?.contents.length ?? 0;
  return model.reps.length === rows ? model.reps : [];
}

function owners({ model }: SheetContext): readonly string[] {
  return model.deals ? repsByWonAmount({ ...model, deals: model.deals }) : [];
}

/** Owners of won deals whom the export of reps does not know. */
export function strangers(context: SheetContext): number {
  const { model } = context;
  const names = new Set(repNames(context).flatMap((name) => (name === null ? [] : [name.toLowerCase()])));
  if (names.size === 0 || !model.deals) return 0;
  const { owner, outcome } = model.deals.columns;
  const [owners = [], outcomes = []] = sideBySide(owner, outcome)?.columns ?? [];
  const won = owners.filter((name, row): name is string => typeof name === "string" && name !== "" && outcomes[row] === model.words.outcome.won);
  return new Set(won.map((name) => name.toLowerCase()).filter((name) => !names.has(name))).size;
}

/** The highest satisfaction or process figure of the export where it looks like a mark out of 5 or 10, not like a share; else null. */
export function likeMarks({ data }: SheetContext): number | null {
  const fields = data.get("rep")?.fields;
  const highest = ["csat", "process"].flatMap((field) => {
    const numbers = (fields?.get(field)?.values ?? []).filter((value): value is number => typeof value === "number");
    return numbers.length > 0 ? [numbers.reduce((most, value) => Math.max(most, value), 0)] : [];
  });
  return highest.find((most) => most > 0 && most <= 0.1) ?? null;
}

/** A figure of the person in the export of reps; null where the export has none. Of people with one name it stands as of the build. */
export function exported({ data }: SheetContext, person: Person, label: Term<string>, field: string): Term<Figure> | null {
  const fields = data.get("rep")?.fields;
  const column = fields?.get(field);
  if (!column || person.row === null) return null;
  const names = fields?.get("name");
  if (names && person.isAlone) return lookupNumber(column, label, names);
  return literal(numberAt(column, person.row));
}

function numberAt({ values }: Column, row: number): Figure {
  const value = values[row];
  return typeof value === "number" ? value : "";
}
