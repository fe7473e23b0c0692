// From the bytes of an export to records, and from several exports to one picture: the same for page and command line.

import type { FieldMapping } from "./crm/fields";
import { joinNames, joinOwners, unknownProducts } from "./crm/join";
import { readObject } from "./crm/read";
import { columnOf } from "./crm/readers/column";
import type { CrmTable, Issue, ObjectKind, Recognition } from "./crm/reading";
import { recognise } from "./crm/recognise";
import { readStageEntries } from "./crm/stage-entries";
import { readingOf, type Import } from "./sheets/data/import";

/** An export below this confidence is not taken for records unless the user says what it holds. */
export const leastConfidence = 0.6;

/** Recognises and reads a table; what the user says of it counts first. */
export function readExport(table: CrmTable, said: { readonly object?: ObjectKind; readonly recognition?: Recognition } = {}): Import {
  const recognition = said.recognition ?? recognise(table, said.object);
  return importOf(table, recognition, readObject(recognition.object, table, recognition.mapping, recognition.crm));
}

/** The stage history that columns of a deal export tell (HubSpot's `Date entered …`), as an import of its own; null where there is none. */
export function stageHistoryOf(table: CrmTable, { object, crm, mapping }: Recognition): Import | null {
  if (object !== "deal") return null;
  const reading = readStageEntries(table, mapping, crm);
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
    if (isOf(one, "account") && reps) return { ...one, reading: joinOwners(one.reading, reps) };
    if (!isOf(one, "deal")) return one;
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
export function productsIn(table: CrmTable, { confidence, mapping }: Recognition): readonly string[] | null {
  const header = mapping["product"];
  if (header === undefined || confidence >= leastConfidence) return null;
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
