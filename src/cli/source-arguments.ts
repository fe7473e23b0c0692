// Which database, and which of its tables holds what? `--source clickhouse://crm@warehouse:8123/sales --deal opportunities`.

import { objects, type ObjectKind } from "../crm/reading";
import { engineTextIn } from "../text/engine";
import { UsageError } from "./usage-error";

export interface SourceArgument {
  readonly url: string;
  readonly tables: readonly { readonly object: ObjectKind; readonly table: string }[];
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** The option that names the table of an object: `stageMove` is typed `--stage-move`. */
export function optionOf(object: ObjectKind): string {
  return object.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option for the table of each object. */
export const tableOptions = Object.fromEntries(objects.map((object) => [optionOf(object), { type: "string" as const }]));

/** The database of a command line; null where none is named. Throws a UsageError, which never holds the address: it may have a password in it. */
export function sourceOf(values: Values): SourceArgument | null {
  const say = engineTextIn("en");
  const { source: url } = values;
  if (values["password"] !== undefined || hasPassword(url)) throw new UsageError(say.noPassword);
  const tables = objects.flatMap((object) => {
    const table = values[optionOf(object)];
    return typeof table === "string" ? [{ object, table }] : [];
  });
  const [first] = tables;
  if (typeof url !== "string") {
    if (first) throw new UsageError(say.noSource(`--${optionOf(first.object)}`));
    return null;
  }
  if (!/^[a-z][a-z0-9+.-]+:\/\/[^/]/i.test(url)) throw new UsageError(say.notASource);
  if (tables.length === 0) throw new UsageError(say.noTables);
  return { url, tables };
}

/** Seconds a statement may take. Throws a UsageError. */
export function secondsOf(word: string): number {
  const seconds = Number(word);
  if (!/^\d+$/.test(word) || seconds < 1 || seconds > 86_400) throw new UsageError(engineTextIn("en").badSeconds(word));
  return seconds;
}

/** A colon between the `//` and the last `@` parts a password from a user. */
function hasPassword(url: unknown): boolean {
  return typeof url === "string" && (/\/\/[^/?#]*:[^/?#]*@/.test(url) || /\/\/[^@/]*:.*@/.test(url) || /[?&][^=]*pass(word|wd)?=/i.test(url));
}
