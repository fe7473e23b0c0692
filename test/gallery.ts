// Makes the pictures of docs/gallery: the first printed page of each sheet, in both languages, from the samples; sheets that need more than deals from a company made by chance.

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { linked, readFiles, recordsOf } from "../src/cli/files";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { report } from "../src/report";
import { chosenSheets } from "../src/sheets/chosen";
import { emptyMemory } from "../src/sheets/memory";
import type { WorkbookPlan } from "../src/sheets/plan";
import { textIn } from "../src/text/language";
import { dayOfIso } from "../src/values";
import { everything, everythingAsOf } from "./everything";
import { convert, run } from "./office";

const root = resolve(import.meta.dirname, "..");
const shown = ["start", "dashboard", "goals", "funnel", "journey", "setup", "definitions", "importReport"];
const books = [
  { language: "en", files: ["hubspot-deals-en.csv", "hubspot-activities-en.csv"] },
  { language: "zh-CN", files: ["fxiaoke-deals-zh.csv", "fxiaoke-activities-zh.csv"] },
] as const;

void main();

async function main(): Promise<void> {
  await mkdir(join(root, "docs/gallery"), { recursive: true });
  for (const { language, files } of books) {
    const text = textIn(language);
    const read = await readFiles(files.map((file) => ({ path: join(root, "templates/samples", file), object: null })), text);
    const asOf = dayOfIso("2026-11-23");
    if (asOf === null) throw new Error("no such day");
    await picture(report({ imports: linked(recordsOf(read, text, () => undefined)), memory: emptyMemory, asOf, language, sheets: chosenSheets }), shown);
    const others = chosenSheets.filter((id) => !shown.includes(id));
    await picture(report({ imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosenSheets }), others);
  }
}

/** One picture a sheet: the first page whose footer or title names it. */
async function picture(plan: WorkbookPlan, ids: readonly string[]): Promise<void> {
  const { language } = plan;
  const bytes = await writeXlsxInNode(plan);
  const folder = await mkdtemp(join(tmpdir(), "salesbook-gallery-"));
  try {
    const pdf = join(folder, "book.pdf");
    await writeFile(pdf, await convert(bytes, "pdf"));
    await run("pdftotext", ["-layout", pdf, join(folder, "book.txt")]);
    const pages = (await readFile(join(folder, "book.txt"), "utf8")).split("\f");
    for (const id of ids) {
      const name = plan.sheets.find((sheet) => sheet.id === id)?.name;
      const page = pages.findIndex((lines) => lines.split("\n").some((line) => line.trim() === name || /^(.*\S)\s{2,}(?:Page \d|第 \d)/.exec(line.trim())?.[1] === name));
      if (name === undefined || page < 0) continue;
      const number = String(page + 1);
      await run("pdftoppm", ["-png", "-singlefile", "-r", "90", "-f", number, "-l", number, pdf, join(root, "docs/gallery", `${id}-${language}`)]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
