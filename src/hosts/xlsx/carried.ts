// What of the file as it was goes into the new one: the user's own sheets and things, part by part, as they are.

import { markPart, sheetsMarked } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import { remembered } from "../../sheets/remembered";
import { namesIn } from "./found";
import { commentMoves, type CommentMoves } from "./comments";
import { isAddInPart } from "./journal";
import { looksOf, type Looks } from "./looks";
import { itemsOf, placeOf, type OpenBook, type OpenName, type OpenSheet } from "./open";
import { overlayOf, type Overlay } from "./overlay";
import type { Package, Relation } from "./package";
import { lastRelation } from "./rels";
import { childrenOf, unprefixed } from "./scan";
import { stylesBase, type StylesBase } from "./styles-base";

export interface Carried {
  readonly file: Package;
  /** All tabs in the order they stand: a sheet of the user's, or one of ours by its mark. */
  readonly tabs: readonly Tab[];
  /** The paths of all parts that are copied. */
  readonly parts: readonly string[];
  /** Relations of the workbook and of the file itself that stay. */
  readonly relations: readonly Relation[];
  readonly rootRelations: readonly Relation[];
  /** Elements of the workbook part as they are written, and the attributes of its own tag. */
  readonly elements: ReadonlyMap<string, string>;
  readonly written: string;
  /** Without those that stand for cells of a sheet of ours that is not built any more. */
  readonly names: readonly OpenName[];
  readonly sheets: readonly OpenSheet[];
  /** Where comments on our sheets go, by mark. */
  readonly comments: ReadonlyMap<string, CommentMoves>;
  readonly styles: StylesBase;
  readonly theme: Uint8Array | null;
  readonly strings: readonly string[];
  /** How the user left our sheets, by mark. */
  readonly looks: ReadonlyMap<string, Looks>;
  /** The user's things on our sheets, by mark. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  /** Our parts, ids and relations are numbered after this. */
  readonly last: number;
}

export interface Tab {
  /** Of our sheets their mark's part. */
  readonly mark: string | null;
  readonly sheet: OpenSheet;
}

/** Relations of the workbook that we write ourselves, or that Excel makes anew. */
const ownRelations: ReadonlySet<string> = new Set(["worksheet", "theme", "styles", "sharedStrings", "calcChain"]);
const ownRootRelations: ReadonlySet<string> = new Set(["officeDocument", "extended-properties", "thumbnail", "origin"]);

