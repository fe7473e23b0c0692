// A table's part: its area, its columns by name and the formulas Excel fills new rows with.

import { areaReference } from "../../sheets/address";
import type { ColumnPlan, TablePlan } from "../../sheets/plan";
import { tableStyles } from "../../sheets/theme";
import { declaration, namespaces, xmlAttribute, xmlText } from "./xml";

export function tableXml(table: TablePlan, id: number): string {
  const { name, top, left, rows, columns, filter } = table;
  const area = areaReference({ top, left, bottom: top + rows, right: left + columns.length - 1 });
  const style = tableStyles[table.style];
  return (
    `${declaration}<table xmlns="${namespaces.main}" id="${id}" name="${xmlAttribute(name)}" displayName="${xmlAttribute(name)}" ref="${area}" totalsRowShown="0">` +
    (filter ? `<autoFilter ref="${area}"/>` : "") +
    `<tableColumns count="${columns.length}">${columns.map(columnXml).join("")}</tableColumns>` +
    `<tableStyleInfo name="${style.name}" showFirstColumn="0" showLastColumn="0" showRowStripes="${style.stripes ? 1 : 0}" showColumnStripes="0"/></table>`
  );
}

function columnXml({ name, formula, array }: ColumnPlan, index: number): string {
  const start = `<tableColumn id="${index + 1}" name="${xmlAttribute(name)}"`;
  if (formula === undefined) return `${start}/>`;
  return `${start}><calculatedColumnFormula${array ? ' array="1"' : ""}>${xmlText(formula)}</calculatedColumnFormula></tableColumn>`;
}
