// Any number of deals as a Salesforce report would export them, the same at every run: `tsx bench/scale/make-deals.ts 10000000 folder`.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** The formats deals are written in, each a file `deals.<format>`. */
export const formats = ["csv", "parquet"] as const;
export type Format = (typeof formats)[number];

/** Writes `count` deals into a folder and gives the paths, in the order of `which`. */
export async function makeDeals(count: number, folder: string, which: readonly Format[] = formats): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "500MB", temp_directory: join(folder, "making") });
  const connection = await instance.connect();
  const paths = which.map((format) => join(folder, `deals.${format}`));
  for (const [at, format] of which.entries()) await connection.run(`copy (${dealsSql(count)}) to '${paths[at]!.replaceAll("'", "''")}' (${options[format]})`);
  connection.closeSync();
  instance.closeSync();
  return paths;
}

const options: Readonly<Record<Format, string>> = { csv: "format csv, header", parquet: "format parquet, compression zstd" };

/** Four of a hundred are open, six of a hundred have no amount; closed ones lie in the four years before 2026-11-28. */
function dealsSql(count: number): string {
  return `
    with drawn as (
      select i, ${draw(1, 100)} < 4 as is_open, ${draw(2, 100)} < 38 as is_won, ${draw(3, 100)} < 6 as has_no_amount,
        ${draw(4, 60)} as owner, ${draw(5, 20000)} as account, ${draw(6, 5)} as step, ${draw(7, 4_000_000)} + 50000 as cents,
        ${draw(8, 1460)} as days_ago, ${draw(9, 170)} + 5 as cycle, ${draw(10, 8)} as source, ${draw(11, 7)} as reason, ${draw(12, 24)} as product, ${draw(13, 6)} as region
      from range(${count}) t(i)
    ), dated as (
      select *, case when is_open then date '2026-11-28' - cycle else date '2026-11-27' - days_ago - cycle end as created from drawn
    )
    select '006' || lpad(i::varchar, 12, '0') as "Opportunity ID",
      'Customer ' || account || ', order ' || i as "Opportunity Name",
      'Customer ' || account || ' Ltd' as "Account Name",
      'Rep ' || lpad((owner + 1)::varchar, 2, '0') as "Opportunity Owner",
      case when not is_open then if(is_won, 'Closed Won', 'Closed Lost') else ${list("step", ["Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"])} end as "Stage",
      case when not has_no_amount then (cents / 100)::decimal(18, 2) end as "Amount",
      'USD' as "Amount Currency",
      case when not is_open then if(is_won, 100, 0) else 10 + 20 * step end as "Probability (%)",
      created as "Created Date",
      case when is_open then date '2026-11-28' + (cycle // 2)::integer else created + cycle end as "Close Date",
      ${list("source", ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Trade Show", "Webinar", "Word of mouth"])} as "Lead Source",
      case when not is_open and not is_won then ${list("reason", ["Price", "No budget", "Lost to competitor", "No decision", "Timing", "Missing feature"])} end as "Loss Reason",
      'Product ' || lpad((product + 1)::varchar, 2, '0') as "Product",
      ${list("region", ["North", "South", "East", "West", "Central"])} as "Region",
      created + (cycle * 3 // 4)::integer as "Last Activity"
    from dated`;
}

/** A whole number below `below`, drawn for the row by its number. */
function draw(salt: number, below: number): string {
  return `(hash(i * 64 + ${salt}) % ${below})::integer`;
}

/** The word at a place; null beyond the last. */
function list(place: string, words: readonly string[]): string {
  return `([${words.map((word) => `'${word}'`).join(", ")}])[${place} + 1]`;
}

if (require.main === module) {
  const [count = "1000000", folder = "."] = process.argv.slice(2);
  void makeDeals(Number(count), folder).then((paths) => console.log(paths.join("\n")));
}
