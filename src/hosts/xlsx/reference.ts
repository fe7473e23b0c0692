// Areas as the parts of a sheet write them.

import { relative } from "../../sheets/address";
import type { Rectangle } from "../../sheets/plan";

/** `A1:C9`, or `A1` for one cell: no dollars. */
export function areaReference({ top, left, bottom, right }: Rectangle): string {
  const first = relative({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${relative({ row: bottom, column: right })}`;
}
