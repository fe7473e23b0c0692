// What the file says about itself. No dates: the same plan is the same file.

import { declaration, xmlPlain } from "./xml";

export function coreXml(title: string): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlPlain(title)}</dc:title><dc:creator>Salesbook</dc:creator></cp:coreProperties>`
  );
}

/** A program LibreOffice does not know: it then computes every formula anew when it opens the file. */
export function appXml(): string {
  const properties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
  return `${declaration}<Properties xmlns="${properties}"><Application>Salesbook</Application></Properties>`;
}
