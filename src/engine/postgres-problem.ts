// What went wrong at PostgreSQL? Its SQLSTATEs, as salesbook tells them apart.

import { DatabaseError } from "pg";
import { EngineProblem, type ProblemKind } from "./engine";
import { detailOf, messageOf, networkKind } from "./failure";

/** By whole SQLSTATE, else by its class. */
const kinds: Readonly<Record<string, ProblemKind>> = {
  "28P01": "password",
  "28": "password",
  "3D000": "no-database",
  "3F000": "no-table",
  "42P01": "no-table",
  "42703": "no-column",
  "42501": "not-allowed",
  "25006": "not-allowed",
  "57014": "time-out",
  "57P01": "lost",
  "57P02": "lost",
  "57P03": "refused",
  "53300": "refused",
  "53100": "disk-full",
  "53200": "no-memory",
  "25P03": "lost",
  // The server itself could not reach another: a node of Citus, a foreign table.
  "08": "shard-missing",
};

/** The problem that an error of the driver means; `open` when there was a connection before. */
export function postgresProblem(error: unknown, place: string, password: string | null, open: boolean): EngineProblem {
  if (error instanceof EngineProblem) return error;
  return new EngineProblem(kindOf(error, open), place, detailOf(error, password));
}

function kindOf(error: unknown, open: boolean): ProblemKind {
  const message = messageOf(error);
  if (/^no pg_hba\.conf entry/.test(message)) return /no encryption|SSL off/i.test(message) ? "tls" : "refused";
  if (/client password must be/i.test(message)) return "password";
  if (/no space left on device/i.test(message)) return "disk-full";
  if (error instanceof DatabaseError && error.code) return kinds[error.code] ?? kinds[error.code.slice(0, 2)] ?? "statement";
  return networkKind(error, open) ?? "statement";
}
