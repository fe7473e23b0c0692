// From the address of a database to an open engine.

import { userInfo } from "node:os";
import { openClickHouse } from "./clickhouse";
import { clickHouseDialect } from "./dialects/clickhouse";
import { postgresDialect } from "./dialects/postgres-family";
import type { Engine, Limits } from "./engine";
import { passwordFor, type Environment } from "./passwords";
import { openPostgres } from "./postgres";
import { sourceOf } from "./source";

/** Opens a read-only session within the limits, whatever time the address names. Throws a SourceProblem or an EngineProblem. */
export async function connect(address: string, limits: Limits, env: Environment): Promise<Engine> {
  const source = sourceOf(address);
  switch (source.family) {
    case "clickhouse": {
      const user = source.user ?? env.CLICKHOUSE_USER ?? "default";
      return openClickHouse(source, user, passwordFor(source, user, env), limits, clickHouseDialect);
    }
    case "postgres": {
      const user = source.user ?? env.PGUSER ?? userInfo().username;
      return openPostgres(source, user, passwordFor(source, user, env), limits, postgresDialect);
    }
  }
}
