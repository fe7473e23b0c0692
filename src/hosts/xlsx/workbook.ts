// The workbook part: the sheets, the defined names, and the wish to be computed anew on opening.

import { areaText, quoteSheet } from "../../sheets/address";
import type { SheetPlan, WorkbookPlan } from "../../sheets/plan";
import { declaration, namespaces, xmlAttribute, xmlText } from "./xml";

/** Sheet `i` is the relation `rId(i + 1)`. */
export function workbookXml(plan: WorkbookPlan): string {
  const sheets = plan.sheets.map(({ name }, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const names = [
    ...plan.sheets.flatMap(repeatedRows),
    ...plan.names.map(({ name, sheet, area, hidden }) => nameXml(name, hiddenIf(hidden), `${quoteSheet(sheet)}!${areaText(area)}`)),
    ...plan.functions.map(({ name, formula, hidden }) => nameXml(name, hiddenIf(hidden), formula)),
  ];
  return (
    `${declaration}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}">` +
    '<workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16200" tabRatio="800"/></bookViews>' +
    `<sheets>${sheets.join("")}</sheets><definedNames>${names.join("")}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

function repeatedRows({ name, print }: SheetPlan, index: number): string[] {
  if (!print.repeatRows) return [];
  const [first, last] = print.repeatRows;
  return [nameXml("_xlnm.Print_Titles", ` localSheetId="${index}"`, `${quoteSheet(name)}!$${first + 1}:$${last + 1}`)];
}

function hiddenIf(hidden: true | undefined): string {
  return hidden ? ' hidden="1"' : "";
}

function nameXml(name: string, attributes: string, text: string): string {
  return `<definedName name="${xmlAttribute(name)}"${attributes}>${xmlText(text)}</definedName>`;
}
