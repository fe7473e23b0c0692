// The list of what each part is.

import type { Carried } from "./carried";
import type { NumberedSheet } from "./numbers";
import { extensionOf } from "./package";
import { declaration, xmlPlain } from "./xml";

export function contentTypesXml(sheets: readonly NumberedSheet[], carried: Carried | null = null): string {
  const kept = (carried?.parts ?? []).map((path) => [path, carried?.file.typeOf(path) ?? ""] as const);
  const parts: (readonly [path: string, type: string])[] = [
    ...(kept.some(([path]) => path === "docProps/core.xml") ? [] : [["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"] as const]),
    ["docProps/app.xml", `${office}.extended-properties+xml`],
    ["xl/workbook.xml", `${office}.spreadsheetml.sheet.main+xml`],
    ["xl/theme/theme1.xml", `${office}.theme+xml`],
    ["xl/styles.xml", `${office}.spreadsheetml.styles+xml`],
    ["xl/sharedStrings.xml", `${office}.spreadsheetml.sharedStrings+xml`],
    ...sheets.flatMap(sheetParts),
    ...kept.filter(([path]) => extensionOf(path) === "xml"),
  ];
  const defaults = new Map([["rels", "application/vnd.openxmlformats-package.relationships+xml"], ["xml", "application/xml"], ...kept.filter(([path]) => extensionOf(path) !== "xml").map(([path, type]) => [extensionOf(path), type] as const)]);
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    [...defaults].map(([extension, type]) => `<Default Extension="${xmlPlain(extension)}" ContentType="${xmlPlain(type)}"/>`).join("") +
    `${parts.map(([path, type]) => `<Override PartName="/${xmlPlain(path)}" ContentType="${xmlPlain(type)}"/>`).join("")}</Types>`
  );
}

const office = "application/vnd.openxmlformats-officedocument";

function sheetParts({ number, tables, charts, hasDrawing }: NumberedSheet): (readonly [path: string, type: string])[] {
  return [
    [`xl/worksheets/sheet${number}.xml`, `${office}.spreadsheetml.worksheet+xml`],
    ...tables.map((table) => [`xl/tables/table${table.number}.xml`, `${office}.spreadsheetml.table+xml`] as const),
    ...(hasDrawing ? [[`xl/drawings/drawing${number}.xml`, `${office}.drawing+xml`] as const] : []),
    ...charts.map((chart) => [`xl/charts/chart${chart.number}.xml`, `${office}.drawingml.chart+xml`] as const),
  ];
}
