// The statements of a rollup in the words of each family, kept as text that a person can read; a change shows in the difference.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "../../src/engine/dialect";
import { clickHouseDialect } from "../../src/engine/dialects/clickhouse";
import { duckDbDialect, postgresDialect } from "../../src/engine/dialects/postgres-family";
import { trinoDialect } from "../../src/engine/dialects/trino";
import type { Engine, EngineRow, EngineTable, Statement } from "../../src/engine/engine";
import { rollup } from "../../src/engine/rollup";
import { dayOfIso } from "../../src/values";

const folder = join(__dirname, "golden");
const table: EngineTable = {
  name: "crm.deals",
  path: ["crm", "deals"],
  columns: [
    { name: "Opportunity ID", type: "text" }, { name: "Stage", type: "text" }, { name: "Opportunity Owner", type: "text" }, { name: "Amount", type: "number" }, { name: "Probability (%)", type: "number" },
    { name: "Created Date", type: "day" }, { name: "Close Date", type: "day" }, { name: 'Lead "Source"', type: "text" }, { name: "IsDeleted", type: "flag" },
  ],
  sample: [["1", "Closed Won", "Ivy", "100.5", "100", "2026-01-02", "2026-03-04", "Web", "false"], ["2", "Prospecting", "Max", "20", "10", "2026-01-03", "2026-09-04", "Phone", "false"]],
  unreadable: [],
};

/** Writes down what it is asked and says just enough for the next question. */
function listening(dialect: Dialect, heard: Statement[]): Engine {
  return {
    name: dialect.family, place: "", dialect, mostParameters: 1000,
    table: async () => table,
    rows: async (statement) => {
      heard.push(statement);
      return replyTo(statement.sql);
    },
    close: async () => undefined,
  };
}

function replyTo(sql: string): readonly EngineRow[] {
  if (/part_0/.test(sql)) return [["Closed Won", "100%", 90], ["Closed Lost", "0%", 60], ["Prospecting", "50%", 50]];
  if (/^select closed/.test(sql)) return [[46100, 5]];
  if (/^select distinct/.test(sql)) return [["Ivy"], ["IVY "], ["Max"]];
  if (/IsDeleted/.test(sql) && /^select (cast|toString)/.test(sql)) return [["true", 3], ["false", 200]];
  if (/^select count\(\*\), /.test(sql)) return [[200, 0, 0, 100, 4, 45000, 46000]];
  if (/^select count\(\*\) from \(select distinct/.test(sql)) return [[10]];
  return [];
}

it.each([["duckdb", duckDbDialect], ["postgresql", postgresDialect], ["clickhouse", clickHouseDialect], ["trino", trinoDialect]])("asks %s as written down", async (name, dialect) => {
  const heard: Statement[] = [];
  const { answer } = await rollup(listening(dialect, heard), table, { object: "deal", breaks: [dayOfIso("2026-02-10")!], at: "", mostRows: 0 });
  await answer([
    { object: "deal", ask: "count", field: null, where: [{ field: "owner", operator: "is", operand: "ivy", isDay: false }, { field: "amount", operator: ">=", operand: 50.5, isDay: false }] },
    { object: "deal", ask: "median", field: "cycle", where: [{ field: "outcome", operator: "is", operand: "won", isDay: false }] },
  ]);
  expect(heard.every(({ sql, parameters }) => !sql.includes("Ivy") && parameters.every((one) => one !== undefined))).toBe(true);
  const path = join(folder, `statements-${name}.sql`);
  const text = heard.map(readable).join("\n\n");
  if (!existsSync(path) && process.env["CI"] === undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, "utf8"));
});

/** A line for each part of a statement, and its parameters below. */
function readable({ sql, parameters }: Statement): string {
  let depth = 0;
  const lines = sql.replace(/(\(select )|( from )|( where )|( group by )|( order by )|((?<!\(\*)\) as (?:raw|records|keyed|parts|cells|texts|found|doubles))/g, (part) => {
    if (part === "(select ") return `(\n${"  ".repeat(++depth)}select `;
    if (part.startsWith(")")) return `\n${"  ".repeat(--depth)}${part}`;
    return `\n${"  ".repeat(depth)}${part.trimStart()}`;
  });
  // The long list of words for nothing is the same everywhere.
  const shown = parameters.length > 40 ? `${parameters.length} words for nothing` : parameters.map((one) => JSON.stringify(one)).join(", ");
  return `${lines.replace(/(\$\d+, |\?, ){40,}/g, "…, ")};${parameters.length === 0 ? "" : `\n-- ${shown}`}`;
}
