// Seconds and megabytes of DuckDB over one file of deals: typing, one group-by, the whole rollup. `tsx bench/scale/duck.ts deals.csv`.

import { readFileSync, statSync } from "node:fs";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup } from "../../src/engine/rollup";

const groupBy = `select case "Stage" when 'Closed Won' then 'won' when 'Closed Lost' then 'lost' else 'open' end as outcome, "Stage", "Opportunity Owner", date_trunc('month', "Close Date")::date - date '1899-12-30' as month, count(*), sum("Amount") from records group by all order by all`;

async function main(path: string): Promise<void> {
  const begun = Date.now();
  const engine = await duckFiles([path]);
  const table = await engine.table("");
  say("typed", begun, `${table.rowsRead} rows of ${Math.round(statSync(path).size / 1e6)} MB; unreadable ${JSON.stringify(table.unreadable)}; ${JSON.stringify(table.issues)}`);
  const asked = Date.now();
  const groups = await engine.rows({ sql: groupBy, parameters: [] }, 200_000);
  say("group-by", asked, `${groups.length} groups`);
  const rolled = Date.now();
  const made = await rollup(engine, table, { breaks: [], mostRows: 0, at: new Date().toISOString() });
  say("rollup", rolled, `${made.import.reading.count} rows`);
  await engine.close();
  say("all", begun, "");
}

function say(what: string, since: number, more: string): void {
  const cpu = process.cpuUsage();
  console.log(`${what}: ${((Date.now() - since) / 1000).toFixed(1)} s, ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processors in all, peak ${peakMegabytes()} MB; ${more}`);
}

function peakMegabytes(): number {
  return process.platform === "linux" ? Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024) : Math.round(process.resourceUsage().maxRSS / 1024);
}

void main(process.argv[2]!);
