// The ready workbooks are what the templates make (`npm run templates`), can be read, and compute.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readyBooks } from "../../templates/ready/books";
import { partsIn } from "../hosts/package";
import { schemaErrors, schemasAbsent } from "../hosts/schema";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";

const folder = resolve(__dirname, "../../templates/ready");
const names = readdirSync(folder).filter((name) => name.endsWith(".xlsx")).sort();

it("are all there, part for part as they are made now", async () => {
  const made = await readyBooks();
  expect(names).toEqual([...made.keys()].sort());
  for (const [name, bytes] of made) expect([name, [...partsIn(new Uint8Array(readFileSync(join(folder, name))))]]).toEqual([name, [...partsIn(bytes)]]);
}, 60_000);

(isInstalled("soffice") ? it : it.skip).each(["saas.en.xlsx", "manufacturing.zh-CN.xlsx"])("%s is computed the same by LibreOffice", async (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  expect(await disagreements(bytes)).toEqual([]);
  if (schemasAbsent === null) expect((await schemaErrors(bytes)).errors).toEqual([]);
}, 120_000);
