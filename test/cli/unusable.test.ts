import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linked, readFiles, recordsOf } from "../../src/cli/files";
import { textIn } from "../../src/text/language";

const text = textIn("en");
const folder = mkdtempSync(join(tmpdir(), "salesbook-unusable-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

it("refuses a table of which no column is known, whatever the user says it holds", async () => {
  const path = join(folder, "other.csv");
  writeFileSync(path, "Planet,Moons,Mass\nEarth,1,5\nMars,2,3\n");
  const files = await readFiles([{ path, object: "deal" }], text);
  expect(() => linked(recordsOf(files, text, () => undefined))).toThrow(`${path}: no column in row 1 (Planet, Moons, Mass) is known.`);
});

it("says that a path is a folder, or leads nowhere", async () => {
  await expect(readFiles([{ path: folder, object: null }], text)).rejects.toThrow(`${folder} could not be opened: it is a folder.`);
  await expect(readFiles([{ path: join(folder, "none.csv"), object: null }], text)).rejects.toThrow("there is no such file");
});

it.each([
  ["people.csv", "Lead Owner,Colour,Shape,Size,Weight\nMax,red,round,1,2\nIvy,blue,square,3,4\n", "lead"],
  ["answers.csv", "Respondent,Colour,Shape,Comment\nMax,red,round,nice\nIvy,blue,square,slow\n", "survey"],
])("suggests what the rows of %s most likely are", async (name, content, object) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const files = await readFiles([{ path, object: null }], text);
  expect(() => recordsOf(files, text, () => undefined)).toThrow(`Say what they are, for example ${object}=${path} (the words are deal, lead, account, activity, stageMove, spend, order, survey, rep).`);
});
