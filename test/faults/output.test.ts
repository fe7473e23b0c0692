// Who reads what the program says may stop reading, or not be able to keep it.

import { existsSync, readFileSync } from "node:fs";
import { deals, place } from "./program";

const { at, salesbook } = place();
const asOf = ["--as-of", "2026-11-23"];
const onUnix = process.platform === "win32" ? it.skip : it;

onUnix.each([
  ["inspect", ["inspect", deals]],
  ["metrics", ["metrics", deals, "--json", ...asOf]],
])("ends in peace when who reads stops: %s", (_, words) => {
  expect(salesbook(words, { shell: `set -o pipefail; "$@" | true; exit $?` })).toMatchObject({ code: 0, err: expect.not.stringMatching(/printed|EPIPE/) });
});

onUnix("writes the workbook all the same when nobody reads what is said", () => {
  const ended = salesbook(["build", deals, "-o", "book.xlsx", "--print", ...asOf], { shell: `"$@" 2>&1 | true; exit \${PIPESTATUS[0]}` });
  expect([ended.code, existsSync(at("book.xlsx"))]).toEqual([0, true]);
});

onUnix("writes the workbook with stdin, stdout and stderr closed", () => {
  const ended = salesbook(["build", deals, "-o", "closed.xlsx", ...asOf], { shell: `"$@" <&- >&- 2>&-; exit $?` });
  expect([ended.code, readFileSync(at("closed.xlsx")).subarray(0, 2).toString()]).toEqual([0, "PK"]);
});

const fullDevice = existsSync("/dev/full") ? null : "NOT RUN, no /dev/full: ";
(fullDevice ? it.skip : it)(`${fullDevice ?? ""}says that the file stdout goes to cannot take it, and ends with 1`, () => {
  expect(salesbook(["metrics", deals, ...asOf], { shell: `"$@" > /dev/full; exit $?` })).toMatchObject({ code: 1, err: expect.stringMatching(/^What was asked could not be printed: the disk is full; make room and try again\.$/m) });
});
