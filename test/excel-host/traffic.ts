// What went over the wire.

export class Traffic {
  requests = 0;
  /** Requests that do more than release what office.js kept. */
  syncs = 0;
  /** Characters sent, and those of the largest request and answer. */
  bytes = 0;
  largest = 0;
  largestAnswer = 0;
  /** Characters of all answers. */
  answers = 0;

  add(bytes: number, isSync: boolean): void {
    this.requests += 1;
    this.syncs += isSync ? 1 : 0;
    this.bytes += bytes;
    this.largest = Math.max(this.largest, bytes);
  }

  answered(bytes: number): void {
    this.answers += bytes;
    this.largestAnswer = Math.max(this.largestAnswer, bytes);
  }

  reset(): void {
    Object.assign(this, { requests: 0, syncs: 0, bytes: 0, largest: 0, largestAnswer: 0, answers: 0 });
  }
}
