// Failures a test asks for: at which sync, which, and how much of the batch had taken effect.

/** Office's numbers of what refuses a whole request. */
const troubles = { requestTooLarge: 5103, responseTooLarge: 5104, cellEdit: 5004, sessionLost: 5012 } as const;

export interface Fault {
  /** One of Office's numbers; an error of Excel's in the answer; or no answer ever, the client being gone. */
  readonly kind: number | "killed" | { readonly code: string; readonly message?: string };
  /** What of the batch took effect: all, nothing, its first actions, or below 1 such a share of them. */
  readonly effect: "whole" | "none" | number;
}

type Asked = Fault["kind"] | keyof typeof troubles;

/** Ends that Excel is busy. */
interface Busy {
  /** Excel has become busy. */
  readonly reached: Promise<void>;
  goesOn(): void;
  /** What waits is never done; what comes after is. */
  dies(): void;
}

export class Faults {
  /** Members to refuse with ApiNotFound, as `Table.Resize`. */
  readonly missing = new Set<string>();
  private readonly planned = new Map<number, Fault>();
  private every: Fault | undefined;
  private syncs = 0;
  private waiting: { readonly isSo: () => boolean; readonly reached: () => void; readonly until: Promise<void> } | undefined;

  /** Makes the sync that comes in `syncs` syncs fail; 1 is the next. */
  in(syncs: number, kind: Asked, effect: Fault["effect"] = "none"): void {
    this.planned.set(this.syncs + syncs, { kind: kindOf(kind), effect });
  }

  /** Makes every sync fail from the next on, without effect. */
  always(kind: Asked): void {
    this.every = { kind: kindOf(kind), effect: "none" };
  }

  /** Excel answers nothing once this is so: until it goes on, or for ever, the client being gone. */
  busyOnce(isSo: () => boolean): Busy {
    const [reached, going] = [signal(), signal()];
    this.waiting = { isSo, reached: reached.give, until: going.given };
    const dies = () => { this.waiting = undefined; };
    return { reached: reached.given, dies, goesOn: () => (dies(), going.give()) };
  }

  /** Done once Excel takes a request. */
  async free(): Promise<void> {
    if (!this.waiting?.isSo()) return;
    this.waiting.reached();
    await this.waiting.until;
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

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => { give = resolve; });
  return { given, give };
}
