// What the ribbon's buttons do, with and without an Excel that opens the pane for them.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { answerRibbon } from "../../src/commands/ribbon";
import { inOffice, type PretendOffice } from "./pretend-office";

let office: PretendOffice;
const gone: string[] = [];

beforeEach(() => {
  office = inOffice();
  gone.length = 0;
  answerRibbon((place) => gone.push(place));
});

it.each(["refresh", "functions"])("brings the pane to %s and opens it", (button) => {
  expect(office.press(button)).toBe("completed");
  expect(gone).toEqual([button]);
  expect(office.opened).toBe(1);
});

it("is done also where Excel does not open the pane", () => {
  office.refuses("showAsTaskpane");
  expect(office.press("refresh")).toBe("completed");
  expect(gone).toEqual(["refresh"]);
});

it("is done also where Excel never answers whether it opened the pane", () => {
  office.ignores("showAsTaskpane");
  expect(office.press("functions")).toBe("completed");
});

it("is done also where the pane cannot go there", () => {
  answerRibbon(() => {
    throw new Error("no pane");
  });
  expect(() => office.press("functions")).toThrow("no pane");
  expect(office.completed).toBe(1);
});

it("answers every action of the manifest", () => {
  const xml = readFileSync(resolve(__dirname, "../../manifest.xml"), "utf8");
  const actions = [...xml.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name);
  expect(actions).toEqual(office.actions());
});
