// What of the file as it was goes into the new one: the user's own sheets and things, part by part, as they are.

import { markPart, sheetsMarked } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import { namesIn, ourSheets } from "./found";
import { looksOf, type Looks } from "./looks";
import { itemsOf, type OpenBook, type OpenName, type OpenSheet } from "./open";
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
  readonly names: readonly OpenName[];
  readonly sheets: readonly OpenSheet[];
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
  const { file, path, sheets } = book;
  const marked = sheetsMarked(namesIn(book));
  const ours = new Set(ourSheets(book, namesIn(book)));
  const marks = new Map([...marked].map(([id, name]) => [name, markPart(id)]));
  const tabs = sheets.filter((sheet) => ours.has(sheet) || !drop.has(sheet.path)).map((sheet): Tab => ({ sheet, mark: ours.has(sheet) ? (marks.get(sheet.name) ?? "") : null }));
  const own = tabs.filter(({ mark }) => mark === null).map(({ sheet }) => sheet);
  const relations = book.relations.filter(({ kind, target }) => (isSheet(target, sheets) ? own.some((sheet) => sheet.path === target) : !ownRelations.has(kind) && !drop.has(target) && !isJournal(file, target)));
  const rootRelations = file.relations("").filter(({ kind }) => !ownRootRelations.has(kind));
  const charts = new Set(plan.sheets.flatMap((sheet) => sheet.charts.map(({ name }) => name)));
  const overlays = new Map(tabs.flatMap(({ mark, sheet }): [string, Overlay][] => (mark === null ? [] : [[mark, overlayOf(file, sheet, charts)]])));
  const parts = reachable(file, [...relations, ...rootRelations, ...[...overlays.values()].flatMap((overlay) => [...overlay.relations, ...overlay.drawingRelations])]);
  const workbook = unprefixed(file.text(path));
  const part = (kind: string) => book.relations.find((relation) => relation.kind === kind)?.target;
  const theme = part("theme");
  return {
    file, tabs, parts, relations, rootRelations, overlays, sheets,
    looks: new Map(tabs.flatMap(({ mark, sheet }): [string, Looks][] => (mark === null ? [] : [[mark, looksOf(book, sheet)]]))),
    elements: new Map(childrenOf(workbook).filter(({ xml }) => pointsAt(relations, xml)).map(({ name, xml }) => [name, xml])),
    written: /<workbook((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(workbook)?.[1] ?? "",
    names: book.names.filter(({ name }) => !drop.has(name)),
    styles: stylesBase(file.text(part("styles") ?? "")),
    theme: theme === undefined ? null : file.bytes(theme),
    strings: itemsOf(file, book.relations),
    last: lastNumber(parts, relations, own, book),
  };
}

/** What points at a part left behind would make a file Excel has to repair. */
function pointsAt(relations: readonly Relation[], xml: string): boolean {
  return [...xml.matchAll(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/g)].every(([, used]) => relations.some(({ id }) => id === used));
}

function isSheet(target: string, sheets: readonly OpenSheet[]): boolean {
  return sheets.some(({ path }) => path === target);
}

/** What was typed when a run died: it comes back through the memory. */
export function isJournal(file: Package, path: string): boolean {
  return path.startsWith("customXml/") && file.text(path).includes("urn:salesbook:journal");
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
