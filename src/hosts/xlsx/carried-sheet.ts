// A sheet of the user's as it goes into the new file: all as it was, but for the numbers of its shared texts.

import type { SharedStrings } from "./strings";

const cellWithText = /(<((?:[\w.-]+:)?)c\s(?:[^>]*\s)?t\s*=\s*["']s["'][^>]*>\s*<\2v\s*>)\s*(\d+)\s*(?=<)/g;

/** `items` are the shared texts of the file it comes from, between their tags. */
export function carriedSheetXml(xml: string, items: readonly string[], strings: SharedStrings): string {
  return xml
    .replace(/(<(?:[\w.-]+:)?sheetView\s[^>]*?)\s+tabSelected\s*=\s*["'][^"']*["']/g, "$1")
    .replace(cellWithText, (_, start: string, _prefix: string, number: string) => start + strings.item(items[Number(number)] ?? "<t/>"));
}
