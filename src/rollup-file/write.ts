// What an import is in a rollup file.

import type { Filled, Grouped, Groups, Measured } from "../crm/groups";
import type { Import } from "../sheets/data/import";
import { isoOf, type CellValue } from "../values";
import { customersPart } from "./customers";
import { packed, type Packed } from "./packed";
import { isObject } from "./parts";

type Columns = Readonly<Record<string, ArrayLike<CellValue>>>;

export function tablePart({ table, recognition, reading }: Import) {
  const { file, encoding, delimiter, headerRow, header, rowsRead } = table;
  const { count, columns, extras, issues, groups } = reading;
  return {
    table: { file, encoding, delimiter, headerRow, header, rowsRead },
    recognition, count,
    columns: packedColumns(columns as unknown as Columns),
    extras: extras.map((extra) => ({ header: extra.header, values: packed(extra.values) })),
    issues,
    ...(groups ? { groups: groupsPart(groups) } : {}),
  };
}

function groupsPart({ dimensions, breaks, records, measures, filled, more, customers, paths, leftOut, eachOpen, answers, origin }: Groups) {
  return {
    dimensions, breaks: breaks.map(isoOf), records: packed(records), measures: packedMeasures(measures), filled: filledPart(filled), more: more.map(morePart),
    customers: customers && customersPart(customers, morePart), paths: Object.fromEntries(Object.entries(paths).map(([name, piece]) => [name, morePart(piece)])),
    leftOut, eachOpen, answers: [...answers].map(([key, answer]) => [key, isObject(answer) ? morePart(answer as Grouped) : answer]), origin,
  };
}

function filledPart(all: readonly Filled[]) {
  const of = (value: (one: Filled) => CellValue) => packed(all.map(value));
  return { count: all.length, header: of(({ header }) => header), stage: of(({ stage }) => stage), records: of(({ records }) => records), filled: of(({ filled }) => filled) };
}

function morePart({ columns, records, measures }: Grouped) {
  return { count: records.length, columns: packedColumns(columns), records: packed(records), measures: packedMeasures(measures) };
}

function packedColumns(columns: Columns): Readonly<Record<string, Packed>> {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, packed(values)]));
}

function packedMeasures(measures: Readonly<Record<string, Measured>>): Readonly<Record<string, { readonly sum: Packed; readonly known: Packed }>> {
  return Object.fromEntries(Object.entries(measures).map(([name, { sum, known }]) => [name, { sum: packed(sum), known: packed(known) }]));
}
