// The work itself: reads what the user brings, and plans the workbook. Runs in the worker; knows no page.

import { fillDown } from "../crm/merged";
import { fieldTables } from "../crm/objects/tables";
import type { CrmTable, Recognition } from "../crm/reading";
import { recognise } from "../crm/recognise";
import { isProblem, openTable, parsePaste } from "../crm/table";
import { leastConfidence, linkImports, productsIn, readExport, stageHistoryOf } from "../read-exports";
import type { Import } from "../sheets/data/import";
import { emptyMemory, type Memory } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";
import { columnsOf, currenciesOf, summed } from "./imported";
import { lineOf } from "./lines";
import { formulasIn, previewOf } from "./preview/cut";
import type { Built, BuildProgress, Choice, Correction, DayOrder, Imported, Source, Work } from "./work";

/** A table as cut out of its file, and how it is read now. */
interface Kept {
  readonly id: string;
  readonly source: Source;
  readonly table: CrmTable;
  readonly read: Import;
  /** Columns filled down. */
  readonly filled: readonly string[];
  readonly dayOrder: DayOrder | null;
  /** The user has said what it holds. */
  readonly said: boolean;
  /** Fields whose column the user has said. */
  readonly saidFields: ReadonlySet<string>;
}

/** The work of one pane; tables stay here, the pane gets what it shows. */
export function createWork(): Work {
  const tables = new Map<string, Kept>();
  let last = 0;

  function keep(kept: Kept): Imported {
    tables.set(kept.id, kept);
    return importedOf(kept);
  }

  function known(id: string): Kept {
    const kept = tables.get(id);
    if (!kept) throw new Error(`unknown table: ${id}`);
    return kept;
  }

  return {
    async open(source) {
      const table = await tableOf(source);
      if (isProblem(table)) return { problem: table.problem };
      const id = `table ${(last += 1)}`;
      return { tables: [keep({ id, source, table, read: readExport(table), filled: [], dayOrder: null, said: false, saidFields: new Set() })] };
    },
    correct: async (id, correction) => keep(corrected(known(id), correction)),
    async remove(id) {
      tables.delete(id);
    },
    line: async (id, row) => lineOf(known(id).table, known(id).source, row),
    build: (choice, progress) => build([...tables.values()], choice, progress),
    plan: (choice, memory) => planOf([...tables.values()], choice, memory),
    changes: async () => null,
  };
}

function tableOf({ name, bytes, html, text }: Source) {
  if (bytes) return openTable(name, bytes);
  return parsePaste({ file: name, ...(html === null ? {} : { html }), ...(text === null ? {} : { text }) });
}

/** Another kind of row is recognised anew; a corrected mapping is taken as it is. */
function corrected(kept: Kept, { object, mapping, filled, dayOrder }: Correction): Kept {
  const { table, read: { recognition: before } } = kept;
  const isSame = object === before.object;
  const recognition: Recognition = isSame ? { ...before, mapping, matched: new Set(Object.values(mapping)).size } : recognise(table, object);
  const changed = Object.keys(mapping).filter((field) => mapping[field] !== before.mapping[field]);
  const whole = filled.reduce(fillDown, table);
  return { ...kept, read: readExport(whole, { recognition }), filled, dayOrder, said: true, saidFields: new Set(isSame ? [...kept.saidFields, ...changed] : []) };
}

function importedOf({ id, source, table, read, filled, dayOrder, said, saidFields }: Kept): Imported {
  const { recognition, reading } = read;
  const { object, mapping } = recognition;
  return {
    id, recognition, object, mapping, filled, dayOrder,
    file: table.file,
    place: source.place ?? null,
    isSure: said || recognition.confidence >= leastConfidence,
    fields: Object.keys(fieldTables[object]),
    columns: columnsOf(table, recognition, saidFields),
    rowsRead: table.rowsRead,
    rowsKept: reading.count,
    findings: summed(reading.issues),
    currencies: currenciesOf(read),
  };
}

async function build(tables: readonly Kept[], choice: Choice, progress: BuildProgress): Promise<Built> {
  progress("planning", 0, 0);
  const [{ refresh }, { xlsxHost }] = await Promise.all([
    import(/* webpackChunkName: "refresh" */ "../refresh"),
    import(/* webpackChunkName: "xlsx-host" */ "../hosts/xlsx/host"),
  ]);
  let file = new Uint8Array();
  const host = xlsxHost(null, (bytes) => { file = bytes.slice(); });
  const plan = await refresh(host, (memory) => planOf(tables, choice, memory), { progress: (done, total) => progress("writing", done, total) });
  return { plan: previewOf(plan), formulas: formulasIn(plan), file };
}

async function planOf(tables: readonly Kept[], choice: Choice, memory: Memory = emptyMemory): Promise<WorkbookPlan> {
  const { report } = await import(/* webpackChunkName: "refresh" */ "../report");
  const { language, asOf, goals, sheets } = choice;
  return report({ language, asOf, goals, sheets, imports: importsOf(tables), memory: await withChosen(memory, choice) });
}

/** What the user chose in the pane stands in the cells it is typed in. */
async function withChosen(memory: Memory, { currency, fiscalYearStart }: Choice): Promise<Memory> {
  const { settingNames } = await import(/* webpackChunkName: "refresh" */ "../sheets/settings");
  const chosen = [[settingNames.currency, currency], [settingNames.fiscalYearStart, fiscalYearStart]] as const;
  return { ...memory, inputs: new Map([...memory.inputs, ...chosen.filter(([, value]) => value !== null)]) };
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
