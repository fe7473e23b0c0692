// What an error of Office means: each becomes a trouble the user can do something about.

import { HostError, type HostTrouble } from "../live";

/** Any error as one of ours. */
export function hostError(error: unknown): HostError {
  return error instanceof HostError ? error : new HostError([troubleOf(error)]);
}

/** Whether Excel would not take a request, or give an answer, for its size. */
export function isTooLarge(error: unknown): boolean {
  return /^(Request|Response)PayloadSizeLimitExceeded$/.test(codeOf(error));
}

/** Whether Excel would not take a request for its size: then nothing of it was done, and it may be sent in pieces. */
export function isRefused(error: unknown): boolean {
  return codeOf(error) === "RequestPayloadSizeLimitExceeded";
}

function troubleOf(error: unknown): HostTrouble {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (code === "InvalidOperation" && /cell.?edit/i.test(said)) return { kind: "cell-edit" };
  return troubles[code] ?? { kind: "unknown", code, said: [said, placeIn(error)].filter((text) => text !== "").join(" @ ") };
}

const [lost, refused, readOnly, crowded]: readonly HostTrouble[] = [{ kind: "session-lost" }, { kind: "refused" }, { kind: "read-only" }, { kind: "no-room", sheet: "" }];
const elsewhere: HostTrouble = { kind: "co-author", sheet: "" };
const old: HostTrouble = { kind: "api-missing", set: "ExcelApi 1.9" };

/** By the codes of Office; a place is empty where the code does not say it. */
const troubles: Readonly<Record<string, HostTrouble | undefined>> = {
  InvalidOperationInCellEditMode: { kind: "cell-edit" },
  HostRestartNeeded: lost, InvalidOrTimedOutSession: lost, InvalidRequestContext: lost, ConnectionFailure: lost, RequestAborted: lost,
  RequestPayloadSizeLimitExceeded: refused, ResponsePayloadSizeLimitExceeded: refused, OperationCellsExceedLimit: refused,
  AccessDenied: readOnly,
  NonBlankCellOffSheet: crowded, RangeExceedsLimit: crowded,
  Conflict: elsewhere, InsertDeleteConflict: elsewhere,
  MergedRangeConflict: { kind: "merged", sheet: "", address: "" },
  FilteredRangeConflict: { kind: "filtered", sheet: "", table: "" },
  InactiveWorkbook: { kind: "other-workbook" },
  ApiNotFound: old, ApiNotAvailable: old, NotImplemented: old, UnsupportedOperation: old,
};

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Where in the request it stopped: `Range.values`. */
function placeIn(error: unknown): string {
  const info = typeof error === "object" && error !== null && "debugInfo" in error ? (error.debugInfo as { errorLocation?: string } | undefined) : undefined;
  return info?.errorLocation ?? "";
}
