// The workbook's code is loaded once, and again if it did not arrive.

import { laterBook } from "../../src/taskpane/later-book";
import { fakeBook } from "./fake-book";

it("is loaded when something is first asked of it, and once", async () => {
  let loads = 0;
  const book = laterBook(async () => (loads += 1, fakeBook()));
  expect(loads).toBe(0);
  await Promise.all([book.look(), book.repairFunctions()]);
  await book.look();
  expect(loads).toBe(1);
});

it("is loaded again after it did not arrive", async () => {
  let loads = 0;
  const book = laterBook(async () => {
    loads += 1;
    if (loads === 1) throw new Error("Loading chunk office failed.");
    return fakeBook();
  });
  await expect(book.look()).rejects.toThrow("Loading chunk");
  expect(await book.look()).toMatchObject({ isBuilt: false });
});
