// Runs one batch: the paths and actions office.js sends with each `context.sync()`. It knows nothing of sheets.

import { load, type Query } from "./load";
import { excelModel, type Member } from "./model";
import type { Wire } from "./wire";
import { ExcelError, invalid, notFound, refuse } from "./wire";

interface Arguments {
  readonly Arguments?: readonly unknown[];
  /** Where an argument is an object: the id of its path. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Path {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Path>>;
}

interface BatchAnswer {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number; readonly Location: string };
}

const paths = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const actions = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** What a workbook answers with: its root, services by name, and the requirement sets it has. */
export interface Answering {
  readonly root: Wire;
  readonly services: Readonly<Record<string, Wire>>;
  /** Versions by set, as `ExcelApi: "1.15"`. */
  readonly sets: Readonly<Record<string, string>>;
  /** Members to refuse as if Excel were older, as `Table.Resize`. */
  readonly missing: ReadonlySet<string>;
}

/** Objects office.js asked to keep, by their reference. */
export class Kept {
  private readonly byId = new Map<string, Wire>();
  private readonly byObject = new Map<Wire, string>();
  private last = 0;

  keep(object: Wire): void {
    if (this.byObject.has(object)) return;
    const id = `ref-${++this.last}`;
    this.byId.set(id, object);
    this.byObject.set(object, id);
  }

  release(id: string): void {
    const object = this.byId.get(id);
    this.byId.delete(id);
    if (object) this.byObject.delete(object);
  }

  get(id: string): Wire | undefined {
    return this.byId.get(id);
  }

  reference(object: Wire): { _ReferenceId?: string } {
    const id = this.byObject.get(object);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  all(): IterableIterator<Wire> {
    return this.byId.values();
  }
}

/** Runs actions in turn; like Excel it stops at the first that fails and keeps what was done. `stopBefore` ends it early. */
export function runBatch(batch: Batch, answering: Answering, kept: Kept, stopBefore = Infinity): BatchAnswer {
  const answer: BatchAnswer = { Results: [], TraceIds: [] };
  const run = new Run(batch.ObjectPaths, answering, kept);
  for (const [index, action] of batch.Actions.entries()) {
    if (index >= stopBefore) break;
    try {
      if (action.ActionType === actions.trace) answer.TraceIds.push(action.Id);
      const value = run.act(action);
      if (value !== undefined) answer.Results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      answer.Error = { Code: error.code, Message: error.message, ActionIndex: index, Location: run.location(action) };
      break;
    }
  }
  return answer;
}

/** Properties of a sheet that office.js sets under another name than it reads. */
const otherNames: Readonly<Record<string, string>> = { Gridlines: "ShowGridlines", Headings: "ShowHeadings" };

class Run {
  private readonly objects = new Map<number, Wire | null>();

  constructor(private readonly paths: Batch["ObjectPaths"], private readonly answering: Answering, private readonly kept: Kept) {}

  /** What an action gives; undefined where it gives no result. */
  act(action: Action): unknown {
    if (action.ActionType === actions.trace) return null;
    const target = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actions.instantiate: return target && { ...target.identity(), ...this.kept.reference(target) };
      case actions.query: return load(target, action.QueryInfo ?? {}, (object, member) => this.member(object, member));
      case actions.set: return this.set(target, action);
      case actions.method: return this.method(target, action);
      default: return refuse("NotImplemented", `Actions of type ${action.ActionType} are not emulated.`);
    }
  }

  private set(target: Wire | null, { Name: said, ArgumentInfo }: Action): undefined {
    const Name = target?.type === "Worksheet" ? (otherNames[said] ?? said) : said;
    if (target === null) return refuse("InvalidOperation", `${Name} of an object that is not there.`);
    const member = this.member(target, Name);
    const [value] = this.args(ArgumentInfo);
    if (member && !member.writable) return refuse("InvalidOperation", `${target.type}.${Name} is read-only.`);
    if (member?.allowed && typeof value === "string" && !member.allowed.includes(value)) return invalid(`${target.type}.${Name} is never ${JSON.stringify(value)}.`);
    target.write(Name, value);
  }

  private method(target: Wire | null, { Name, ArgumentInfo }: Action): unknown {
    if (Name === "_RemoveReference") return this.kept.release(String(this.args(ArgumentInfo)[0]));
    if (target === null) return Name === "_KeepReference" ? undefined : refuse("InvalidOperation", `${Name} of an object that is not there.`);
    if (Name === "_KeepReference") return this.kept.keep(target);
    this.member(target, Name);
    return target.call(Name, this.args(ArgumentInfo)) ?? null;
  }

  private resolve(id: number): Wire | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const made = this.evaluate(this.paths[id]!);
    this.objects.set(id, made);
    return made;
  }

  private evaluate(path: Path): Wire | null {
    const parent = path.ParentObjectPathId === undefined ? this.answering.root : this.resolve(path.ParentObjectPathId);
    if (parent === null || path.ObjectPathType === paths.nullObject) return null;
    switch (path.ObjectPathType) {
      case paths.root: return this.answering.root;
      case paths.service: return this.answering.services[path.Name] ?? refuse("NotImplemented", `The service ${path.Name} is not emulated.`);
      case paths.method: return this.invoke(parent, path.Name, path.ArgumentInfo);
      case paths.indexer: return this.invoke(parent, "GetItem", path.ArgumentInfo);
      case paths.property: return this.member(parent, path.Name), parent.read(path.Name) as Wire | null;
      case paths.reference: return this.kept.get(path.Name) ?? notFound();
      default: return refuse("NotImplemented", `Paths of type ${path.ObjectPathType} are not emulated.`);
    }
  }

  private invoke(parent: Wire, name: string, info: Arguments | undefined): Wire | null {
    this.member(parent, name);
    return parent.call(name, this.args(info)) as Wire | null;
  }

  private args(info: Arguments | undefined): unknown[] {
    const valueOf = (value: unknown, path: unknown): unknown =>
      Array.isArray(path) && Array.isArray(value) ? value.map((one, at) => valueOf(one, path[at])) : typeof path === "number" && path > 0 ? this.resolve(path) : value;
    return (info?.Arguments ?? []).map((value, at) => valueOf(value, info?.ReferencedObjectPathIds?.[at]));
  }

  /** Throws where Excel has no such member, this version has not, or nobody wrote it. */
  private member(target: Wire, name: string): Member | undefined {
    const model = target.type === null ? undefined : excelModel().get(target.type);
    const member = model?.get(name);
    if (model && !member) return invalid(`${target.type} has no member ${name}.`);
    if (member && (this.answering.missing.has(`${target.type}.${name}`) || isNewer(member.set, this.answering.sets))) return refuse("ApiNotFound", `${target.type}.${name} is part of ${member.set.join(" ")}, which this Excel does not have.`);
    if (!target.has(name)) return refuse("NotImplemented", `${target.type}.${name} is not emulated.`);
    return member;
  }

  location(action: Action): string {
    const path = this.paths[action.ObjectPathId];
    const isOnPath = action.ActionType === actions.instantiate;
    const owner = this.objects.get((isOnPath ? path?.ParentObjectPathId : action.ObjectPathId) ?? -1);
    const member = (isOnPath ? path?.Name : action.Name) || "getItem";
    return `${owner?.type ?? "Host"}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  }
}

function isNewer([name, version]: Member["set"], sets: Readonly<Record<string, string>>): boolean {
  const [major, minor] = version.split(".").map(Number);
  const [ours, oursMinor] = (sets[name] ?? "0.0").split(".").map(Number);
  return major! > ours! || (major === ours && minor! > oursMinor!);
}
