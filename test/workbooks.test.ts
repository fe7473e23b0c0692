// Whole workbooks from the samples and from real exports: LibreOffice computes what we wrote, and every part passes the schemas.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import type { Language } from "../src/text/language";
import { schemaErrors, schemasAbsent } from "./hosts/schema";
import { isInstalled } from "./office";
import { disagreements } from "./recalculate";
import { planOfFiles } from "./sample-book";
import { describeWithShared, sharedData } from "./shared-data";

const samples = resolve(__dirname, "../templates/samples");

async function bookOf(paths: readonly string[], language: Language, asOf: string): Promise<Uint8Array> {
  return writeXlsxInNode(await planOfFiles(paths, language, asOf));
}

async function check(bytes: Uint8Array): Promise<void> {
  expect(await disagreements(bytes)).toEqual([]);
  if (schemasAbsent === null) expect((await schemaErrors(bytes)).errors).toEqual([]);
}

const run = isInstalled("soffice") ? it : it.skip;

describe("a workbook from a sample", () => {
  run.each([
    ["hubspot-deals-en.csv hubspot-activities-en.csv", "en"],
    ["fxiaoke-deals-zh.csv fxiaoke-activities-zh.csv", "zh-CN"],
    ["salesforce-deals-en.csv", "zh-CN"],
    ["pipedrive-deals-zh.csv", "en"],
    ["dynamics-deals-en.csv", "en"],
    ["zoho-deals-zh.csv", "zh-CN"],
  ] as const)("from %s in %s is computed the same by LibreOffice", async (files, language) => {
    const paths = files.split(" ").map((file) => join(samples, file));
    expect(paths.every(existsSync)).toBe(true);
    await check(await bookOf(paths, language, "2026-11-23"));
  }, 240_000);
});

describeWithShared("a workbook from a real export", () => {
  run.each([
    ["maven_crm/sales_pipeline.csv maven_crm/accounts.csv maven_crm/sales_teams.csv maven_crm/products.csv", "en", "2017-12-31"],
    ["salesforce_export/Opportunity.csv salesforce_export/User.csv", "zh-CN", "2026-11-23"],
    ["cn_auto_crm/线索_gb18030.csv cn_auto_crm/交易.csv cn_auto_crm/市场活动.csv cn_auto_crm/客户.csv", "zh-CN", "2024-01-01"],
    ["nasty/02_fxiaoke_cn_amounts.tsv", "zh-CN", "2026-11-23"],
    ["nasty/03_hubspot_mixed_dates.csv", "en", "2026-11-23"],
    ["nasty/07_formula_injection.csv", "en", "2026-11-23"],
    ["nasty/12_wide_200_columns.tsv", "en", "2026-11-23"],
  ] as const)("from %s in %s is computed the same by LibreOffice", async (files, language, asOf) => {
    const paths = files.split(" ").map((file) => sharedData(file) ?? "");
    await check(await bookOf(paths, language, asOf));
  }, 240_000);
});

describe("a workbook", () => {
  it("has the same bytes for the same input", async () => {
    const paths = [join(samples, "hubspot-deals-en.csv")];
    const [one, two] = [await bookOf(paths, "en", "2026-11-23"), await bookOf(paths, "en", "2026-11-23")];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
