// How a value is shown in its cell, and of which type it is.

import { SSF } from "@e965/xlsx";
import { errorTexts } from "./entry";
import type { Cell } from "./grid";

export function textOf(value: Cell, format: string): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (value === "" || format === "@") return String(value);
  return SSF.format(format, value) as string;
}

export function typeOf(value: Cell): `${Excel.RangeValueType}` {
  if (value === "") return "Empty";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "Double";
  return errorTexts.includes(value) ? "Error" : "String";
}
