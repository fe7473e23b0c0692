// Answers `load()`: the properties asked for, of an object and what hangs on it.

import { excelModel, type Member } from "./model";
import { Collection, ExcelError, invalid, type Wire } from "./wire";

/** `Select` holds paths as "name" or "format/fill/color"; none or "*" means every plain property. */
export interface Query {
  readonly Select?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** Checks that a member is there; gives what the model says of it. */
type Check = (object: Wire, member: string) => Member | undefined;

export function load(target: Wire | null, query: Query, check: Check): unknown {
  if (target === null) return null;
  const model = excelModel().get(target.type ?? "") ?? new Map<string, Member>();
  const result: Record<string, unknown> = { ...target.identity() };
  const below = new Map<string, string[]>();
  const ofItems: string[] = [];
  for (const path of query.Select?.length ? query.Select : ["*"]) {
    const [head = "", ...rest] = path.split(/[/.]/);
    const name = head === "*" ? "*" : wireName(head);
    if (name === "*") {
      Object.assign(result, plainOf(target, model, check));
      ofItems.push("*");
    } else if (name === "Items") {
      ofItems.push(rest.join("/") || "*");
    } else if (model.get(name)?.kind === "scalar") {
      check(target, name);
      result[name] = target.read(name);
    } else if (model.get(name)?.kind === "child") {
      below.set(name, [...(below.get(name) ?? []), rest.join("/") || "*"]);
    } else if (target instanceof Collection) {
      ofItems.push(path);
    } else {
      invalid(`${target.type} has no property ${head}.`);
    }
  }
  for (const [name, Select] of below) {
    check(target, name);
    result[name] = load(target.read(name) as Wire | null, { Select }, check);
  }
  if (target instanceof Collection) result._Items = itemsOf(target, query).map((item) => load(item, { Select: ofItems }, check));
  return result;
}

function itemsOf(target: Collection<Wire>, { Skip = 0, Top }: Query): readonly Wire[] {
  return target.items.slice(Skip, Top === undefined ? undefined : Skip + Top);
}

/** A load without names gives what this Excel has; what the host does not emulate is left out, and reading it fails in office.js. */
function plainOf(target: Wire, model: ReadonlyMap<string, Member>, check: Check): Record<string, unknown> {
  const names = [...model].filter(([name, { kind }]) => kind === "scalar" && !name.startsWith("_") && isThere(target, name, check)).map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, target.read(name)]));
}

function isThere(target: Wire, name: string, check: Check): boolean {
  try {
    check(target, name);
    return true;
  } catch (error) {
    if (error instanceof ExcelError) return false;
    throw error;
  }
}

/** Two names are not the script's with a capital. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
