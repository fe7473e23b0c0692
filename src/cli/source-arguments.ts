// Which database, and which of its tables holds what? `--source clickhouse://crm@warehouse:8123/sales --deal opportunities`.

import { objects, type ObjectKind } from "../crm/reading";
import { SourceProblem, sourceOf } from "../engine/source";
import type { EngineText } from "../text/engine";
import { UsageError } from "./usage-error";

export interface SourceArgument {
  readonly url: string;
  readonly tables: readonly { readonly object: ObjectKind; readonly table: string }[];
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The option that names the table of an object: `stageMove` is typed `--stage-move`. */
function optionOf(object: ObjectKind): string {
  return object.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option for the table of each object. */
export const tableOptions = Object.fromEntries(objects.map((object) => [optionOf(object), { type: "string" as const }]));

/** The database of a command line; null where none is named. Throws a UsageError, which never holds the address: it may have a password in it. */
export function sourceArgument(values: Values, say: EngineText): SourceArgument | null {
  const { source: url } = values;
  if (values["password"] !== undefined) throw new UsageError(say.noPassword);
  const tables = objects.flatMap((object) => {
    const table = values[optionOf(object)];
    return typeof table === "string" ? [{ object, table }] : [];
  });
  if (typeof url === "string") {
    checkAddress(url, say);
    if (tables.length === 0) throw new UsageError(say.noTables);
    return { url, tables };
  }
  const [first] = tables;
  if (first) throw new UsageError(say.noSource(`--${optionOf(first.object)}`));
  return null;
}

function checkAddress(url: string, say: EngineText): void {
  try {
    sourceOf(url);
  } catch (error) {
    if (error instanceof SourceProblem) throw new UsageError(say.source[error.kind](error.found));
    throw error;
  }
}

/** Seconds a statement may take. Throws a UsageError. */
export function secondsOf(word: string, say: EngineText): number {
  const seconds = Number(word);
  if (!/^\d+$/.test(word) || seconds < 1 || seconds > 86_400) throw new UsageError(say.badSeconds(word));
  return seconds;
}
