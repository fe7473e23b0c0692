// Everything a request names, read: files row by row, rollups as they are, and what an engine gives, small tables as records, others as groups.

import type { ObjectKind } from "../crm/reading";
import { recordCount } from "../crm/record-count";
import { defaultSeconds, type Engine, type Limits } from "../engine/engine";
import { sourceOf } from "../engine/source";
import { breaksOf } from "../sheets/breaks";
import { customerDays } from "../sheets/customer-days";
import type { Import } from "../sheets/data/import";
import type { Memory } from "../sheets/memory";
import { settingNames } from "../sheets/settings";
import { isoOf, mostRows, type Day } from "../values";
import type { FileArgument, Request } from "./arguments";
import type { Answer, Engines } from "./engines";
import { readFiles, recordsOf, type Records, type Seen } from "./files";
import { InputError } from "./input-error";
import { tellLarge } from "./fits-memory";
import { kindOfFile, type FileKind } from "./kind-of-file";
import { readingTo } from "./progress";
import { newestOf, readRollups, type RollupRead } from "./rollup-files";
import { inWords, type Voice } from "./voice";
import { cannotOpen } from "./why";

/** What was brought in; imports are as each was read, names are not yet joined. */
export interface Brought extends Records {
  /** Each table by itself, in the order it was named. */
  readonly seen: readonly Seen[];
  readonly asOf: Day;
  /** Who answers what groups of an object cannot; for a rollup file there is nobody. */
  readonly answers: ReadonlyMap<ObjectKind, Answer>;
  /** The rollup files an object's groups are from. */
  readonly fromFile: ReadonlyMap<ObjectKind, string>;
  close(): Promise<void>;
}

interface Answered extends Seen {
  readonly answer: Answer;
}

/** As of the day asked for, else that of the newest rollup file, else `today`. Throws an InputError; nothing stays open then. */
export async function bring(request: Request, memory: Memory, today: Day, engines: Engines, voice: Voice): Promise<Brought> {
  const kinds = await Promise.all(request.files.map(({ path }) => kindOfFile(path).catch((error: unknown) => { throw cannotOpen(path, error, voice.text); })));
  const of = (...wanted: readonly FileKind[]) => request.files.filter((_, at) => wanted.includes(kinds[at]!));
  const rollups = newestOf(await readRollups(of("rollup"), voice), voice);
  const asOf = request.asOf ?? rollups[0]?.file.asOf ?? today;
  if (request.asOf === null) tellGoingBack(asOf, rollups[0] ?? null, memory, voice);
  const breaks = breaksOf(memory, asOf);
  const customers = { asOf, until: (first: Day, last: Day) => customerDays(memory, asOf, first, last) };
  const open: Engine[] = [];
  const close = async () => { for (const engine of open) await engine.close().catch(() => undefined); };
  try {
    await tellLarge(of("rows").map(({ path }) => path), voice);
    const rows = await readFiles(of("rows"), voice.text, memory);
    for (const { path } of of("long")) voice.tell(voice.engine.tooLong(path, mostRows));
    const grouped = [...(await fromFiles(of("engine", "long"))), ...(await fromSource())];
    // What a table is not sure to be can be looked at, but not counted.
    const records = request.command === "inspect" ? { imports: [], products: [] } : recordsOf(rows, voice.text, voice.tell);
    const seen: readonly Seen[] = [...rows, ...rollups.flatMap(seenIn), ...grouped];
    const imports = [...records.imports, ...rollups.flatMap(({ imports: each }) => each), ...grouped.map(({ read }) => read)];
    checkOneSource(seen, voice);
    return {
      seen, imports, asOf, close,
      products: [...records.products, ...rollups.flatMap(({ file }) => file.products)],
      answers: new Map(grouped.map(({ read, answer }) => [read.recognition.object, answer])),
      fromFile: new Map(rollups.flatMap(({ path, imports: each }) => each.map((one) => [one.recognition.object, path] as const))),
    };
  } catch (error) {
    await close();
    throw error;
  }

  async function fromFiles(files: readonly FileArgument[]): Promise<readonly Answered[]> {
    const all: Answered[] = [];
    for (const { path, object } of files) {
      const known = { memory, ...(object ? { object } : {}) };
      all.push(...(await withEngine((limits) => engines.files(path, known, limits), [{ table: path, object }])));
    }
    return all;
  }

  async function fromSource(): Promise<readonly Answered[]> {
    const { source } = request;
    if (source === null) return [];
    const { place, warnings, seconds } = sourceOf(source.url);
    if (warnings.includes("tls-off")) voice.tell(voice.engine.tlsOff(place));
    return withEngine((limits) => engines.connect(source.url, { ...limits, seconds: request.seconds ?? seconds ?? defaultSeconds }), source.tables);
  }

  function withEngine(opening: (limits: Limits) => Promise<Engine>, tables: readonly { readonly table: string; readonly object: ObjectKind | null }[]): Promise<readonly Answered[]> {
    return inWords(voice, async () => {
      const progress = readingTo(process.stderr, voice.engine);
      const engine = await opening({ seconds: request.seconds ?? defaultSeconds, progress: progress.show });
      open.push(engine);
      const all: Answered[] = [];
      try {
        for (const { table, object } of tables) {
          progress.start(table);
          const { import: read, answer } = await engines.rollup(engine, table, { memory, breaks, customers, ...(object ? { object } : {}) });
          progress.end();
          tellGrouped(table, read, voice);
          all.push({ path: table, read, answer });
        }
      } finally {
        progress.end();
      }
      return all;
    });
  }
}

function seenIn({ path, imports }: RollupRead): readonly Seen[] {
  return imports.map((read) => ({ path, read }));
}

/** A day before that of the workbook, of a rollup or of the clock, may be meant, but not be overlooked. */
function tellGoingBack(asOf: Day, rollup: RollupRead | null, { inputs }: Memory, { engine: say, text, tell }: Voice): void {
  const before = inputs.get(settingNames.asOf);
  if (typeof before !== "number" || asOf >= before) return;
  const [now, then] = [isoOf(asOf), isoOf(before as Day)];
  tell(rollup ? say.goesBack(rollup.path, now, then) : text.cli.goesBack(now, then));
}

function tellGrouped(table: string, read: Import, { engine: say, text, tell }: Voice): void {
  const { groups, count, issues } = read.reading;
  const what = text.objects[read.recognition.object];
  tell(groups ? say.grouped(table, what, recordCount(read.reading), count) : say.rowByRow(table, what, count));
  for (const issue of issues) if (issue.kind === "other-type") tell(`${table}: ${text.issues[issue.kind](issue)}`);
  if (!groups) return;
  if (!groups.eachOpen && read.recognition.object === "deal") tell(say.openGrouped(table));
  if (!groups.eachOpen && read.recognition.object === "lead") tell(say.leadsGrouped(table));
  if (groups.leftOut.length > 0) tell(say.leftOut(table, groups.leftOut.map((field) => (text.fields as Readonly<Record<string, string>>)[field] ?? field).join(", ")));
}

/** Groups of two sources cannot be put together. Throws an InputError. */
function checkOneSource(seen: readonly Seen[], { engine: say, text }: Voice): void {
  for (const { path, read } of seen) {
    if (!read.reading.groups) continue;
    const other = seen.find((one) => one.read !== read && one.read.recognition.object === read.recognition.object);
    if (other) throw new InputError(say.twice(text.objects[read.recognition.object], other.path, path));
  }
}
