// The pens of charts: fills, lines and writing in DrawingML.

import { xmlPlain } from "./xml";

export const noFill = "<a:noFill/><a:ln><a:noFill/></a:ln>";

/** A solid fill of a `#RRGGBB` colour. */
export function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
}

/** A line so many EMU wide (12,700 to the point). */
export function lineXml(colour: string, width: number): string {
  return `<a:ln w="${width}" cap="rnd">${fillXml(colour)}<a:round/></a:ln>`;
}

/** How texts are set, in hundredths of a point. */
export function textXml(size: number, colour: string, font?: string, bold = false): string {
  const faces = font === undefined ? "" : `<a:latin typeface="${font}"/><a:ea typeface="${font}"/>`;
  const properties = `<a:defRPr sz="${size}" b="${bold ? 1 : 0}">${fillXml(colour)}${faces}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** Nearly white ground under writing that lies over bars. */
export const pale = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="80000"/></a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln>';

/** How writing runs: English beside an axis is turned, Chinese is written downwards. */
type Direction = "level" | "turned" | "downwards";
const directions: Record<Direction, string> = { level: "", turned: ' rot="-5400000" vert="horz"', downwards: ' rot="0" vert="eaVert"' };

/** A title over a chart or beside an axis. */
export function titleXml(text: string, size: number, colour: string, direction: Direction = "level"): string {
  const look = (tag: string, rest: string) => `<a:${tag}${rest} sz="${size}" b="1">${fillXml(colour)}</a:${tag}>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr${directions[direction]}/><a:lstStyle/><a:p><a:pPr>${look("defRPr", "")}</a:pPr>` +
    `<a:r>${look("rPr", ' lang="en-US"')}<a:t>${xmlPlain(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}
