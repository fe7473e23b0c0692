// Failures a test asks for: at which sync, which, and how much of the batch had taken effect.

/** Office's numbers of what refuses a whole request. */
export const troubles = { requestTooLarge: 5103, responseTooLarge: 5104, cellEdit: 5004, sessionLost: 5012 } as const;

export interface Fault {
  /** One of Office's numbers; an error of Excel's in the answer; or no answer ever, the client being gone. */
  readonly kind: number | "killed" | { readonly code: string; readonly message?: string };
  /** What of the batch took effect: all, nothing, its first actions, or below 1 such a share of them. */
  readonly effect: "whole" | "none" | number;
}

type Asked = Fault["kind"] | keyof typeof troubles;

export class Faults {
  /** Members to refuse with ApiNotFound, as `Table.Resize`. */
  readonly missing = new Set<string>();
  private readonly planned = new Map<number, Fault>();
  private every: Fault | undefined;
  private syncs = 0;

  /** Makes the sync that comes in `syncs` syncs fail; 1 is the next. */
  in(syncs: number, kind: Asked, effect: Fault["effect"] = "none"): void {
    this.planned.set(this.syncs + syncs, { kind: kindOf(kind), effect });
  }

  /** Makes every sync fail from the next on, without effect. */
  always(kind: Asked): void {
    this.every = { kind: kindOf(kind), effect: "none" };
  }

  clear(): void {
    this.planned.clear();
    this.missing.clear();
    this.every = undefined;
  }

  /** Counts a sync; gives what is planned for it. */
  next(): Fault | undefined {
    this.syncs += 1;
    return this.planned.get(this.syncs) ?? this.every;
  }
}

function kindOf(kind: Asked): Fault["kind"] {
  return typeof kind === "string" && kind !== "killed" ? troubles[kind] : kind;
}
