// For every object and every sheet: the workbook from rows says what the workbook from a rollup says, by DuckDB, three ClickHouse shards and PostgreSQL.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../src/engine/connect";
import { duckFiles } from "../../src/engine/duckdb";
import type { Engine } from "../../src/engine/engine";
import type { ObjectKind } from "../../src/crm/reading";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { Import } from "../../src/sheets/data/import";
import type { Language } from "../../src/text/language";
import { everythingAsOf, exportTexts, small } from "../everything";
import { historyText } from "./history-made";
import { allDifferences, differentBlocks, fromEngines, fromRecords, readAll, type Company, type Place } from "./same-workbooks";
import { leftOfEverything } from "./same-workbooks-left";
import { loadTable } from "./server-tables";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(1_800_000);

const grouped = ["deal", "lead", "activity", "stageMove", "order", "spend"] as const;
const stages = {
  en: ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"],
  "zh-CN": ["初步接洽", "需求确认", "方案报价", "商务谈判", "赢单", "输单"],
} as const;

describeWith(clickHouseServer && postgresPrograms, "clickhouse-server or postgresql", "a workbook of everything, six objects of it in groups, is the one of rows", () => {
  let folder: string;
  let cluster: ClickHouseCluster;
  let postgres: Postgres;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "salesbook-workbooks-"));
    [cluster, postgres] = await Promise.all([startClickHouse(3), startPostgres()]);
  });

  afterAll(async () => {
    await Promise.all([cluster?.stop(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(["en", "zh-CN"] as const)("in %s", (language) => {
    let company: Company;
    let imports: readonly Import[];
    let records: WorkbookPlan;
    const files = new Map<ObjectKind, Place>();
    let servers: Record<"ClickHouse" | "PostgreSQL", Engine>;

    beforeAll(async () => {
      const texts = { ...exportTexts(language, { ...small, deal: 700, activity: 900 }), stageMove: historyText(700, stages[language], { withFrom: true, isClear: true }) };
      company = { files: Object.fromEntries(Object.entries(texts).map(([object, text]) => [object, written(`${object}-${language}.csv`, text)])), asOf: everythingAsOf, language };
      imports = await readAll(company);
      records = fromRecords(company, imports);
      for (const object of grouped) {
        const engine = await duckFiles([company.files[object]!], { known: { object } });
        files.set(object, { engine, table: "" });
        await loadTable(tableOf(object, language), engine, await engine.table(""), cluster, postgres);
      }
      servers = {
        ClickHouse: await connect(`clickhouse://127.0.0.1:${cluster.port}/default`, { seconds: 600 }, {}),
        PostgreSQL: await connect(`postgres://crm@127.0.0.1:${postgres.port}/sales`, { seconds: 600 }, { SALESBOOK_PASSWORD: postgresPassword }),
      };
    });

    afterAll(() => Promise.all([...[...files.values()].map(({ engine }) => engine), ...Object.values(servers ?? {})].map((engine) => engine.close())));

    it.each(["DuckDB", "ClickHouse", "PostgreSQL"] as const)("by %s", async (name) => {
      const places = name === "DuckDB" ? files : new Map(grouped.map((object): [ObjectKind, Place] => [object, { engine: servers[name], table: `${name === "PostgreSQL" ? "crm." : ""}${tableOf(object, language)}` }]));
      const found = allDifferences(records, await fromEngines(company, imports, places, { rows: 560, newestWon: 60 }));
      expect(differentBlocks(found)).toEqual(leftOfEverything[language]);
    });
  });

  function written(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }
});

function tableOf(object: ObjectKind, language: Language): string {
  return `${object.toLowerCase()}_${language.slice(0, 2)}`;
}
