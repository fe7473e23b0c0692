// From a query in pieces to one statement with its parameters apart. Kysely does nothing else here: it opens no connection.

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryCompiler, type RawBuilder } from "kysely";
import type { Statement } from "./engine";

type Compile = (query: RawBuilder<unknown>) => Statement;

// Classes first: they are not there before their line.
class ClickHouseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return name.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  }

  protected override sanitizeStringLiteral(value: string): string {
    return value.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  }
}

class QuestionMarkCompiler extends PostgresQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return "?";
  }
}

/** Names in double quotes, parameters as `$1`. */
export const compileForPostgres: Compile = compilerOf(() => new PostgresQueryCompiler());

/** As for PostgreSQL, but within a quoted name or text the backslash and the quote have a backslash before them. */
export const compileForClickHouse: Compile = compilerOf(() => new ClickHouseCompiler());

/** Names in double quotes, parameters as `?`. */
export const compileForTrino: Compile = compilerOf(() => new QuestionMarkCompiler());

function compilerOf(createQueryCompiler: () => QueryCompiler): Compile {
  const kysely = new Kysely<Record<string, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler,
    },
  });
  return (query) => {
    const { sql, parameters } = query.compile(kysely);
    return { sql, parameters: parameters as Statement["parameters"] };
  };
}
