// The shared Maven CRM deals, cut by papaparse alone: these tests are about figures, not about reading.

import { readFileSync } from "node:fs";
import { parse } from "papaparse";
import { sharedData } from "../shared-data";
import type { MadeDeal, Making } from "./made";

const outcomes: Readonly<Record<string, "won" | "lost">> = { Won: "won", Lost: "lost" };

/** As of the last day of the data unless another is given. */
export function maven(asOf = "2017-12-31"): Making {
  const path = sharedData("maven_crm/sales_pipeline.csv");
  if (!path) throw new Error("the shared data are not here");
  const { data } = parse<Record<string, string>>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true });
  return {
    asOf,
    stages: [["Prospecting", "open"], ["Engaging", "open"], ["Won", "won"], ["Lost", "lost"]],
    reps: ["Mei-Mei Johns", "Carl Lin"],
    deals: data.map((row): MadeDeal => ({
      id: row.opportunity_id ?? "", owner: row.sales_agent ?? "", product: row.product ?? "", account: row.account || null,
      stage: row.deal_stage ?? "", outcome: outcomes[row.deal_stage ?? ""] ?? "open", amount: row.close_value ? Number(row.close_value) : null,
      ...(row.engage_date ? { created: row.engage_date } : {}), ...(row.close_date ? { closed: row.close_date } : {}),
    })),
  };
}
