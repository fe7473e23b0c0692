// Reading the XML of a workbook: flat tags with attributes and text, by any program and with any prefix.

import { unescapeString } from "./xml";

/** One tag: its attributes, and what stands between it and its end. */
interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: string;
}

/** The tags of a name in the order they stand; tags of this name do not hold each other. What does not close is left out. */
export function* tags(xml: string, name: string): Iterable<Tag> {
  const { opening, closing } = patternsOf(name);
  let from = 0;
  let closes = true;
  for (const { 0: tag, 1: written = "", 2: closed, index } of xml.matchAll(opening)) {
    if (index < from || (!closed && !closes)) continue;
    const inside = index + tag.length;
    closing.lastIndex = inside;
    const end = closed ? null : closing.exec(xml);
    // Where nothing closes it, nothing closes what comes after: looking again each time would take for ever.
    if (!closed && !end) closes = false;
    else yield { attributes: attributesOf(written), inner: end ? xml.slice(inside, end.index) : "" };
    from = end ? end.index + end[0].length : inside;
  }
}

interface Patterns {
  readonly opening: RegExp;
  readonly closing: RegExp;
}

const patterns = new Map<string, Patterns>();

/** Made once a name: making one takes longer than most searches. */
function patternsOf(name: string): Patterns {
  const made = patterns.get(name) ?? { opening: new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^<>]*?)?(/?)>`, "g"), closing: new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, "g") };
  patterns.set(name, made);
  return made;
}

/** Attributes by name, without prefixes. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(/(?<![\w.-])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) found.set(name, decodeXml(double ?? single ?? ""));
  }
  return found;
}

/** Text between tags as it was meant. */
function decodeXml(text: string): string {
  const plain = text.includes("<![CDATA[") ? text.replace(/<!\[CDATA\[((?:(?!<!\[CDATA\[)[\s\S])*?)\]\]>/g, (_, inner: string) => inner.replaceAll("&", "&amp;")) : text;
  if (!plain.includes("&")) return plain;
  return plain.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return name ? (named[name.toLowerCase()] ?? "") : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of a string item: its runs joined, without the reading aids over Japanese. */
export function itemText(inner: string): string {
  const spoken = inner.includes("rPh") ? inner.replace(/<(?:[\w.-]+:)?rPh[\s>](?:(?!<(?:[\w.-]+:)?rPh[\s>])[\s\S])*?<\/(?:[\w.-]+:)?rPh\s*>/g, "") : inner;
  let text = "";
  for (const tag of tags(spoken, "t")) text += stringText(tag.inner);
  return text;
}

/** A spreadsheet's string from between tags: line ends as XML reads them, escapes undone. */
export function stringText(xml: string): string {
  return unescapeString(decodeXml(xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml));
}

/** The same XML with the tags of its main namespace without a prefix. */
export function unprefixed(xml: string): string {
  const prefix = /<([\w.-]+):(?:workbook|styleSheet|sst|worksheet|wsDr)[\s>]/.exec(xml)?.[1];
  if (prefix === undefined) return xml;
  return xml.replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1").replace(`xmlns:${prefix}=`, "xmlns=");
}

/** An element as it is written, with all that is in it. */
interface Element {
  readonly name: string;
  /** Its attributes as written. */
  readonly written: string;
  readonly xml: string;
}

/** What stands directly in the outermost element. */
export function childrenOf(xml: string): readonly Element[] {
  const children: Element[] = [];
  let depth = 0;
  let from = { at: 0, name: "", written: "" };
  for (const { 0: tag, 1: end, 2: name = "", 3: written = "", 4: closed, index } of xml.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g)) {
    if (!end && depth === 1) from = { at: index, name, written };
    if (!closed) depth += end ? -1 : 1;
    if (depth === 1 && (closed || end)) children.push({ name: from.name, written: from.written, xml: xml.slice(from.at, index + tag.length) });
  }
  return children;
}
