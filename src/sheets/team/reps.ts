// Who is in the team, and what is typed for each: quota, start day, satisfaction, training, joint projects.

import { column, thisRow, type Column } from "../../formula/column";
import { sideBySide } from "../../formula/side-by-side";
import { lookupNumber } from "../../formula/lookup";
import { call, reference, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { Allowed, ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";

export const quotasTableName = "TeamQuotas";

/** So many reps are shown at most. */
export const mostReps = 100;

export interface TeamRep {
  /** What the tables call the rep: the name, with team or number where several have it. */
  readonly key: string;
  readonly name: string;
  /** Nobody else in the rep export has the name, so deals and activities tell who is meant. */
  readonly isAlone: boolean;
  readonly team: string | null;
  /** Line in the rep export's table; -1 for none. */
  readonly row: number;
}

const typedFields = ["ownQuota", "ownStart", "ownCsat", "ownProcess", "training", "projects", "note"] as const;
type TypedField = (typeof typedFields)[number];

/** What was typed, by the rep's key in lower case. */
type TypedByRep = ReadonlyMap<string, Readonly<Record<TypedField, CellValue>> & { readonly rep: string; readonly team: string | null }>;

export function typedByRep({ memory }: SheetContext): TypedByRep {
  const table = readTable(memory.tables.get(quotasTableName), ({ team }) => team.typed);
  return new Map(table.rows.flatMap((row) => {
    const rep = table.value(row, "rep");
    const said = Object.fromEntries(typedFields.map((field) => [field, table.value(row, field)])) as Record<TypedField, CellValue>;
    if (!isTyped(rep) || !Object.values(said).some(isTyped)) return [];
    const team = table.value(row, "team");
    return [[keyOf(String(rep)), { ...said, rep: String(rep).trim(), team: typeof team === "string" && team !== "" ? team : null }] as const];
  }));
}

/** Everyone in the rep export, everyone with a deal, and everyone something was typed for. */
export function teamReps(context: SheetContext, typed: TypedByRep): readonly TeamRep[] {
  const exported = repsOfExport(context);
  const names = new Set(exported.flatMap(({ name, key }) => [keyOf(name), keyOf(key)]));
  const more: TeamRep[] = [];
  const meet = (name: string, team: string | null) => {
    if (name === "" || names.has(keyOf(name))) return;
    names.add(keyOf(name));
    more.push({ key: name, name, isAlone: true, team, row: -1 });
  };
  const owners = context.model.deals?.columns.owner;
  for (const owner of (owners && (sideBySide(owners)?.columns[0] ?? owners.values)) ?? []) if (typeof owner === "string") meet(owner, null);
  for (const { rep, team } of typed.values()) meet(rep, team);
  return [...exported, ...more];
}

function repsOfExport({ data }: SheetContext): readonly TeamRep[] {
  const fields = data.get("rep")?.fields;
  const count = data.get("rep")?.spec.columns[0]?.contents.length ?? 0;
  const of = (field: string, row: number): string => String(fields?.get(field)?.values[row] ?? "").trim();
  const names = Array.from({ length: count }, (_, row) => of("name", row) || [of("firstName", row), of("lastName", row)].filter((part) => part !== "").join(" "));
  const times = new Map<string, number>();
  for (const name of names) times.set(keyOf(name), (times.get(keyOf(name)) ?? 0) + 1);
  const taken = new Set<string>();
  return names.flatMap((name, row): TeamRep[] => {
    if (name === "") return [];
    const isAlone = times.get(keyOf(name)) === 1;
    const team = of("team", row) || of("region", row) || null;
    const label = isAlone ? name : [name, team ?? of("id", row)].filter((part) => part !== "").join(" · ");
    let key = label;
    for (let n = 2; taken.has(keyOf(key)); n += 1) key = `${label} #${n}`;
    taken.add(keyOf(key));
    return [{ key, name, isAlone, team, row }];
  });
}

/** The form as other tables look figures up in it. */
export interface Quotas {
  readonly table: TableSpec;
  readonly figure: (name: "quota" | "salesExport" | "attainmentExport" | "start" | "csat" | "process" | "training" | "projects", rep: Term<string>) => Term<Figure>;
}

export function quotasForm(context: SheetContext, reps: readonly TeamRep[], typed: TypedByRep): Quotas {
  const words = context.text.team;
  const headers = words.typed;
  const said = (field: TypedField) => reps.map(({ key }) => typed.get(keyOf(key))?.[field] ?? null);
  const exported = (field: string): readonly CellValue[] => {
    const values = context.data.get("rep")?.fields.get(field)?.values;
    return reps.map(({ row }) => values?.[row] ?? null);
  };
  const crm = (name: string, format: Format, contents: readonly CellValue[]): readonly ColumnSpec[] => (contents.every((value) => value === null) ? [] : [{ name, owner: "crm", format, contents }]);
  const user = (name: string, format: Format, contents: readonly CellValue[], allowed?: Allowed): ColumnSpec => ({ name, owner: "user", format, look: "input", contents, ...(allowed ? { allowed } : {}) });
  const share: Allowed = { kind: "number", min: 0, max: 1, whole: false, prompt: words.prompts.share };
  const pair = (used: "quota" | "start" | "csat" | "process", [exportName, field]: readonly [string, string], [ownName, own]: readonly [string, TypedField], format: Format, allowed: Allowed): readonly ColumnSpec[] => {
    const from = crm(exportName, format, exported(field));
    return [...from, user(ownName, format, said(own), allowed), { name: headers[used], owner: "formula", format, contents: usedTerms(ownName, said(own), from[0]) }];
  };
  const columns: readonly ColumnSpec[] = [
    { name: headers.rep, owner: "crm", format: "text", look: "label", contents: reps.map(({ key }) => key) },
    ...crm(headers.team, "text", reps.map(({ team }) => team)),
    ...pair("quota", [headers.quotaExport, "quota"], [headers.ownQuota, "ownQuota"], "money", { kind: "number", min: 0, max: 1e15, whole: false, prompt: words.prompts.money }),
    ...crm(headers.salesExport, "money", exported("sales")),
    ...crm(headers.attainmentExport, "percent", exported("attainment")),
    ...pair("start", [headers.startExport, "hired"], [headers.ownStart, "ownStart"], "day", { kind: "day" }),
    ...pair("csat", [headers.csatExport, "csat"], [headers.ownCsat, "ownCsat"], "percent", share),
    ...pair("process", [headers.processExport, "process"], [headers.ownProcess, "ownProcess"], "percent", share),
    user(headers.training, "percent", said("training"), share),
    user(headers.projects, "count", said("projects"), { kind: "number", min: 0, max: 1000, whole: true, prompt: words.prompts.projects }),
    user(headers.note, "text", said("note")),
  ];
  const keys = column(quotasTableName, headers.rep, reps.map(({ key }) => key));
  const known = new Map(columns.map((spec): [string, Column] => [spec.name, column(quotasTableName, spec.name, spec.contents.map((one) => (typeof one === "object" && one !== null ? one.value : one)))]));
  return {
    table: { name: quotasTableName, kind: "form", key: [headers.rep], filter: false, style: "form", columns },
    figure: (name, rep) => {
      const found = known.get(headers[name]);
      return found ? numberAt(lookupNumber(found, rep, keys)) : call('""', "");
    },
  };
}

/** A text typed where a number belongs is no figure. */
function numberAt(found: Term<Figure>): Term<Figure> {
  return call(`IF(ISNUMBER(${found.text}),${found.text},"")`, found.value, found);
}

/** What was typed goes before what was exported. */
function usedTerms(ownName: string, own: readonly CellValue[], exported: ColumnSpec | undefined): readonly Term<Figure>[] {
  const typed = thisRow(quotasTableName, ownName);
  const other = exported ? thisRow(quotasTableName, exported.name) : null;
  return own.map((value, row) => {
    const instead = exported?.contents[row] ?? "";
    const now = typeof value === "number" ? value : typeof instead === "number" ? instead : "";
    return call(other === null ? `IF(ISNUMBER(${typed}),${typed},"")` : `IF(ISNUMBER(${typed}),${typed},IF(ISNUMBER(${other}),${other},""))`, now);
  });
}

/** The rep of the same row in a table. */
export function repHere(table: string, header: string, { key }: TeamRep): Term<string> {
  return reference(thisRow(table, header), key);
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
