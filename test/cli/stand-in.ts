// An engine that groups a file's rows in plain loops: what the command line does with groups can be seen without a database.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Engines } from "../../src/cli/engines";
import { EngineProblem, type Engine, type ProblemKind } from "../../src/engine/engine";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { isProblem } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { answerRows, groupRows } from "../engine/group-rows";
import { openTable } from "../crm/open-table";

interface StandIn extends Engines {
  /** What was asked of it, in order. */
  readonly calls: string[];
  readonly closed: () => number;
}

/** `fails` says at which call the engine is gone, and how; a table of `--source` is a file of `tables`. */
export function standIn({ tables = {}, fails, limits }: { tables?: Readonly<Record<string, string>>; fails?: { at: "open" | "rollup" | "answer"; kind: ProblemKind }; limits?: Partial<RollupLimits> } = {}): StandIn {
  const calls: string[] = [];
  let closed = 0;
  const place = "crm@warehouse:8123/sales";
  const engine = { name: "Stand-in", place, close: async () => { closed += 1; } } as unknown as Engine;
  const failing = (at: "open" | "rollup" | "answer") => {
    if (fails?.at === at) throw new EngineProblem(fails.kind, place, "detail");
  };
  const opened = async (call: string) => {
    calls.push(call);
    failing("open");
    return engine;
  };
  return {
    calls,
    closed: () => closed,
    files: (path) => opened(`files ${basename(path)}`),
    connect: (url) => opened(`connect ${url}`),
    async rollup(_, table, { object, memory, breaks }) {
      calls.push(`rollup ${basename(table)}`);
      failing("rollup");
      const file = tables[table] ?? table;
      const read = await openTable(basename(file), new Uint8Array(readFileSync(file)));
      if (isProblem(read)) throw new Error(read.problem);
      const plain = readExport(read, { memory, ...(object ? { object } : {}) });
      return {
        import: groupRows(plain, { breaks, limits: { newestWon: 5, ...limits } }),
        async answer(questions) {
          calls.push(`answer ${questions.length}`);
          failing("answer");
          return answerRows(plain, questions);
        },
      };
    },
  };
}
