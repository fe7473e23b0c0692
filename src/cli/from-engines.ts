// What engines give of a request: small tables as records, others as groups with somebody who answers what these cannot.

import type { IssueKind, ObjectKind } from "../crm/reading";
import { recordCount } from "../crm/record-count";
import { defaultSeconds, type Engine, type Limits } from "../engine/engine";
import { sourceOf } from "../engine/source";
import type { Import } from "../sheets/data/import";
import type { FileArgument, Request } from "./arguments";
import type { Answering, Engines, RollupOptions } from "./engines";
import type { Seen } from "./files";
import { readingTo } from "./progress";
import { inWords, type Voice } from "./voice";

export interface Answered extends Seen {
  /** The moves a table of deals tells beside the deals. */
  readonly history?: Import;
  readonly answer: Answering;
}

/** Engines as they are opened for a request; what they give can be asked on until they are closed. */
interface OpenEngines {
  files(files: readonly FileArgument[]): Promise<readonly Answered[]>;
  /** The tables of the database the request names; none where it names no database. */
  database(): Promise<readonly Answered[]>;
  close(): Promise<void>;
}

type Opening = (limits: Limits) => Promise<Engine>;
type Tables = readonly { readonly table: string; readonly object: ObjectKind | null }[];

/** Nothing is opened before it is asked for; each way throws an InputError where an engine does not answer. */
export function openEngines(request: Request, engines: Engines, options: Omit<RollupOptions, "object">, voice: Voice): OpenEngines {
  const open: Engine[] = [];
  return {
    async files(files) {
      const all: Answered[] = [];
      for (const { path, object } of files) {
        const known = { memory: options.memory, ...(object ? { object } : {}) };
        all.push(...(await read((limits) => engines.files(path, known, limits), null, [{ table: path, object }])));
      }
      return all;
    },
    async database() {
      const { source } = request;
      if (source === null) return [];
      const { place, warnings, seconds } = sourceOf(source.url);
      if (warnings.includes("tls-off")) voice.tell(voice.engine.tlsOff(place));
      return read((limits) => engines.connect(source.url, limits), seconds, source.tables);
    },
    async close() {
      for (const engine of open) await engine.close().catch(() => undefined);
    },
  };

  /** `seconds` is how long a statement may take where the command line does not say. */
  function read(opening: Opening, seconds: number | null, tables: Tables): Promise<readonly Answered[]> {
    return inWords(voice, async () => {
      const progress = readingTo(process.stderr, voice.engine);
      const engine = await opening({ seconds: request.seconds ?? seconds ?? defaultSeconds, progress: progress.show });
      open.push(engine);
      const all: Answered[] = [];
      try {
        for (const { table, object } of tables) {
          progress.start(table);
          const { import: grouped, history, answer } = await engines.rollup(engine, table, { ...options, ...(object ? { object } : {}) });
          progress.end();
          tellGrouped(table, grouped, voice);
          all.push({ path: table, read: grouped, ...(history ? { history } : {}), answer });
        }
      } finally {
        progress.end();
      }
      return all;
    });
  }
}

/** What may not have been meant, said while the rest is still being read. */
const toldAtOnce: ReadonlySet<IssueKind> = new Set(["other-type", "file-other", "file-empty"]);

function tellGrouped(table: string, read: Import, { engine: say, text, tell }: Voice): void {
  const { groups, count, issues } = read.reading;
  const what = text.objects[read.recognition.object];
  tell(groups ? say.grouped(table, what, recordCount(read.reading), count) : say.rowByRow(table, what, count));
  for (const issue of issues) if (toldAtOnce.has(issue.kind)) tell(`${table}: ${text.issues[issue.kind](issue)}`);
  if (!groups) return;
  if (!groups.eachOpen && read.recognition.object === "deal") tell(say.openGrouped(table));
  if (!groups.eachOpen && read.recognition.object === "lead") tell(say.leadsGrouped(table));
  if (groups.leftOut.length > 0) tell(say.leftOut(table, groups.leftOut.map((field) => (text.fields as Readonly<Record<string, string>>)[field] ?? field)));
}
