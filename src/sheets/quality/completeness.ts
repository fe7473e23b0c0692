// How complete is each kind of records, and which columns fall short? The cells are counted on the Import report only.

import { sumifs } from "../../formula/aggregate";
import { column, thisRow, type Column } from "../../formula/column";
import { is, type Criterion } from "../../formula/criteria";
import { ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { allCells, completenessOf, missingCells, notYetCells } from "../../metrics/completeness";
import { gap, type Block, type RuleSpec, type TableSpec } from "../block";
import { completenessTableName } from "../import-report";
import { figures, fixed, reportTable } from "../report-table";
import { againstTargets, missing, note, section, verdictRules, type QualityParts } from "./parts";
import { qualitySetting } from "./inputs";

const objectsTableName = "ObjectCompleteness";
const lowTableName = "LowFields";
const mostLow = 30;

/** The Completeness table as formulas see it. */
interface Cells {
  readonly object: Column;
  readonly column: Column;
  readonly cells: Column;
  readonly missing: Column;
  readonly notYet: Column;
}

export function completenessBlocks(parts: QualityParts): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { context, words } = parts;
  const { model } = context;
  if (model.completeness.length === 0) return { blocks: [section(words.objects.title), missing(words.objects.needs)], rules: [] };
  const cells = cellsOf(parts);
  const low = lowRows(parts, cells);
  return {
    blocks: [
      section(words.objects.title), note(words.objects.note), objectTable(parts, cells), gap(),
      section(words.low.title),
      ...(low.rows.length === 0 ? [missing(words.low.none)] : [note(low.all > low.rows.length ? words.low.noteMost.replace("{n}", String(low.rows.length)).replace("{all}", String(low.all)) : words.low.note), lowTable(parts, cells, low.rows)]),
    ],
    rules: [
      ...verdictRules(parts, { table: objectsTableName, column: words.objects.columns.verdict }),
      { kind: "dataBar", area: { table: objectsTableName, column: words.objects.columns.filled }, colour: "#BFE3DF", min: 0, max: 1 },
      ...(low.rows.length === 0 ? [] : verdictRules(parts, { table: lowTableName, column: words.low.columns.verdict })),
    ],
  };
}

function cellsOf({ context: { model, text } }: QualityParts): Cells {
  const headers = text.tables.completeness;
  const of = (header: string, values: readonly (string | number)[]) => column(completenessTableName, header, values);
  const { completeness } = model;
  return {
    object: of(headers.object, completeness.map((one) => one.object)), column: of(headers.column, completeness.map((one) => one.header)),
    cells: of(headers.cells, completeness.map((one) => allCells(one).value)), missing: of(headers.missing, completeness.map((one) => missingCells(one).value)),
    notYet: of(headers.notYet, completeness.map((one) => notYetCells(model, one).value)),
  };
}

/** Sums over rows of the Completeness table. */
function sums({ cells, missing: empty, notYet }: Cells, ...criteria: readonly Criterion[]): { readonly all: Term<number>; readonly missing: Term<number>; readonly notYet: Term<number> } {
  return { all: sumifs(cells, ...criteria), missing: sumifs(empty, ...criteria), notYet: sumifs(notYet, ...criteria) };
}

function objectTable(parts: QualityParts, cells: Cells): Block {
  const { columns: headers } = parts.words.objects;
  const names = [...new Set(parts.context.model.completeness.map(({ object }) => object))];
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(objectsTableName, header), value);
  const rows = names.map((name) => {
    const { all, missing: empty, notYet } = sums(cells, is(cells.object, reference(thisRow(objectsTableName, headers.object), name)));
    const at = (header: string, term: Term<number>) => ({ ...own(header, term.value), value: term.value });
    const [a, m, n] = [at(headers.cells, all), at(headers.missing, empty), at(headers.notYet, notYet)];
    const filled = completenessOf(a, m, n);
    return { all, empty, notYet, filled, plain: ratio(subtract(a, m), a), verdict: againstTargets(parts, own(headers.filled, filled.value)) };
  });
  const of = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key]);
  return reportTable(objectsTableName, headers.object, [
    fixed(headers.object, "text", names, "label"),
    fixed(headers.columns, "count", names.map((name) => parts.context.model.completeness.filter(({ object }) => object === name).length)),
    figures(headers.cells, "count", of("all")), figures(headers.missing, "count", of("empty")), figures(headers.notYet, "count", of("notYet")),
    figures(headers.plain, "percent", of("plain")), figures(headers.filled, "percent", of("filled")), figures(headers.verdict, "text", of("verdict"), "centred"),
  ]);
}

interface LowRow {
  readonly object: string;
  readonly header: string;
}

/** Columns filled less than the target as of the build, the emptiest first. */
function lowRows({ context }: QualityParts, cells: Cells): { readonly rows: readonly LowRow[]; readonly all: number } {
  const target = qualitySetting(context, "target").value;
  const shares = context.model.completeness.map(({ object, header }, at) => {
    const [all, empty, notYet] = [cells.cells, cells.missing, cells.notYet].map(({ values }) => Number(values[at] ?? 0)) as [number, number, number];
    return { object, header, share: all === notYet ? 1 : (all - empty) / (all - notYet) };
  });
  const low = shares.filter(({ share }) => share < target).sort((left, right) => left.share - right.share);
  return { rows: low.slice(0, mostLow), all: low.length };
}

function lowTable(parts: QualityParts, cells: Cells, rows: readonly LowRow[]): Block {
  const { columns: headers } = parts.words.low;
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(lowTableName, header), value);
  const made = rows.map(({ object, header }) => {
    const here = [is(cells.object, reference(thisRow(lowTableName, headers.object), object)), is(cells.column, reference(thisRow(lowTableName, headers.column), header))];
    const { all, missing: empty, notYet } = sums(cells, ...here);
    const at = (name: string, term: Term<number>) => ({ ...own(name, term.value), value: term.value });
    const [a, m, n] = [at(headers.cells, all), at(headers.missing, empty), at(headers.notYet, notYet)];
    const filled = completenessOf(a, m, n);
    return { all, empty, notYet, filled, verdict: againstTargets(parts, own(headers.filled, filled.value)) };
  });
  const of = (key: keyof (typeof made)[number]) => made.map((row) => row[key]);
  const table: TableSpec = {
    name: lowTableName, kind: "mirror", key: [headers.object, headers.column], filter: true, style: "report",
    columns: [
      fixed(headers.column, "text", rows.map(({ header }) => header), "label"), fixed(headers.object, "text", rows.map(({ object }) => object)),
      figures(headers.cells, "count", of("all")), figures(headers.missing, "count", of("empty")), figures(headers.notYet, "count", of("notYet")),
      figures(headers.filled, "percent", of("filled")), figures(headers.verdict, "text", of("verdict"), "centred"),
    ],
  };
  return { kind: "table", table };
}
