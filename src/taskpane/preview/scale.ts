// Where on an axis does a value lie, and which round values are written at it?

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** 0 at `min`, 1 at `max`. */
  at(value: number): number;
}

/** A scale with round ends over all values and zero. */
export function scaleOf(values: readonly number[], fixedMin?: number, fixedMax?: number): Scale {
  const low = fixedMin ?? Math.min(0, ...values);
  const high = fixedMax ?? Math.max(0, ...values);
  const step = roundStep((high - low || 1) / 4);
  const min = fixedMin ?? Math.floor(low / step) * step;
  const max = fixedMax ?? (Math.ceil(high / step) * step || step);
  const count = Math.round((max - min) / step);
  return {
    min,
    max,
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toPrecision(12))).filter((tick) => tick <= max),
    at: (value) => (value - min) / (max - min || 1),
  };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10) * power;
}

/** The numbers among a chart's values. */
export function numbersIn(values: readonly (string | number | boolean | null)[]): number[] {
  return values.filter((value): value is number => typeof value === "number");
}
