// What happened to each deal by its stage history: each row beside its deal's others, then summed.

import { sql } from "kysely";
import type { Grouped } from "../crm/groups";
import { cohortHorizons } from "../metrics/month-cohorts";
import type { Sql } from "./dialect";
import type { EngineCell } from "./engine";
import { pieceOfDay } from "./keys";
import type { PathAsking, StageHistory } from "./stage-history";
import { asked, nullIfTooMany, numberOf } from "./table-sql";

/** How many deals ever entered each stage, by their first day and all their stages. */
export async function reached(asking: PathAsking, history: StageHistory): Promise<Grouped | null> {
  const statement = sql`select stage, stages, ${bucket("cohort", asking)} as part, min(cohort) as cohort_first, count(*) as records from ${entries(history)} inner join ${deals(history)} on entry_deal = first_deal group by stage, stages, ${bucket("cohort", asking)} order by stage, stages, part`;
  const rows = await asked(asking.source.read, statement, asking.most).catch(nullIfTooMany);
  return rows && {
    columns: { to: rows.map((row) => stageIn(row[0], history)), cohort: rows.map((row) => numberOf(row[3])), stages: rows.map((row) => namesIn(Number(row[1]), history)) },
    records: rows.map((row) => Number(row[4])), measures: {},
  };
}

/** When deals first entered each stage, and how long after their first. */
export async function entered(asking: PathAsking, history: StageHistory): Promise<Grouped | null> {
  const since = sql`entered - cohort`;
  const within = sql`case ${sql.join(cohortHorizons.map((days) => sql`when ${since} <= ${sql.lit(days)} then ${sql.lit(days)}`), sql` `)} end`;
  const groupBy = [sql`stage`, bucket("entered", asking), bucket("cohort", asking), within];
  const statement = sql`select stage, ${within} as within_days, min(entered) as entered_first, min(cohort) as cohort_first, count(*) as records, sum(${since}) as since_sum, count(${since}) as since_known from ${entries(history)} inner join ${deals(history)} on entry_deal = first_deal group by ${sql.join(groupBy)}`;
  const rows = await asked(asking.source.read, statement, asking.most).catch(nullIfTooMany);
  return rows && {
    columns: { to: rows.map((row) => stageIn(row[0], history)), on: rows.map((row) => numberOf(row[2])), cohort: rows.map((row) => numberOf(row[3])), within: rows.map((row) => numberOf(row[1])) },
    records: rows.map((row) => Number(row[4])), measures: { since: sums(rows.map((row) => row[5]), rows.map((row) => row[6])) },
  };
}

/** Each row of the history with the stage before; null where nothing tells the order of two rows of a deal. */
export async function moved(asking: PathAsking, history: StageHistory): Promise<Grouped | null> {
  if (await hasTies(asking, history)) return null;
  const prior = sql`case when prior is null then 0 else prior % 64 end`;
  const first = sql`case when deal = '' or prior is null then 1 else 0 end`;
  const groupBy = [sql`to_text`, sql`from_text`, prior, first, bucket("day", asking), bucket("cohort", asking)];
  const statement = sql`select to_text, from_text, ${prior} as prior_stage, ${first} as is_first, min(day) as day_first, min(cohort) as cohort_first, count(*) as records, sum(stay) as stay_sum, count(stay) as stay_known from ${moves(asking, history, true)} group by ${sql.join(groupBy)}`;
  const rows = await asked(asking.source.read, statement, asking.most).catch(nullIfTooMany);
  const told = rows?.map((row) => ({
    to: textIn(asking, "to", row[0]), from: textIn(asking, "from", row[1]), before: stageIn(row[2], history), isFirst: Number(row[3]) === 1, on: numberOf(row[4]), cohort: numberOf(row[5]), records: Number(row[6]),
  }));
  return told && rows ? {
    columns: { to: told.map(({ to }) => to), on: told.map(({ on }) => on), from: told.map(({ from }) => from), before: told.map(({ before }) => before), isFirst: told.map(({ isFirst }) => isFirst), cohort: told.map(({ cohort }) => cohort) },
    records: told.map(({ records }) => records), measures: { stay: sums(rows.map((row) => row[7]), rows.map((row) => row[8])) },
  } : null;
}

/** How long each deal was in each stage. */
export async function stays(asking: PathAsking, history: StageHistory): Promise<Grouped | null> {
  if (await hasTies(asking, history)) return null;
  const statement = sql`select deal, stage, count(*) as records, sum(stay) as days from ${moves(asking, history, false)} where deal <> '' and stage <> 0 and stay is not null group by deal, stage order by deal, stage`;
  const rows = await asked(asking.source.read, statement, asking.most).catch(nullIfTooMany);
  const key = asking.source.read.columns.has("dealId") ? "dealId" : "deal";
  return rows && {
    columns: { [key]: rows.map((row) => String(row[0])), stage: rows.map((row) => stageIn(row[1], history)) },
    records: rows.map((row) => Number(row[2])), measures: { days: { sum: rows.map((row) => numberOf(row[3])), known: rows.map((row) => Number(row[2])) } },
  };
}

