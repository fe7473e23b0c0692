// `setCellProperties`: formats of many cells in one call, cell by cell.

import type { Range } from "./range";
import { invalid, type Wire } from "./wire";

/** Writes what each cell's object says; members go by their names in the script. */
export function setCellProperties(range: Range, properties: readonly (readonly Excel.SettableCellProperties[])[]): void {
  properties.forEach((row, down) => row.forEach((cell, across) => assign(range.GetCell(down, across), cell)));
}

function assign(target: Wire, properties: object): void {
  for (const [name, value] of Object.entries(properties) as [string, unknown][]) {
    const member = name.charAt(0).toUpperCase() + name.slice(1);
    if (!target.has(member)) invalid(`${target.type} has no member ${name}.`);
    const child = member === "Hyperlink" ? null : target.read(member);
    if (member === "Borders") assignBorders(child as Wire, value as Record<string, object>);
    else if (child && typeof child === "object" && "type" in child) assign(child as Wire, value as object);
    else target.write(member, value);
  }
}

const sides: Readonly<Record<string, string>> = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight", horizontal: "InsideHorizontal", vertical: "InsideVertical", diagonalDown: "DiagonalDown", diagonalUp: "DiagonalUp" };

function assignBorders(borders: Wire, properties: Readonly<Record<string, object>>): void {
  for (const [side, border] of Object.entries(properties)) assign(borders.call("GetItem", [sides[side] ?? invalid()]) as Wire, border);
}
