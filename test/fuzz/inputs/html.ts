// HTML of a clipboard: tables well made, badly nested, cut off, with scripts and styles among the cells.

import fc from "fast-check";
import { corpusHtml } from "./corpus";
import { cellText, changed, changes, rows } from "./texts";

const tags = ["table", "tr", "td", "th", "tbody", "thead", "colgroup", "col", "p", "div", "br", "span", "b", "a", "script", "style", "template", "title", "noscript", "textarea", "svg", "math", "select", "option", "li", "h1", "plaintext", "xmp", "iframe", "img", "!--", "![CDATA[", "?xml", "!doctype html"];
const attributes = ["", " colspan=2", " rowspan=3", ' colspan="0"', ' rowspan="-1"', ' colspan="1e3"', ' colspan="99999999999"', ' rowspan="65536"', ' style="display:none"', " hidden", ' a="&quot;<"', " =", ' "', " colspan", ` title='${"x".repeat(50)}'`];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.record({ tag: fc.constantFrom(...tags), attribute: fc.constantFrom(...attributes), close: fc.constantFrom(">", "/>", "", " >") }).map(({ tag, attribute, close }) => `<${tag}${attribute}${close}`) },
  { weight: 4, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
  { weight: 4, arbitrary: cellText },
  { weight: 1, arbitrary: fc.constantFrom("&nbsp;", "&lt;", "&", "&#", "&#x110000;", "&#55296;", "&#0;", "-->", "<!--StartFragment-->", "<!--EndFragment-->", "<![endif]>", "<![if supportMisalignedColumns]>") },
);

/** Rows as a table, their texts escaped or not. */
const table = fc.record({ rows, escaped: fc.boolean(), spans: fc.array(fc.constantFrom(...attributes), { maxLength: 12 }) }).map(({ rows: made, escaped, spans }) => {
  const shown = (cell: string) => (escaped ? cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : cell);
  return `<table>${made.map((row, at) => `<tr>${row.map((cell, column) => `<td${spans[(at * 5 + column) % 13] ?? ""}>${shown(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
});

const broken = fc.record({ html: fc.oneof(fc.constantFrom(...corpusHtml()), table), all: changes }).map(({ html, all }) => changed(html, all));

/** Any HTML. */
export const anyHtml = fc.oneof({ weight: 2, arbitrary: table }, { weight: 2, arbitrary: fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join("")) }, { weight: 3, arbitrary: broken });
