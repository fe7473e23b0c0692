// Figures as the results write them.

export function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

export function milliseconds(ms: number): string {
  return `${count(ms)} ms`;
}

export function megabytes(value: number): string {
  return `${value < 10 ? value.toFixed(2) : count(value)} MB`;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** The power of the rows that the time or memory grew with from one size to the next: 1 is linear. */
export function exponent(more: number, fewer: number, moreRows: number, fewerRows: number): number {
  return Math.log(more / fewer) / Math.log(moreRows / fewerRows);
}
