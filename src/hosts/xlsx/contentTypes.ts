// The list of what each part is.

import { declaration } from "./xml";
import type { NumberedSheet } from "./write";

export function contentTypesXml(sheets: readonly NumberedSheet[]): string {
  const parts: (readonly [path: string, type: string])[] = [
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["docProps/app.xml", `${office}.extended-properties+xml`],
    ["xl/workbook.xml", `${office}.spreadsheetml.sheet.main+xml`],
    ["xl/theme/theme1.xml", `${office}.theme+xml`],
    ["xl/styles.xml", `${office}.spreadsheetml.styles+xml`],
    ["xl/sharedStrings.xml", `${office}.spreadsheetml.sharedStrings+xml`],
    ...sheets.flatMap(sheetParts),
  ];
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `${parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("")}</Types>`
  );
}

const office = "application/vnd.openxmlformats-officedocument";

function sheetParts({ number, tables, charts }: NumberedSheet): (readonly [path: string, type: string])[] {
  return [
    [`xl/worksheets/sheet${number}.xml`, `${office}.spreadsheetml.worksheet+xml`],
    ...tables.map((table) => [`xl/tables/table${table.number}.xml`, `${office}.spreadsheetml.table+xml`] as const),
    ...(charts.length > 0 ? [[`xl/drawings/drawing${number}.xml`, `${office}.drawing+xml`] as const] : []),
    ...charts.map((chart) => [`xl/charts/chart${chart.number}.xml`, `${office}.drawingml.chart+xml`] as const),
  ];
}