/** Left behind is what is in `drop`: sheets and other parts by their paths, names as they are. */
export function carriedFrom(book: OpenBook, plan: WorkbookPlan, drop: ReadonlySet<string> = new Set()): Carried {
  const { file, path } = book;
  const tabs = tabsIn(book, drop);
  const own = tabs.filter(({ mark }) => mark === null).map(({ sheet }) => sheet);
  const relations = book.relations.filter((relation) => staysIn(book, own, relation) && !drop.has(relation.target));
  const rootRelations = file.relations("").filter(({ kind }) => !ownRootRelations.has(kind));
  const ours = ofOurs(book, tabs, plan);
  const overlays = [...ours.overlays.values()].flatMap((overlay) => [...overlay.relations, ...overlay.drawingRelations]);
  const parts = reachable(file, [...relations, ...rootRelations, ...overlays]);
  const workbook = unprefixed(file.text(path));
  const theme = targetOf(book, "theme");
  return {
    file, tabs, parts, relations, rootRelations, ...ours,
    sheets: book.sheets,
    elements: new Map(childrenOf(workbook).filter(({ xml }) => pointsAt(relations, xml)).map(({ name, xml }) => [name, xml])),
    written: /<workbook((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(workbook)?.[1] ?? "",
    names: namesLeft(book, tabs, plan).filter(({ name }) => !drop.has(name)),
    styles: stylesBase(file.text(targetOf(book, "styles"))),
    theme: theme === "" ? null : file.bytes(theme),
    strings: itemsOf(file, book.relations),
    last: lastNumber(parts, relations, own, book),
  };
}

/** The tabs as they stand, those to be left behind aside. */
function tabsIn(book: OpenBook, drop: ReadonlySet<string>): readonly Tab[] {
  const marks = new Map([...sheetsMarked(namesIn(book))].map(([id, name]) => [name, markPart(id)]));
  return book.sheets.map((sheet): Tab => ({ sheet, mark: marks.get(sheet.name) ?? null })).filter(({ mark, sheet }) => mark !== null || !drop.has(sheet.path));
}

/** Whether a relation of the workbook leads to something of the user's. */
function staysIn({ file, sheets }: OpenBook, own: readonly OpenSheet[], { kind, target }: Relation): boolean {
  if (sheets.some((sheet) => sheet.path === target)) return own.some((sheet) => sheet.path === target);
  return !ownRelations.has(kind) && !isAddInPart(file, target);
}

/** What is kept of our sheets, by mark. */
function ofOurs(book: OpenBook, tabs: readonly Tab[], plan: WorkbookPlan): Pick<Carried, "looks" | "overlays" | "comments"> {
  const charts = new Set(plan.sheets.flatMap((sheet) => sheet.charts.map(({ name }) => name)));
  const ours = tabs.flatMap(({ mark, sheet }) => (mark === null ? [] : [{ mark, sheet, overlay: overlayOf(book.file, sheet, charts) }]));
  return {
    looks: new Map(ours.map(({ mark, sheet }) => [mark, looksOf(book, sheet)])),
    overlays: new Map(ours.map(({ mark, overlay }) => [mark, overlay])),
    comments: new Map(ours.flatMap(({ mark, sheet, overlay }) => {
      const planned = plan.sheets.find(({ id }) => markPart(id) === mark);
      return planned ? [[mark, commentMoves(book, sheet, overlay, planned)] as const] : [];
    })),
  };
}

/** Names, but for those of cells on a sheet of ours that is not built any more, and of input cells of ours. */
function namesLeft({ names }: OpenBook, tabs: readonly Tab[], plan: WorkbookPlan): readonly OpenName[] {
  const built = new Set(plan.sheets.map(({ id }) => markPart(id)));
  const gone = new Set(tabs.flatMap(({ mark, sheet }) => (mark !== null && !built.has(mark) ? [sheet.name.toLowerCase()] : [])));
  const inputs = new Set(remembered.inputs.map((name) => name.toLowerCase()));
  return names.filter(({ name, formula }) => !inputs.has(name.toLowerCase()) && !gone.has(placeOf(formula)?.sheet.toLowerCase() ?? ""));
}

/** The part of a kind the workbook has one of; "" where it has none. */
function targetOf({ relations }: OpenBook, kind: string): string {
  return relations.find((relation) => relation.kind === kind)?.target ?? "";
}

/** What points at a part left behind would make a file Excel has to repair. */
function pointsAt(relations: readonly Relation[], xml: string): boolean {
  return [...xml.matchAll(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/g)].every(([, used]) => relations.some(({ id }) => id === used));
}

/** The targets and all parts they lead to. */
function reachable(file: Package, relations: readonly Relation[]): readonly string[] {
  const reached = new Set<string>();
  const there = new Set(file.paths);
  const ahead = [...relations];
  for (let relation = ahead.pop(); relation; relation = ahead.pop()) {
    if (relation.external || reached.has(relation.target) || !there.has(relation.target)) continue;
    reached.add(relation.target);
    ahead.push(...file.relations(relation.target));
  }
  return [...reached].sort();
}

function lastNumber(parts: readonly string[], relations: readonly Relation[], own: readonly OpenSheet[], { tables }: OpenBook): number {
  const numbers = [
    ...parts.map((path) => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0)),
    lastRelation(relations),
    ...own.map(({ attributes }) => Number(attributes.get("sheetId") ?? 0)),
    ...tables.filter(({ sheet }) => own.includes(sheet)).map(({ id }) => id),
  ];
  return numbers.reduce((last, number) => Math.max(last, number), 0);
}
