// How does a workbook look? Each printed page as a picture, by LibreOffice and poppler.

import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convert, run } from "./office";

/** Writes `name-1.png`, `name-2.png`… for the pages of a workbook into a folder and gives their paths. */
export async function takePictures(bytes: Uint8Array, folder: string, name: string, dotsPerInch = 80): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), "salesbook-pdf-"));
  try {
    await writeFile(join(scratch, "book.pdf"), await convert(bytes, "pdf"));
    await run("pdftoppm", ["-png", "-r", String(dotsPerInch), join(scratch, "book.pdf"), join(folder, name)]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const made = await readdir(folder);
  return made.filter((file) => file.startsWith(`${name}-`) && file.endsWith(".png")).sort().map((file) => join(folder, file));
}