/** A row for each deal and stage, with the day it first entered it: none where a row of it has no day, for that one may be the first. */
function entries({ rows }: StageHistory): Sql {
  const isDated = sql`count(day) = count(*)`;
  return sql`(select deal as entry_deal, stage, case when ${isDated} then min(day) end as entered, case when ${isDated} then min(month) end as entered_month from ${rows} where deal <> '' and stage <> 0 group by deal, stage) as entries`;
}

/** A row for each deal: its first day, and a number with one bit a stage. */
function deals({ rows, stages }: StageHistory): Sql {
  const bits = stages.map((_, at) => sql`max(case when stage = ${sql.lit(at + 1)} then ${sql.lit(2 ** at)} else 0 end)`);
  return sql`(select deal as first_deal, min(day) as cohort, min(month) as cohort_month, ${bits.length === 0 ? sql`0` : sql.join(bits, sql` + `)} as stages from ${rows} where deal <> '' group by deal) as firsts`;
}

/** Each row beside its deal's others, by their places. With `isPlain` stays below 0 days do not count. */
function moves({ source }: PathAsking, { rows }: StageHistory, isPlain: boolean): Sql {
  const one = sql`(select deal as pair_deal, place as pair_at from ${rows} where deal <> '') as one`;
  const other = sql`(select deal as other_deal, place as other_at, stage as other_stage, day as other_day, month as other_month from ${rows} where deal <> '') as others`;
  const beside = sql`(select pair_deal, pair_at, max(case when other_at < pair_at then other_at * 64 + other_stage end) as prior, min(case when other_at > pair_at then other_day end) as next_day, min(other_day) as deal_day, min(other_month) as deal_month from ${one} inner join ${other} on pair_deal = other_deal group by pair_deal, pair_at) as beside`;
  const left = sql`(select deal, stage, day, month, place, to_text, case when deal <> '' then from_written end as from_text, given, gone from ${rows}) as moved`;
  const end = sql`coalesce(gone, next_day)`;
  const { double } = source.read.engine.dialect;
  const asDouble = double(sql`given`);
  const given = isPlain ? sql`case when given >= 0 then ${asDouble} end` : asDouble;
  const stay = sql`case when deal = '' then null when given is not null then ${given} when day is not null and ${end} >= day then ${double(sql`${end} - day`)} end`;
  return sql`(select deal, stage, day, month as day_month, to_text, from_text, prior, case when deal <> '' then deal_day end as cohort, case when deal <> '' then deal_month end as cohort_month, ${stay} as stay from ${left} left join ${beside} on deal = pair_deal and place = pair_at) as moves`;
}

async function hasTies({ source }: PathAsking, { rows }: StageHistory): Promise<boolean> {
  // No two rows of files have one place.
  if (source.read.table.rowOrder !== undefined) return false;
  const [row] = await asked(source.read, sql`select count(*) from (select deal, place from ${rows} where deal <> '' group by deal, place having count(*) > 1) as ties`, 1);
  return Number(row?.[0] ?? 0) > 0;
}

/** A number for each piece of a month between breaks; null for no day. */
function bucket(day: "day" | "entered" | "cohort", { breaks }: PathAsking): Sql {
  return sql`${sql.id(`${day}_month`)} * 1000 + ${pieceOfDay(sql.id(day), breaks)}`;
}

function stageIn(cell: EngineCell | undefined, { stages }: StageHistory): string | null {
  return stages[Number(cell ?? 0) - 1] ?? null;
}

/** In small letters, a line each: bits beyond 31 are taken by division. */
function namesIn(bits: number, { stages }: StageHistory): string {
  return stages.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1).map((stage) => stage.toLowerCase()).sort().join("\n");
}

function textIn({ read }: PathAsking, field: string, cell: EngineCell | undefined): string | null {
  return cell === null || cell === undefined ? null : (read(field, cell, false) as string | null);
}

/** Some engines say 0 where nothing is known. */
function sums(cells: readonly (EngineCell | undefined)[], counts: readonly (EngineCell | undefined)[]): { readonly sum: readonly (number | null)[]; readonly known: readonly number[] } {
  return { sum: cells.map((cell, at) => (Number(counts[at]) === 0 ? null : numberOf(cell))), known: counts.map(Number) };
}
