// Everything a request names, read: files row by row, rollups as they are, and what an engine gives, small tables as records, others as groups.

import type { ObjectKind } from "../crm/reading";
import { breaksOf } from "../sheets/breaks";
import { customerDays } from "../sheets/customer-days";
import type { Memory } from "../sheets/memory";
import { settingNames } from "../sheets/settings";
import { isoOf, mostRows, type Day } from "../values";
import type { FileArgument, Request } from "./arguments";
import type { Answering, Engines } from "./engines";
import { readFiles, recordsOf, type Records, type Seen } from "./files";
import { openEngines } from "./from-engines";
import { InputError } from "./input-error";
import { tellLarge } from "./fits-memory";
import { kindOfFile, type FileKind } from "./kind-of-file";
import { newestOf, readRollups, type RollupRead } from "./rollup-files";
import type { Voice } from "./voice";
import { cannotOpen } from "./why";

/** What was brought in: each table as it was read by itself, ids not yet replaced by the names other tables know. */
export interface Brought extends Records {
  /** Each table by itself: of files, of rollups, then of engines. */
  readonly seen: readonly Seen[];
  readonly asOf: Day;
  /** Who answers what groups of an object cannot; for a rollup file there is nobody. */
  readonly answers: ReadonlyMap<ObjectKind, Answering>;
  /** The rollup files an object's groups are from. */
  readonly fromFile: ReadonlyMap<ObjectKind, string>;
  close(): Promise<void>;
}

/** As of the day asked for, else that of the newest rollup file, else `today`. Throws an InputError; nothing stays open then. */
export async function bring(request: Request, memory: Memory, today: Day, engines: Engines, voice: Voice): Promise<Brought> {
  const of = await filesByKind(request.files, voice);
  const rollups = newestOf(await readRollups(of("rollup"), voice), voice);
  const asOf = request.asOf ?? rollups[0]?.file.asOf ?? today;
  if (request.asOf === null) tellGoingBack(asOf, rollups[0] ?? null, memory, voice);
  const customers = { asOf, until: (first: Day, last: Day) => customerDays(memory, asOf, first, last) };
  const opened = openEngines(request, engines, { memory, breaks: breaksOf(memory, asOf), customers }, voice);
  try {
    await tellLarge(of("rows").map(({ path }) => path), voice);
    const rows = await readFiles(of("rows"), voice.text, memory);
    for (const { path } of of("long")) voice.tell(voice.engine.tooLong(path, mostRows));
    const grouped = [...(await opened.files(of("engine", "long"))), ...(await opened.database())];
    // What a table is not sure to be can be looked at, but not counted.
    const records = request.command === "inspect" ? { imports: [], products: [] } : recordsOf(rows, voice.text, voice.tell);
    const seen: readonly Seen[] = [...rows, ...rollups.flatMap(seenIn), ...grouped];
    checkOneSource(seen, voice);
    return {
      seen,
      asOf,
      imports: [...records.imports, ...rollups.flatMap(({ imports }) => imports), ...grouped.flatMap(({ read, history }) => (history ? [read, history] : [read]))],
      products: [...records.products, ...rollups.flatMap(({ file }) => file.products)],
      answers: new Map(grouped.map(({ read, answer }) => [read.recognition.object, answer])),
      fromFile: new Map(rollups.flatMap(({ path, imports }) => imports.map((one) => [one.recognition.object, path] as const))),
      close: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Gives the files of some kinds, in the order they were named. */
async function filesByKind(files: readonly FileArgument[], { text }: Voice): Promise<(...wanted: readonly FileKind[]) => readonly FileArgument[]> {
  const kinds = await Promise.all(files.map(({ path }) => kindOfFile(path).catch((error: unknown) => { throw cannotOpen(path, error, text); })));
  return (...wanted) => files.filter((_, at) => wanted.includes(kinds[at]!));
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

/** Groups of two sources cannot be put together. Throws an InputError. */
function checkOneSource(seen: readonly Seen[], { engine: say, text }: Voice): void {
  for (const { path, read } of seen) {
    if (!read.reading.groups) continue;
    const other = seen.find((one) => one.read !== read && one.read.recognition.object === read.recognition.object);
    if (other) throw new InputError(say.twice(text.objects[read.recognition.object], other.path, path));
  }
}
