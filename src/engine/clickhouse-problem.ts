// What went wrong at ClickHouse? Its codes, as salesbook tells them apart.

import { EngineProblem, type ProblemKind } from "./engine";
import { codeOf, detailOf, messageOf, networkKind } from "./failure";

const kinds: Readonly<Partial<Record<ProblemKind, readonly number[]>>> = {
  unreachable: [],
  refused: [195, 202],
  password: [192, 193, 194, 516],
  tls: [],
  "no-database": [81],
  "no-table": [60],
  "no-column": [10, 16, 47],
  "time-out": [159, 160],
  lost: [394, 236],
  "too-many-rows": [396],
  "disk-full": [243],
  "no-memory": [173, 241],
  "not-allowed": [164, 291, 497],
  // No connection to a shard, none in time, or one that ended while it was read.
  "shard-missing": [32, 99, 198, 203, 209, 210, 279, 519],
  statement: [],
};

/** The problem that an error of the client means; `open` when the server had answered before. */
export function clickHouseProblem(error: unknown, place: string, password: string | null, open: boolean): EngineProblem {
  if (error instanceof EngineProblem) return error;
  const code = serverCode(error);
  const kind = code === null ? (networkKind(error, open) ?? "statement") : (kindOf(code, error) ?? "statement");
  return new EngineProblem(kind, place, tidy(detailOf(error, password)));
}

/** The code of the server's error; null where the server did not say one. */
export function serverCode(error: unknown): number | null {
  const code = codeOf(error);
  if (/^\d+$/.test(code)) return Number(code);
  const said = /\bCode: (\d+)[.,]/.exec(messageOf(error))?.[1];
  return said === undefined ? null : Number(said);
}

function kindOf(code: number, error: unknown): ProblemKind | undefined {
  // The disk speaks through the code of whatever was writing.
  if (/no space left on device/i.test(messageOf(error))) return "disk-full";
  return (Object.keys(kinds) as ProblemKind[]).find((kind) => kinds[kind]?.includes(code));
}

/** Without what older servers put around the sentence. */
function tidy(line: string): string {
  return line.replace(/^Code: (\d+), e\.displayText\(\) = (DB::)?Exception: /, "$1: ").replace(/, e\.what\(\) = .*$/, "");
}
