// The engines as the command line reaches them: each is loaded when it is first needed.

import type { ObjectKind } from "../crm/reading";
import type { CustomersAsked } from "../engine/customers";
import type { Engine, Limits } from "../engine/engine";
import type { Known } from "../read-exports";
import type { Answer } from "../crm/groups";
import type { Question } from "../formula/question";
import type { Import } from "../sheets/data/import";
import type { Memory } from "../sheets/memory";
import type { Day } from "../values";

export type Answering = (questions: readonly Question[]) => Promise<ReadonlyMap<string, Answer>>;

/** A table as groups of records, and who answers what groups cannot. */
export interface RolledUp {
  readonly import: Import;
  readonly history?: Import;
  readonly answer: Answering;
}

export interface RollupOptions {
  readonly object?: ObjectKind;
  readonly memory: Memory;
  readonly breaks: readonly Day[];
  readonly customers: CustomersAsked;
}

/** Every way to data too big for a sheet; each throws an EngineProblem. */
export interface Engines {
  /** An engine over a file, a folder or a pattern, which is its one table. */
  files(path: string, known: Known, limits: Limits): Promise<Engine>;
  connect(url: string, limits: Limits): Promise<Engine>;
  rollup(engine: Engine, table: string, options: RollupOptions): Promise<RolledUp>;
}

/** DuckDB in this process, and the databases there are clients for. */
export const realEngines: Engines = {
  async files(path, known, limits) {
    const { duckFiles } = await import(/* webpackChunkName: "duckdb" */ "../engine/duckdb");
    return duckFiles([path], { known, limits });
  },
  async connect(url, limits) {
    const { connect } = await import(/* webpackChunkName: "connect" */ "../engine/connect");
    return connect(url, limits, process.env);
  },
  async rollup(engine, name, options) {
    const { rollup } = await import(/* webpackChunkName: "rollup" */ "../engine/rollup");
    return rollup(engine, await engine.table(name), { ...options, at: new Date().toISOString() });
  },
};
