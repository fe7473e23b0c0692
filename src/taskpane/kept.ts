// What the work keeps of what was brought in: tables that can be read again, and rollups that are read once and for all.

import { fieldTables } from "../crm/objects/tables";
import { tableEvidence } from "../crm/evidence";
import type { CrmTable } from "../crm/reading";
import { recordCount } from "../crm/record-count";
import { isRecognised } from "../crm/recognise";
import { importsIn, linkImports, productsIn, type Known } from "../read-exports";
import type { Import } from "../sheets/data/import";
import type { Day } from "../values";
import { columnsOf, currenciesOf, findingsOf } from "./imported";
import { RollupTrouble } from "./rollup-trouble";
import type { Imported, Source } from "./work";

/** A table as cut out of its file, and how it is read now. */
export interface KeptTable {
  readonly id: string;
  readonly source: Source;
  readonly table: CrmTable;
  /** What the user has said of it; null where nothing. */
  readonly said: Known | null;
  readonly read: Import;
}

/** A table of a rollup file. */
export interface KeptRollup {
  readonly id: string;
  readonly file: string;
  readonly asOf: Day;
  /** Day and moment it was made: of two that hold the same the later one counts. */
  readonly madeAt: string;
  readonly products: readonly string[];
  readonly read: Import;
}

export type Kept = KeptTable | KeptRollup;

type ReadTable = Pick<KeptTable, "table" | "said" | "read">;

export function isRollup(kept: Kept): kept is KeptRollup {
  return "madeAt" in kept;
}

/** What the pane shows of it. */
export function importedOf(kept: Kept): Imported {
  return isRollup(kept) ? rollupShown(kept) : tableShown(kept);
}

function tableShown({ id, source, table, said, read }: KeptTable): Imported {
  const { recognition, reading } = read;
  const { object, mapping } = recognition;
  return {
    id, recognition, object, mapping,
    gives: givenBy({ table, said, read }).map((one) => one.recognition.object),
    file: table.file,
    place: source.place ?? null,
    evidence: tableEvidence(table, recognition),
    isSure: said !== null || isRecognised(recognition),
    fields: Object.keys(fieldTables[object]),
    columns: columnsOf(table, recognition),
    rowsRead: table.rowsRead,
    rowsKept: reading.count,
    findings: findingsOf(table, reading.issues),
    filled: recognition.said?.filled ?? [],
    dateOrders: recognition.said?.dateOrders ?? {},
    currencies: currenciesOf(read),
    rollup: null,
  };
}

function rollupShown({ id, file, asOf, read }: KeptRollup): Imported {
  const { table, recognition, reading } = read;
  const { object, mapping } = recognition;
  const origin = reading.groups?.origin ?? null;
  return {
    id, file, recognition, object, mapping,
    gives: [object],
    place: null,
    evidence: { signs: [], known: [], hasItsValues: false, forObject: [] },
    isSure: true,
    fields: [],
    columns: table.header.map((header) => ({ header, examples: [], why: null })),
    rowsRead: table.rowsRead,
    rowsKept: recordCount(reading),
    findings: findingsOf({ ...table, rows: [], lines: [], issues: [] }, reading.issues).map((finding) => ({ ...finding, rows: [] })),
    filled: [],
    dateOrders: {},
    currencies: currenciesOf(read),
    rollup: { engine: origin?.engine ?? "", place: origin?.place ?? "", at: origin?.at ?? "", asOf, rows: reading.count, leftOut: reading.groups?.leftOut ?? [] },
  };
}

/** The records of all that was brought in, as the command line puts them together. Throws a RollupTrouble where groups would stand beside others of their kind. */
export function importsOf(all: readonly Kept[]): readonly Import[] {
  const tables = all.filter((kept): kept is KeptTable => !isRollup(kept));
  const rollups = all.filter(isRollup);
  const lists = tables.flatMap((kept) => productListOf(kept) ?? []);
  const imports = tables.flatMap(givenBy);
  const together = [...imports, ...rollups.map(({ read }) => read)];
  for (const { file, read } of rollups) {
    if (read.reading.groups && together.some((one) => one !== read && one.recognition.object === read.recognition.object)) throw new RollupTrouble({ file, fault: "twice", where: "" });
  }
  return linkImports(together, [...lists, ...rollups.flatMap(({ products }) => products)]);
}

/** The records of a table, with the stage history its columns tell; none of a list of products. */
function givenBy(kept: ReadTable): readonly Import[] {
  return productListOf(kept) ? [] : importsIn(kept.table, kept.read);
}

function productListOf({ table, read, said }: ReadTable): readonly string[] | null {
  return said !== null ? null : productsIn(table, read.recognition);
}
