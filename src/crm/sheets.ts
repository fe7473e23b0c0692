// Which tables of a workbook are read, and what is said of the others?

import { expected } from "./expected";
import type { OpenedFile } from "./open-file";
import type { CrmTable, Issue, ObjectKind, Recognition } from "./reading";
import { isRecognised } from "./recognise";

interface Sheet {
  readonly table: CrmTable;
  readonly recognition: Recognition;
  /** What tells its rows apart, by the fields; each made once. */
  readonly keys: Map<string, readonly string[]>;
}

/**
 * Those that hold records (of the object `wanted`, where the user says one), the largest first; where there is no such, the largest table.
 * What is not read is said with the first; of a file that is named for several objects (`named`) once.
 */
export function tablesToRead(opened: OpenedFile, recognise: (table: CrmTable) => Recognition, wanted: ObjectKind | null, named: readonly ObjectKind[]): readonly CrmTable[] {
  if (opened.tables.length + opened.hidden.length + opened.others.length === 1) return opened.tables;
  const sheets = opened.tables.map((table): Sheet => ({ table, recognition: recognise(table), keys: new Map() }));
  const likely = sheets.filter(({ recognition }) => isRecognised(recognition));
  const known = likely.some(isExport) ? likely.filter(isExport) : likely.slice(0, 1);
  const asked = known.filter(({ recognition }) => wanted === null || recognition.object === wanted);
  const { read, repeated } = withoutRepeated(asked.length > 0 ? asked : [likely.find(({ recognition }) => recognition.object === wanted) ?? sheets[0]!]);
  const left = sheets.filter((sheet) => !read.includes(sheet) && !repeated.includes(sheet));
  const ofAll = [
    ...notRead("sheet-unknown", [...namesOf(left.filter((sheet) => !known.includes(sheet))), ...opened.others]),
    ...notRead("sheet-other", namesOf(left.filter((sheet) => known.includes(sheet) && !named.includes(sheet.recognition.object)))),
    ...notRead("sheet-hidden", opened.hidden.filter((table) => isRecognised(recognise(table))).map(({ sheet = "" }) => sheet)),
  ];
  const issues = [...notRead("sheet-repeated", namesOf(repeated)), ...(wanted === (named[0] ?? null) ? ofAll : [])];
  return read.map(({ table }, at) => ({
    ...table,
    file: read.length > 1 ? `${table.file} (${table.sheet})` : table.file,
    issues: at === 0 ? [...table.issues, ...issues] : table.issues,
  }));
}

/** A report made of records has some of their columns too, but few among its own. */
function isExport({ recognition: { matched, columns } }: Sheet): boolean {
  return matched >= 5 || matched * 2 >= columns;
}

function namesOf(sheets: readonly Sheet[]): readonly string[] {
  return sheets.map(({ table: { sheet = "" } }) => sheet);
}

function notRead(kind: Issue["kind"], names: readonly string[]): readonly Issue[] {
  return names.length === 0 ? [] : [{ kind, row: null, column: null, found: names.join(", "), count: names.length }];
}

/** Copies, excerpts and the pipeline of last week would count the same records twice: a sheet most of whose records are on one before it is left out. */
function withoutRepeated(sheets: readonly Sheet[]): { readonly read: readonly Sheet[]; readonly repeated: readonly Sheet[] } {
  const read: Sheet[] = [];
  const repeated: Sheet[] = [];
  for (const sheet of sheets) (read.some((before) => repeats(sheet, before)) ? repeated : read).push(sheet);
  return { read, repeated };
}

function repeats(sheet: Sheet, before: Sheet): boolean {
  if (sheet.recognition.object !== before.recognition.object) return false;
  const fields = identityOf(sheet, before);
  const known = new Set(keysOf(before, fields));
  const keys = keysOf(sheet, fields);
  return keys.filter((key) => known.has(key)).length * 2 > keys.length;
}

/** What tells records of both apart: the id, else what identifies a record, else all they have in common. */
function identityOf({ recognition: { object, mapping } }: Sheet, before: Sheet): readonly string[] {
  const common = Object.keys(mapping).filter((field) => field in before.recognition.mapping);
  if (common.includes("id")) return ["id"];
  const names = namesIn[object]?.filter((field) => common.includes(field)) ?? [];
  return names.length > 0 ? names : common;
}

/** What stays the same while a record changes. */
const namesIn: Partial<Record<ObjectKind, readonly string[]>> = {
  deal: ["name", "account"], lead: ["name", "firstName", "lastName", "company", "email"], account: ["name"], rep: ["name"],
  activity: expected.activity.identity,
};

/** Rows without any of the fields are no records to be compared. */
function keysOf({ table: { header, rows }, recognition: { mapping }, keys }: Sheet, fields: readonly string[]): readonly string[] {
  const known = keys.get(fields.join());
  if (known) return known;
  const columns = fields.map((field) => header.indexOf(mapping[field]!));
  const made = rows.map((row) => columns.map((at) => row[at]?.trim() ?? "")).filter((cells) => cells.some((cell) => cell !== "")).map((cells) => cells.join("\u0001"));
  keys.set(fields.join(), made);
  return made;
}
