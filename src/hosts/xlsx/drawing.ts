// Where the charts of a sheet lie, and what a screen reader says of them.

import type { ChartPlan } from "../../sheets/plan";
import type { Overlay } from "./overlay";
import { declaration, namespaces, xmlPlain } from "./xml";

/** The drawing of a sheet; chart `i` is its relation `rId(last + i + 1)`. The user's own anchors come after ours. */
export function drawingXml(charts: readonly ChartPlan[], { anchors, written }: Pick<Overlay, "anchors" | "written"> = { anchors: "", written: "" }, last = 0): string {
  const spaces = [["xmlns:xdr", namespaces.sheetDrawing], ["xmlns:a", namespaces.drawing]] as const;
  const missing = spaces.filter(([name]) => !written.includes(`${name}=`)).map(([name, space]) => ` ${name}="${space}"`).join("");
  return `${declaration}<xdr:wsDr${missing}${written}>${charts.map((chart, index) => anchorXml(chart, index, last)).join("")}${anchors}</xdr:wsDr>`;
}

function anchorXml({ name, alt, area }: ChartPlan, index: number, last: number): string {
  const frame = `<xdr:cNvPr id="${last + index + 2}" name="${attribute(name)}" descr="${attribute(alt)}"/>`;
  return (
    '<xdr:twoCellAnchor editAs="oneCell">' + cornerXml("from", area.left, area.top) + cornerXml("to", area.right + 1, area.bottom + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${frame}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${namespaces.chart}"><c:chart xmlns:c="${namespaces.chart}" xmlns:r="${namespaces.relations}" r:id="rId${last + index + 1}"/>` +
    "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

function cornerXml(corner: "from" | "to", column: number, row: number): string {
  return `<xdr:${corner}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${corner}>`;
}

function attribute(text: string): string {
  return xmlPlain(text).replaceAll("\n", "&#10;").replaceAll("\t", " ");
}
