// Requests to Excel: measured before they are sent, cut to a size Excel takes, and smaller after a refusal.

import { isRefused } from "./trouble";

/** Something to be done in Excel. It finds what it needs by name, so that it can be sent again. */
export interface Operation {
  /** About how many bytes of a request it takes; see `costs`. */
  readonly bytes: number;
  /** Table rows it writes, for the progress. */
  readonly rows?: number;
  queue(context: Excel.RequestContext): void;
  /** The same in two parts, for when Excel refuses it whole; absent where it cannot be cut. */
  halves?(): readonly [Operation, Operation];
}

/** What parts of a request weigh: measured on those of office.js 16.0, rounded up. */
export const costs = { range: 620, areas: 720, object: 360, property: 140 } as const;

/** Bytes of one request; Excel on the web refuses five times as many. */
const requestLimit = 1_000_000;

/** One operation of so many paths and properties. */
export function operation(bytes: number, queue: Operation["queue"]): Operation {
  return { bytes, queue };
}

/** The bytes a value takes in a request. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}

interface Sending {
  /** Called after each request with the table rows it wrote. */
  readonly wrote?: (rows: number) => void;
  /** Called before each request; throws to stop. */
  readonly pause?: () => void;
}

/** Sends all operations in their order, as many to a request as fit; a refused request is sent again in halves. */
export async function send(context: Excel.RequestContext, operations: readonly Operation[], { wrote, pause }: Sending = {}): Promise<void> {
  let limit = requestLimit;
  let rest = [...operations].reverse();
  while (rest.length > 0) {
    pause?.();
    const batch = nextBatch(rest, limit);
    try {
      await sync(context, batch);
      wrote?.(batch.reduce((rows, one) => rows + (one.rows ?? 0), 0));
    } catch (error) {
      if (!isRefused(error)) throw error;
      const smaller = cut(batch);
      if (!smaller) throw error;
      rest = [...rest, ...[...smaller].reverse()];
      limit = Math.max(1, Math.floor(Math.min(limit, sizeOf(batch)) / 2));
    }
  }
}

/** Takes from the end of `rest`, which is in reverse. */
function nextBatch(rest: Operation[], limit: number): readonly Operation[] {
  const batch: Operation[] = [];
  let bytes = 0;
  for (let next = rest.at(-1); next && (batch.length === 0 || bytes + next.bytes <= limit); next = rest.at(-1)) {
    batch.push(next);
    bytes += next.bytes;
    rest.pop();
  }
  return batch;
}

async function sync(context: Excel.RequestContext, batch: readonly Operation[]): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const one of batch) one.queue(context);
  await context.sync();
}

/** A request of several operations is cut between them, one of one operation inside it. */
function cut(batch: readonly Operation[]): readonly Operation[] | null {
  const [only] = batch;
  return batch.length > 1 ? batch : (only?.halves?.() ?? null);
}

function sizeOf(batch: readonly Operation[]): number {
  return batch.reduce((bytes, one) => bytes + one.bytes, 0);
}
