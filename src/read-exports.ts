// From the bytes of an export to records, and from several exports to one picture: the same for page and command line.

import type { FieldMapping } from "./crm/fields";
import { fillDown } from "./crm/merged";
import type { DateOrders } from "./crm/read-columns";
import { isAnything, nothingSaid, saidBy } from "./crm/said";
import { joinNames, joinOwners, unknownProducts, type Owned } from "./crm/join";
import { readObject } from "./crm/read";
import { withoutDeleted } from "./crm/read-records";
import { columnOf } from "./crm/readers/column";
import type { CrmTable, Issue, ObjectKind, Reading, Recognition } from "./crm/reading";
import { openFile } from "./crm/open-file";
import { isRecognised, recognise } from "./crm/recognise";
import { tablesToRead } from "./crm/sheets";
import { isStageEntry, readStageEntries } from "./crm/stage-entries";
import type { TableProblem } from "./crm/table";
import { readingOf, type Import } from "./sheets/data/import";
import { mappingTableName, rememberedMapping, rememberedObject } from "./sheets/mapping";
import { emptyMemory, type Memory } from "./sheets/memory";

/** What a caller knows of a table beside the table. */
export interface Known {
  /** What the user says its rows are. */
  readonly object?: ObjectKind;
  /** How a person corrected it; its mapping is taken as it is. */
  readonly recognition?: Recognition;
  /** The order of day and month the user chose, by header; replaces what is remembered. */
  readonly dateOrders?: DateOrders;
  /** Columns the user fills down; replaces what is remembered. */
  readonly filled?: readonly string[];
  /** Of the workbook that is refreshed: its Mapping table counts before any guess. */
  readonly memory?: Memory;
}

/** The tables of a file that are to be read: one, of a workbook one for each sheet of records. */
export async function openExport(file: string, bytes: Uint8Array, known: Pick<Known, "object" | "memory"> = {}): Promise<readonly CrmTable[] | TableProblem> {
  const { object = null, memory = emptyMemory } = known;
  const opened = await openFile(file, bytes);
  return "problem" in opened ? opened : tablesToRead(opened, (table) => recognitionOf(table, { memory }), object);
}

/** Recognises and reads a table: what the user says counts first, then what the workbook remembers, then what is likely. */
export function readExport(whole: CrmTable, known: Known = {}): Import {
  const recognition = recognitionOf(whole, known);
  const table = filledDown(whole, recognition);
  return importOf(table, recognition, readObject(recognition.object, table, recognition.mapping, recognition.crm, recognition.said?.dateOrders));
}

/** What a workbook gets from a table: its records, and the stage history its columns tell. */
export function importsIn(table: CrmTable, read: Import): readonly Import[] {
  const history = stageHistoryOf(table, read.recognition);
  return history ? [read, history] : [read];
}

function filledDown(table: CrmTable, { said = nothingSaid }: Recognition): CrmTable {
  return said.filled.filter((column) => table.header.includes(column)).reduce(fillDown, table);
}

/** The recognition with all that was said of the table, now or before, in `said`. */
function recognitionOf(table: CrmTable, { object, recognition: corrected, dateOrders, filled, memory = emptyMemory }: Known): Recognition {
  const kind = corrected?.object ?? object ?? rememberedObject(memory, table.header) ?? undefined;
  const before = memory.tables.has(mappingTableName) ? rememberedMapping(memory, kind ?? recognise(table).object, table.header) : nothingSaid;
  const likely = recognise(table, kind, isAnything(before) ? before : undefined);
  const told = corrected ? saidBy(corrected.mapping, likely.mapping, before) : before;
  const said = { ...told, ...(dateOrders ? { dateOrders } : {}), ...(filled ? { filled } : {}) };
  const recognition = corrected ?? likely;
  return isAnything(said) || recognition.said ? { ...recognition, said } : recognition;
}

/** The stage history that columns of a deal export tell (HubSpot's `Date entered …`), as an import of its own; null where there is none. */
function stageHistoryOf(whole: CrmTable, recognition: Recognition): Import | null {
  const { object, crm, mapping, said = nothingSaid } = recognition;
  if (object !== "deal" || !whole.header.some(isStageEntry)) return null;
  const { table } = withoutDeleted(filledDown(whole, recognition), mapping);
  const reading = readStageEntries(table, mapping, crm, said.dateOrders);
  if (!reading || reading.count === 0) return null;
  const known: FieldMapping = { to: "", on: "", ...(mapping["id"] ? { dealId: mapping["id"] } : {}), ...(mapping["name"] ? { deal: mapping["name"] } : {}) };
  const columns = table.header.filter((header) => /entered/i.test(header)).length;
  return importOf({ ...table, header: [], rowsRead: reading.count }, { object: "stageMove", crm, confidence: 1, matched: columns, columns, mapping: known }, reading);
}

/** Exports put together: ids become names where another export knows them, and what does not fit together is reported. */
export function linkImports(imports: readonly Import[], products: readonly string[] = []): readonly Import[] {
  const reps = readingOf(imports, "rep") ?? undefined;
  const accounts = readingOf(imports, "account") ?? undefined;
  return withRepeats(imports).map((one) => {
    if (!isOf(one, "deal")) return reps && "owner" in one.reading.columns ? { ...one, reading: joinOwners(one.reading as unknown as Reading<Owned>, reps) } as unknown as Import : one;
    const joined = joinNames(one.reading, reps, accounts);
    return { ...one, reading: products.length === 0 ? joined : { ...joined, issues: [...joined.issues, ...unknownProducts(joined, products)] } };
  });
}

/** Records of an export that one before it holds already, by id: kept, since they may be meant, and reported. */
function withRepeats(imports: readonly Import[]): readonly Import[] {
  const seen = new Map<ObjectKind, Set<string>>();
  return imports.map((one) => {
    const known = seen.get(one.recognition.object) ?? new Set<string>();
    seen.set(one.recognition.object, known);
    const ids: readonly (string | null)[] = "id" in one.reading.columns ? one.reading.columns.id : [];
    const repeated = ids.filter((id): id is string => id !== null && known.has(id));
    for (const id of ids) if (id !== null) known.add(id);
    if (repeated.length === 0) return one;
    const issue: Issue = { kind: "duplicate", row: null, column: one.recognition.mapping["id"] ?? null, found: repeated[0] ?? null, count: repeated.length };
    return { ...one, reading: { ...one.reading, issues: [...one.reading.issues, issue] } } as Import;
  });
}

/** The names in a list of products (a price list, not records of sales); null when a table is none. */
export function productsIn(table: CrmTable, recognition: Recognition): readonly string[] | null {
  const header = recognition.mapping["product"];
  if (header === undefined || isRecognised(recognition)) return null;
  const cells = columnOf(table, header)?.cells ?? [];
  const names = [...cells].map((cell) => cell.trim()).filter((name) => name !== "");
  return new Set(names).size === names.length ? names : null;
}

function importOf(table: CrmTable, recognition: Recognition, reading: unknown): Import {
  return { table, recognition, reading } as Import;
}

function isOf<K extends ObjectKind>(one: Import, object: K): one is Import & Import<K> {
  return one.recognition.object === object;
}
