// The ready templates as workbooks, in both languages, as of one day, so that they are the same at every run.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { readyTemplateNames } from "../../src/sheets/template-names";
import { readyTemplate, templateBook } from "../../src/templates";
import { languages } from "../../src/text/language";
import { dayOf } from "../../src/values";

/** File names and bytes. */
export async function readyBooks(): Promise<ReadonlyMap<string, Uint8Array>> {
  const asOf = dayOf(2027, 1, 1);
  if (asOf === null) throw new Error("no such day");
  const books = new Map<string, Uint8Array>();
  for (const name of readyTemplateNames) for (const language of languages) books.set(`${name}.${language}.xlsx`, await writeXlsxInNode(templateBook(readyTemplate(name), language, asOf)));
  return books;
}
