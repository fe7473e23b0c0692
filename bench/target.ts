// What was promised of each figure, and whether it was kept.

import { table } from "./table";

export interface Target {
  readonly what: string;
  readonly measured: number;
  readonly target: number;
  /** The figure is to be at least the target; without, at most. */
  readonly least?: true;
  readonly shown: (value: number) => string;
}

/** A section of the results, and the targets it speaks of. */
export interface Section {
  readonly lines: readonly string[];
  readonly targets: readonly Target[];
}

/** How far a figure is from its target: up to 1 it is met, above it is missed. */
export function shareOf({ measured, target, least }: Target): number {
  return least ? target / measured : measured / target;
}

/** All targets, what fell behind first. */
export function targetLines(targets: readonly Target[]): string[] {
  const behind = targets.filter((one) => shareOf(one) > 1);
  const line = (one: Target) => [one.what, one.shown(one.measured), `${one.least ? "≥" : "≤"} ${one.shown(one.target)}`, shareOf(one) > 1 ? `**behind**, ${shareOf(one).toFixed(1)} ×` : "met"];
  return [
    "## Targets", "", behind.length === 0 ? `All ${targets.length} are met.` : `${behind.length} of ${targets.length} fell behind.`, "",
    ...table(["What", "Measured", "Target", ""], [...targets].sort((a, b) => shareOf(b) - shareOf(a)).map(line)), "",
  ];
}
