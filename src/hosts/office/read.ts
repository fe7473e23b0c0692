// What is in the workbook now: everything a refresh and its checks need to know, read in few answers.

import type { FoundBook, FoundCell, FoundName, FoundTable } from "../../sheets/found";
import { sheetsMarked } from "../../sheets/marks";
import type { Rectangle } from "../../sheets/plan";
import { placeOf, type Place } from "./area";
import { cellsOf, readGrids, type Grid } from "./grid";
import { journalNamespace } from "../../sheets/journal";
import { looksNamespace } from "./looks";
import { has } from "./run";

export interface ReadSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly isVisible: boolean;
  /** Of sheets of ours: the area that holds anything, merged cells, names of charts. */
  readonly used: Rectangle | null;
  readonly merged: readonly Rectangle[];
  readonly charts: readonly ReadChart[];
}

export interface ReadChart {
  readonly name: string;
  readonly series: number;
}

export interface ReadTable extends FoundTable {
  readonly isFiltered: boolean;
  readonly isSorted: boolean;
}

export interface ReadName extends FoundName {
  readonly isVisible: boolean;
}

export interface ReadPart {
  readonly id: string;
  readonly xml: string;
}

export interface ReadBook {
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  readonly calculatesByHand: boolean;
  /** Whether the add-in hears of events. */
  readonly hasEvents: boolean;
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly ReadName[];
  readonly tables: readonly ReadTable[];
  /** Our parts. */
  readonly journals: readonly ReadPart[];
  readonly looks: readonly ReadPart[];
  /** The cells with comments or notes, where this Excel tells of them. */
  readonly comments: readonly ReadComment[];
}

export interface ReadComment {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Reads all but the cells, in two answers. */
export async function readBook(context: Excel.RequestContext): Promise<ReadBook> {
  const { workbook } = context;
  const { worksheets, names, tables, application, protection } = workbook;
  workbook.load("readOnly");
  protection.load("protected");
  application.load("calculationMode");
  context.runtime.load("enableEvents");
  worksheets.load("items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/type,items/formula,items/visible");
  tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/name,items/autoFilter/isDataFiltered,items/sort/fields,items/columns/items/name");
  const parts = [journalNamespace, looksNamespace].map((space) => workbook.customXmlParts.getByNamespace(space).load("items/id"));
  const [comments, notes] = [has("1.10") ? workbook.comments.load("items/id") : null, has("1.18") ? workbook.notes.load("items/authorName") : null];
  await context.sync();
  const found = names.items.map(nameFound);
  const ours = new Set(sheetsMarked(found).values());
  const areas = tables.items.map((table) => table.getRange().load("address"));
  const [journals = [], looks = []] = parts.map((list) => list.items.map((part) => ({ id: part.id, xml: part.getXml() })));
  const commented = [...(comments?.items ?? []), ...(notes?.items ?? [])].map((one) => one.getLocation().load("address"));
  const sheets = worksheets.items.map((sheet) => ({ sheet, read: ours.has(sheet.name) ? loadSheet(sheet) : null }));
  await context.sync();
  return {
    isReadOnly: workbook.readOnly,
    isStructureProtected: protection.protected,
    hasEvents: context.runtime.enableEvents,
    calculatesByHand: application.calculationMode === "Manual",
    sheets: sheets.map(({ sheet, read }) => ({
      name: sheet.name, isProtected: sheet.protection.protected, isVisible: sheet.visibility === "Visible",
      ...(read ? sheetFound(read) : { used: null, merged: [], charts: [] }),
    })),
    names: found,
    tables: tables.items.map((table, at) => tableFound(table, areas[at]?.address ?? "")),
    journals: journals.map(({ id, xml }) => ({ id, xml: xml.value })),
    looks: looks.map(({ id, xml }) => ({ id, xml: xml.value })),
    comments: commented.flatMap(({ address }) => {
      const place = placeOf(address);
      return place ? [{ sheet: place.sheet, row: place.area.top, column: place.area.left }] : [];
    }),
  };
}

/** What `recalled` needs: the book with the cells of our sheets. */
export async function readCells(context: Excel.RequestContext, book: ReadBook): Promise<ReadonlyMap<string, Grid>> {
  const places = cellPlaces(book);
  const grids = await readGrids(context, places);
  return new Map(places.map(({ sheet }, at) => [sheet, grids[at]!]));
}

/** Where our sheets hold anything. */
export function cellPlaces({ names, sheets }: ReadBook): readonly Place[] {
  const ours = new Set(sheetsMarked(names).values());
  return sheets.flatMap(({ name, used }) => (ours.has(name) && used ? [{ sheet: name, area: used }] : []));
}

/** The cells of sheets by their names, as far as they hold anything. */
export async function readUsed(context: Excel.RequestContext, sheets: readonly string[]): Promise<ReadonlyMap<string, Grid>> {
  const used = sheets.map((sheet) => ({ sheet, range: context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("address") }));
  if (used.length > 0) await context.sync();
  const places = used.flatMap(({ sheet, range }) => {
    const place = range.isNullObject ? null : placeOf(range.address);
    return place ? [{ sheet, area: place.area }] : [];
  });
  const grids = await readGrids(context, places);
  return new Map(places.map(({ sheet }, at) => [sheet, grids[at]!]));
}

export function foundBook(book: ReadBook, grids: ReadonlyMap<string, Grid>): FoundBook {
  const cells = [...grids].map(([sheet, grid]): [string, Iterable<FoundCell>] => [sheet, cellsOf(grid)]);
  return { sheets: book.sheets.map(({ name }) => name), names: book.names, tables: book.tables, cells: new Map(cells) };
}

function nameFound({ name, type, formula, visible }: Excel.NamedItem): ReadName {
  const text = String(formula).replace(/^=/, "");
  const place = type === "Range" ? placeOf(text) : null;
  return { name, formula: text, isVisible: visible, place: place?.sheet ? place : null };
}

function tableFound(table: Excel.Table, address: string): ReadTable {
  const area = placeOf(address)?.area ?? { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    name: table.name, sheet: table.worksheet.name, area, headers: table.showHeaders ? 1 : 0, totals: table.showTotals ? 1 : 0,
    columns: table.columns.items.map(({ name }) => name),
    isFiltered: table.autoFilter.isDataFiltered, isSorted: (table.sort.fields ?? []).length > 0,
  };
}

interface LoadedSheet {
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas | null;
  readonly charts: Excel.ChartCollection;
}

function loadSheet(sheet: Excel.Worksheet): LoadedSheet {
  const used = sheet.getUsedRangeOrNullObject().load("address");
  const merged = has("1.13") ? sheet.getRange().getMergedAreasOrNullObject().load("address") : null;
  return { used, merged, charts: sheet.charts.load("items/name,items/series/count") };
}

function sheetFound({ used, merged, charts }: LoadedSheet): Pick<ReadSheet, "used" | "merged" | "charts"> {
  return {
    used: used.isNullObject ? null : (placeOf(used.address)?.area ?? null),
    merged: !merged || merged.isNullObject ? [] : areasIn(merged.address),
    charts: charts.items.map(({ name, series }) => ({ name, series: series.count })),
  };
}

/** The areas of `Sheet1!A1:B2,Sheet1!D4`; a sheet's name in quotes may hold commas. */
function areasIn(address: string): readonly Rectangle[] {
  const parts = address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return parts.flatMap((part) => placeOf(part)?.area ?? []);
}

