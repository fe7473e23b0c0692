// Real exports: the workbook from their rows says what the workbook from a rollup of them says, by DuckDB.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectKind } from "../../src/crm/reading";
import { duckFiles } from "../../src/engine/duckdb";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import type { Language } from "../../src/text/language";
import { dayOfIso } from "../../src/values";
import { describeWithShared, sharedData } from "../shared-data";
import { cdnowOrders } from "./customers-made";
import { leftOfShared } from "./same-workbooks-left";
import { allDifferences, differentBlocks, fromEngines, fromRecords, readAll, type Company, type Place } from "./same-workbooks";

jest.setTimeout(120_000);

interface Export {
  readonly name: keyof typeof leftOfShared;
  readonly asOf: string;
  readonly language: Language;
  readonly files: Readonly<Partial<Record<ObjectKind, string>>>;
  readonly grouped: readonly ObjectKind[];
  readonly limits: Partial<RollupLimits>;
}

const folder = mkdtempSync(join(tmpdir(), "salesbook-shared-"));
afterAll(() => rmSync(folder, { recursive: true }));

const realExports: readonly Export[] = [
  { name: "maven", asOf: "2017-12-31", language: "en", files: { deal: "maven_crm/sales_pipeline.csv", account: "maven_crm/accounts.csv" }, grouped: ["deal"], limits: { rows: 2_600 } },
  { name: "salesforce", asOf: "2022-09-30", language: "en", files: { deal: "salesforce_export/Opportunity.csv", account: "salesforce_export/Account.csv" }, grouped: ["deal"], limits: {} },
  { name: "xeducation", asOf: "2018-12-31", language: "en", files: { lead: "xeducation_leads/Leads.csv" }, grouped: ["lead"], limits: {} },
  { name: "cdnow", asOf: "1998-06-30", language: "en", files: { order: "" }, grouped: ["order"], limits: {} },
  { name: "telco", asOf: "2026-06-30", language: "en", files: { account: "telco_churn/IBM_Cognos_Data.csv" }, grouped: ["account"], limits: {} },
  { name: "airlines", asOf: "2026-06-30", language: "en", files: { survey: "nps_airlines/airlines.csv" }, grouped: ["survey"], limits: {} },
  { name: "cnauto", asOf: "2024-06-30", language: "zh-CN", files: { lead: "cn_auto_crm/线索.csv", deal: "cn_auto_crm/交易.csv", account: "cn_auto_crm/客户.csv", spend: "cn_auto_crm/市场活动.csv" }, grouped: ["lead", "deal", "spend"], limits: {} },
];

describeWithShared("a workbook of a real export in groups is the one of rows", () => {
  it.each(realExports)("$name", async ({ name, asOf, language, files, grouped, limits }) => {
    const company: Company = { asOf: dayOfIso(asOf)!, language, files: Object.fromEntries(Object.entries(files).map(([object, path]) => [object, path === "" ? ordersOfCdnow() : sharedData(path)!])) };
    const imports = await readAll(company);
    const places = new Map<ObjectKind, Place>();
    for (const object of grouped) places.set(object, { engine: await duckFiles([company.files[object]!], { known: { object } }), table: "" });
    try {
      const found = allDifferences(fromRecords(company, imports), await fromEngines(company, imports, places, limits));
      expect(differentBlocks(found)).toEqual(leftOfShared[name]);
    } finally {
      for (const { engine } of places.values()) await engine.close();
    }
  });
});

function ordersOfCdnow(): string {
  const path = join(folder, "orders.csv");
  writeFileSync(path, cdnowOrders());
  return path;
}
