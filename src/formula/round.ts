// What does Excel's ROUND make of a number?

/** Half away from zero, by the 15 digits that Excel keeps: 1.005 is 1.01. Never -0. */
export function roundHalf(value: number, digits: number): number {
  const scale = 10 ** digits;
  const size = Math.abs(value) * scale;
  if (size >= 1e15) return value;
  return (Math.sign(value) * Math.round(Number(size.toPrecision(15)))) / scale + 0;
}
