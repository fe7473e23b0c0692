// What did the user paste, drop or choose? Sources for the work, whatever the browser hands over.

import type { Source } from "./work";

/** The table or files of a paste or drop; empty where there is nothing to read. */
export async function sourcesOf(data: DataTransfer, name: string): Promise<Source[]> {
  // Excel puts a picture of the cells beside their text: files count only where there is no text.
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  if (html !== "" || text !== "") return [{ name, bytes: null, html: html || null, text: text || null }];
  return filesOf([...data.files]);
}

/** Files as sources, in their order. */
export async function filesOf(files: readonly File[]): Promise<Source[]> {
  return Promise.all(files.map(async (file) => fileSource(file.name, await file.arrayBuffer())));
}

/** Bytes under a name as a source. */
export function fileSource(name: string, bytes: ArrayBuffer): Source {
  return { name, bytes: new Uint8Array(bytes), html: null, text: null };
}
