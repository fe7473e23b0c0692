// Answers what office.js asks in a batch, as far as the runtime of custom functions asks anything: results are handed on.

/** What the runtime says of an invocation: id, whether it went well, the value or the sentence of the error, the error's code. */
export type Result = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

interface Batch {
  readonly Actions: readonly { readonly Id: number; readonly ActionType: number; readonly Name?: string; readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] } }[];
}

const actions = { instantiate: 1, method: 3, trace: 5 } as const;

/** Runs a batch; `take` gets the results of functions in it. */
export function answerBatch(batch: Batch, take: (results: readonly Result[]) => void) {
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const { Id, ActionType, Name, ArgumentInfo } of batch.Actions) {
    if (ActionType === actions.trace) traces.push(Id);
    if (ActionType === actions.method && Name === "SetInvocationArrayResults") take(ArgumentInfo?.Arguments?.[0] as readonly Result[]);
    results.push({ ActionId: Id, Value: ActionType === actions.instantiate ? {} : Name === "_GetEnabledFeatures" ? [] : null });
  }
  return { Results: results, TraceIds: traces };
}

/** An error cell as Excel hands it to a function that takes errors. */
export function errorCell(code: string) {
  return { code, type: "CustomFunctionError" };
}

/** The message that asks the runtime to compute a cell; 4 says that error cells come as values. */
export function invocation(id: number, name: string, parameters: readonly unknown[]): string {
  return JSON.stringify([id, name, parameters, "Sheet1!A1", 4, null]);
}

/** Numbers of the message that carries it: its category and its type. */
export const invoke = { category: 1, type: 1000 } as const;

/** What Excel shows for the codes of the runtime. */
const errorTexts: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

/** What Excel shows of an answer: values, and errors as `#N/A sentence`, also that of the whole call. */
export function shownIn([, ok, value, errorCode]: Result): unknown[][] {
  if (!ok) return [[`${errorTexts[errorCode ?? 0] ?? "?"} ${String(value)}`]];
  return (value as unknown[][]).map((row) => row.map((cell) => (isError(cell) ? `${cell.code} ${cell.message}` : cell)));
}

function isError(cell: unknown): cell is { readonly code: string; readonly message: string } {
  return typeof cell === "object" && cell !== null && "code" in cell;
}
