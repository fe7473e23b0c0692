// The work itself: reads what the user brings, and builds the workbook. Runs in the worker; knows no page.

import { fillDown } from "../crm/merged";
import { fieldTables } from "../crm/objects/tables";
import type { CrmTable, Issue, Recognition } from "../crm/reading";
import { recognise } from "../crm/recognise";
import { isProblem, openTable, parsePaste } from "../crm/table";
import { leastConfidence, linkImports, productsIn, readExport, stageHistoryOf } from "../read-exports";
import type { Import } from "../sheets/data/import";
import { formulasIn, previewOf } from "./preview/cut";
import type { Built, BuildProgress, Choice, Correction, Imported, Source, Work } from "./work";

/** A table as cut out of its file, and how it is read now. */
interface Kept {
  readonly id: string;
  readonly table: CrmTable;
  readonly read: Import;
  /** Columns filled down. */
  readonly filled: readonly string[];
  /** The user has said what it holds. */
  readonly said: boolean;
}

/** The work of one pane; tables stay here, the pane gets what it shows. */
export function createWork(): Work {
  const tables = new Map<string, Kept>();
  let last = 0;

  function keep(kept: Kept): Imported {
    tables.set(kept.id, kept);
    return importedOf(kept);
  }

  return {
    async open(source) {
      const table = await tableOf(source);
      if (isProblem(table)) return { problem: table.problem };
      return { tables: [keep({ id: `table ${(last += 1)}`, table, read: readExport(table), filled: [], said: false })] };
    },
    async correct(id, correction) {
      const kept = tables.get(id);
      if (!kept) throw new Error(`unknown table: ${id}`);
      return keep(corrected(kept, correction));
    },
    async remove(id) {
      tables.delete(id);
    },
    build: (choice, progress) => build([...tables.values()], choice, progress),
  };
}

function tableOf({ name, bytes, html, text }: Source) {
  if (bytes) return openTable(name, bytes);
  return parsePaste({ file: name, ...(html === null ? {} : { html }), ...(text === null ? {} : { text }) });
}

/** Another kind of row is recognised anew; a corrected mapping is taken as it is. */
function corrected({ id, table, read: { recognition: before } }: Kept, { object, mapping, filled }: Correction): Kept {
  const recognition: Recognition = object === before.object
    ? { ...before, mapping, matched: new Set(Object.values(mapping)).size }
    : recognise(table, object);
  const whole = filled.reduce(fillDown, table);
  return { id, table, read: readExport(whole, { recognition }), filled, said: true };
}

function importedOf({ id, table, read: { recognition, reading }, filled, said }: Kept): Imported {
  const { object, mapping } = recognition;
  return {
    id, recognition, object, mapping, filled,
    file: table.file,
    isSure: said || recognition.confidence >= leastConfidence,
    fields: Object.keys(fieldTables[object]),
    columns: table.header.map((header, at) => ({ header, examples: examplesAt(table, at) })),
    rowsRead: table.rowsRead,
    rowsKept: reading.count,
    findings: summed(reading.issues),
  };
}

const examplesShown = 3;

function examplesAt({ rows }: CrmTable, at: number): string[] {
  const examples = new Set<string>();
  for (const row of rows.slice(0, 200)) {
    const value = row[at]?.trim();
    if (value) examples.add(value.slice(0, 80));
    if (examples.size === examplesShown) break;
  }
  return [...examples];
}

/** One finding for all issues of a kind in a column; stages and currencies not known are said one by one. */
function summed(issues: readonly Issue[]): Issue[] {
  const findings = new Map<string, Issue>();
  for (const issue of issues) {
    const single = issue.kind === "unknown-stage" || issue.kind === "currencies";
    const key = JSON.stringify([issue.kind, issue.column, single ? issue.found : null]);
    const known = findings.get(key);
    findings.set(key, known ? { ...known, count: known.count + issue.count } : issue);
  }
  return [...findings.values()];
}

async function build(tables: readonly Kept[], choice: Choice, progress: BuildProgress): Promise<Built> {
  progress("planning", 0);
  const [{ refresh }, { report }, { xlsxHost }] = await Promise.all([
    import(/* webpackChunkName: "refresh" */ "../refresh"),
    import(/* webpackChunkName: "refresh" */ "../report"),
    import(/* webpackChunkName: "xlsx-host" */ "../hosts/xlsx/host"),
  ]);
  let file = new Uint8Array();
  const host = xlsxHost(null, (bytes) => { file = bytes.slice(); });
  const plan = await refresh(host, (memory) => report({ ...choice, imports: importsOf(tables), memory }), { progress: (done, total) => progress("writing", total === 0 ? 1 : done / total) });
  return { plan: previewOf(plan), formulas: formulasIn(plan), file };
}

/** The records of all tables, as the command line puts them together. */
function importsOf(tables: readonly Kept[]): readonly Import[] {
  const lists = tables.map(({ table, read, said }) => (said ? null : productsIn(table, read.recognition)));
  const imports = tables.flatMap(({ table, read }, index) => {
    if (lists[index]) return [];
    const history = stageHistoryOf(table, read.recognition);
    return history ? [read, history] : [read];
  });
  return linkImports(imports, lists.flatMap((list) => list ?? []));
}
