// XML as nested lists: an element with its attributes and what is in it.

import { escaped } from "../html";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** An element; `content` is text or elements. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, content: string | readonly Element[] = []): Element {
  return { name, attributes, content };
}

/** The document, two spaces a level. */
export function documentOf(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${lines(root, "").join("\n")}\n`;
}

function lines({ name, attributes, content }: Element, indent: string): readonly string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ");
  if (typeof content === "string") return [`${indent}<${start}>${escaped(content)}</${name}>`];
  if (content.length === 0) return [`${indent}<${start} />`];
  return [`${indent}<${start}>`, ...content.flatMap((one) => lines(one, `${indent}  `)), `${indent}</${name}>`];
}
