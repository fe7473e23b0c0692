// The same export gives the same figures wherever and whenever it is read.

import { writeFileSync } from "node:fs";
import { deals, place, samples } from "./program";
import { join } from "node:path";

const { at, salesbook } = place();
const asOf = ["--as-of", "2026-11-23"];

it("gives the same workbook in every zone and language of the computer", () => {
  const book = (env: Readonly<Record<string, string>>) => {
    const { code, out } = salesbook(["build", deals, "-o", "book.xlsx", "--print", "--sheets", "dashboard,funnel", ...asOf], { env, shell: `rm -f book.xlsx; "$@"` });
    return [code, out];
  };
  const here = book({ TZ: "UTC", LC_ALL: "C" });
  expect(here[0]).toBe(0);
  for (const env of [
    { TZ: "America/Sao_Paulo", LC_ALL: "tr_TR.UTF-8" }, { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.GB18030" }, { TZ: "Pacific/Apia", LC_ALL: "th_TH.UTF-8" },
    { TZ: "Pacific/Kiritimati", LC_ALL: "fa_IR.UTF-8" }, { TZ: "America/St_Johns", LC_ALL: "ar_EG.UTF-8" },
  ]) expect([env, book(env)]).toEqual([env, here]);
});

it("reads days that clocks left out or had twice, and no day that was never", () => {
  const days = ["2011-12-30", "2018-11-04", "1991-04-14", "1940-06-03T00:00:00", "2024-02-29", "2100-02-28", "2023-02-29", "2100-02-29"];
  writeFileSync(at("days.csv"), ["Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date", ...days.map((day, row) => `deal ${row},a,Closed Won,1,${day},1940-01-01`)].join("\n"));
  const seen = ["UTC", "Pacific/Apia", "Asia/Shanghai", "America/Sao_Paulo"].map((TZ) => salesbook(["inspect", "days.csv"], { env: { TZ } }).out);
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain("Could not be read, so empty here: 2 cells in “Close Date” (first in line 8, “2023-02-29”)");
});

it("says years of another calendar and figures of other digits, and counts none of them", () => {
  writeFileSync(at("other.csv"), [
    "Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date",
    "a,b,Closed Won,1000,2569-01-02,2568-12-01", "c,d,Closed Won,١٬٢٣٤٫٥٠,02/01/2569,2025-12-01", "e,f,Closed Won,１２３４,٢٠٢٦-٠١-٠٢,2025-12-01", "g,h,Closed Won,1,9999-12-31,2025-12-01",
  ].join("\n"));
  const { out } = salesbook(["inspect", "other.csv"]);
  expect(out).toContain("Year after 2399, so empty here: 3 cells in “Close Date”");
  expect(out).toContain("Could not be read, so empty here: 1 cell in “Amount” (line 3, “١٬٢٣٤٫٥٠”)");
  expect(out).toContain("Could not be read, so empty here: 1 cell in “Close Date” (line 4, “٢٠٢٦-٠١-٠٢”)");
  expect(salesbook(["metrics", "other.csv", ...asOf]).out).toContain("2,235");
});

it("knows headers and words that a Turkish computer made large", () => {
  writeFileSync(at("turkish.csv"), "OPPORTUNİTY NAME,ACCOUNT NAME,STAGE,AMOUNT,PROBABİLİTY (%),CLOSE DATE\na,b,CLOSED WİN,1000,10,2026-01-02\nc,d,CLOSED LOST,1000,10,2026-01-02\n");
  const { out } = salesbook(["inspect", "turkish.csv"], { env: { LC_ALL: "tr_TR.UTF-8" } });
  expect(out).toContain("6 of 6 columns recognised");
});

it("does not count from the day of a clock that has stopped, unless a day is named", () => {
  const env = { CLOCK: "0", TZ: "UTC" };
  expect(salesbook(["metrics", deals], { env })).toMatchObject({ code: 1, out: "", err: "The clock of this computer says 1970-01-01, which cannot be. Set it right, or name the day with --as-of YYYY-MM-DD.\n" });
  expect(salesbook(["metrics", deals, ...asOf], { env }).out).toContain("As of 2026-11-23");
});

it("says when the clock takes a workbook back to an earlier day", () => {
  expect(salesbook(["build", deals, "-o", "late.xlsx", "--sheets", "dashboard"], { env: { CLOCK: "4102444800000", TZ: "UTC" } })).toMatchObject({ code: 0 });
  expect(salesbook(["refresh", "late.xlsx", deals], { env: { CLOCK: "1795348800000", TZ: "UTC" } }).err).toContain("The workbook was as of 2100-01-01, which is after today (2026-11-22 by the clock of this computer)");
});

it("says what to do where Node has no decoder of Chinese, and reads UTF-8 as ever", () => {
  const env = { SMALL_ICU: "yes" };
  // 商机名称,客户名称,阶段 … in GBK.
  writeFileSync(at("gbk.csv"), Buffer.from("c9ccbbfac3fbb3c62cbfcdbba7c3fbb3c62cbdd7b6ce0ac9ccbbfac3fbb3c62cbfcdbba7c3fbb3c62cd3aeb5a50a", "hex"));
  expect(salesbook(["inspect", "gbk.csv"]).out).toContain("gb18030");
  expect(salesbook(["inspect", "gbk.csv"], { env })).toMatchObject({ code: 1, out: "", err: expect.stringContaining("gbk.csv is not in UTF-8, and this Node.js cannot read other encodings") });
  for (const name of ["salesforce-deals-zh.csv", "salesforce-deals-en.csv"]) expect(salesbook(["inspect", join(samples, name)], { env }).out).toBe(salesbook(["inspect", join(samples, name)]).out);
});
