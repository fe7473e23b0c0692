select cast("IsDeleted" as text), count(*)
from "crm"."deals"
group by cast("IsDeleted" as text);

select count(*), count(*) filter (where "Amount" < 0), count(*) filter (where abs(cast("Amount" as double precision)) >= 100000000000000), max(cast("Probability (%)" as double precision)), count(*) filter (where "Probability (%)" > 0 and "Probability (%)" < 1), min((cast("Created Date" as date) - cast('1899-12-30' as date))), max((cast("Created Date" as date) - cast('1899-12-30' as date)))
from "crm"."deals"
where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1;
-- "true"

select text, count(*) as cells
from (
  select "Opportunity ID" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Stage" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Opportunity Owner" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Lead ""Source""" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, $87)
group by text;
-- 87 words for nothing

select "part_0", "part_1", count(*) as records
from (
  select "Stage" as "part_0", case when "Probability (%)" = 100 then '100%' when "Probability (%)" = 0 then '0%' when "Probability (%)" is null then '' else '50%' end as "part_1"
  from "crm"."deals"
  where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
) as parts
group by "part_0", "part_1"
order by "part_0", "part_1";
-- "true"

select closed, count(*) as records
from (
  select "the_outcome" as "outcome", ("the_closeDate" - cast('1899-12-30' as date)) as "closed"
  from (
    select cast("Close Date" as date) as "the_closeDate", map_extract_value(map {$1: 'won', $2: 'lost', $3: 'open'}, "Stage") as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $4 then 0 else 1 end = 1
  ) as raw
) as records
where outcome = 'won' and closed is not null
group by closed
order by closed desc limit 201;
-- "Closed Won", "Closed Lost", "Prospecting", "true"

select "outcome", "stage", "closed_part", "owner", "created_part", "source", min("closed") as "closed_first", min("created") as "created_first", count(*) as records, sum("amount") as "amount_sum", count("amount") as "amount_known", sum("weighted") as "weighted_sum", count("weighted") as "weighted_known", sum("probability") as "probability_sum", count("probability") as "probability_known", sum("cycle") as "cycle_sum", count("cycle") as "cycle_known", sum("cycleSquares") as "cycleSquares_sum", count("cycleSquares") as "cycleSquares_known"
from (
  select "the_outcome" as "outcome", "the_stage" as "stage", ("the_closeDate" - cast('1899-12-30' as date)) as "closed", coalesce("closed_parts"."part", ("the_closeDate" - cast('1899-12-30' as date) - cast(extract(day
  from "the_closeDate") as integer) + 1) * 1000 + case when ("the_closeDate" - cast('1899-12-30' as date)) < 46063 then 0 else 1 end) as "closed_part", "the_owner" as "owner", ("the_created" - cast('1899-12-30' as date)) as "created", coalesce("created_parts"."part", ("the_created" - cast('1899-12-30' as date) - cast(extract(day
  from "the_created") as integer) + 1) * 1000 + case when ("the_created" - cast('1899-12-30' as date)) < 46063 then 0 else 1 end) as "created_part", "the_source" as "source", "the_amount" as "amount", cast(cast("the_amount" as double precision) * "the_probability" as double precision) as "weighted", cast("the_probability" as double precision) as "probability", cast(case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as double precision) as "cycle", cast(cast(case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as double precision) * case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as double precision) as "cycleSquares", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and ("the_closeDate" - cast('1899-12-30' as date)) >= 46100 then 1 else 0 end as "is_kept"
  from (
    select cast("Amount" as decimal(18, 4)) as "the_amount", cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", map_extract_value(map {$1: 'won', $2: 'lost', $3: 'open'}, "Stage") as "the_outcome", "Opportunity Owner" as "the_owner", cast("Probability (%)" as double precision) / 100 as "the_probability", "Lead ""Source""" as "the_source", "Stage" as "the_stage"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $4 then 0 else 1 end = 1
  ) as raw left join (
    select each_day, ("each_day" - cast('1899-12-30' as date) - cast(extract(day
    from "each_day") as integer) + 1) * 1000 + case when ("each_day" - cast('1899-12-30' as date)) < 46063 then 0 else 1 end as part
    from (
      select cast(range as date) as each_day
      from range(date '1970-01-01', date '2070-01-01', interval 1 day)) as usual_days) as "closed_parts" on "closed_parts"."each_day" = "the_closeDate" left join (
        select each_day, ("each_day" - cast('1899-12-30' as date) - cast(extract(day
        from "each_day") as integer) + 1) * 1000 + case when ("each_day" - cast('1899-12-30' as date)) < 46063 then 0 else 1 end as part
        from (
          select cast(range as date) as each_day
          from range(date '1970-01-01', date '2070-01-01', interval 1 day)) as usual_days) as "created_parts" on "created_parts"."each_day" = "the_created"
        ) as records
        where "is_kept" = 0
        group by "outcome", "stage", "closed_part", "owner", "created_part", "source";
-- "Closed Won", "Closed Lost", "Prospecting", "true"

select "id", "owner", "stage", "amount", "probability", "created", "closeDate", "source", "isDeleted", "outcome", "closed", "due", "amount_each", "weighted_each", "probability_each", "cycle_each", "cycleSquares_each"
from (
  select "the_id" as "id", "the_owner" as "owner", "the_stage" as "stage", "the_amount" as "amount", "the_probability" as "probability", ("the_created" - cast('1899-12-30' as date)) as "created", ("the_closeDate" - cast('1899-12-30' as date)) as "closeDate", "the_source" as "source", "the_isDeleted" as "isDeleted", "the_outcome" as "outcome", ("the_closeDate" - cast('1899-12-30' as date)) as "closed", (case when "the_outcome" = 'open' then "the_closeDate" end - cast('1899-12-30' as date)) as "due", "the_amount" as "amount_each", cast("the_amount" as double precision) * "the_probability" as "weighted_each", "the_probability" as "probability_each", case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as "cycle_each", cast(case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as double precision) * case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as "cycleSquares_each", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and ("the_closeDate" - cast('1899-12-30' as date)) >= 46100 then 1 else 0 end as "is_kept"
  from (
    select cast("Amount" as decimal(18, 4)) as "the_amount", cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", "Opportunity ID" as "the_id", cast("IsDeleted" as text) as "the_isDeleted", map_extract_value(map {$1: 'won', $2: 'lost', $3: 'open'}, "Stage") as "the_outcome", "Opportunity Owner" as "the_owner", cast("Probability (%)" as double precision) / 100 as "the_probability", "Lead ""Source""" as "the_source", "Stage" as "the_stage"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $4 then 0 else 1 end = 1
  ) as raw
) as records
where is_kept = 1;
-- "Closed Won", "Closed Lost", "Prospecting", "true"

select "stage", count(*) as records, sum("filled_0") as "filled_0_sum", sum("filled_1") as "filled_1_sum", sum("filled_2") as "filled_2_sum", sum("filled_3") as "filled_3_sum", sum("filled_4") as "filled_4_sum", sum("filled_5") as "filled_5_sum", sum("filled_6") as "filled_6_sum", sum("filled_7") as "filled_7_sum", sum("filled_8") as "filled_8_sum"
from (
  select "the_stage" as "stage", "filled_0" as "filled_0", "filled_1" as "filled_1", "filled_2" as "filled_2", "filled_3" as "filled_3", "filled_4" as "filled_4", "filled_5" as "filled_5", "filled_6" as "filled_6", "filled_7" as "filled_7", "filled_8" as "filled_8"
  from (
    select case when "Opportunity ID" <> '' then 1 else 0 end as "filled_0", case when "Stage" <> '' then 1 else 0 end as "filled_1", case when "Opportunity Owner" <> '' then 1 else 0 end as "filled_2", case when "Amount" is not null then 1 else 0 end as "filled_3", case when "Probability (%)" is not null then 1 else 0 end as "filled_4", case when cast("Created Date" as date) is not null then 1 else 0 end as "filled_5", case when cast("Close Date" as date) is not null then 1 else 0 end as "filled_6", case when "Lead ""Source""" <> '' then 1 else 0 end as "filled_7", case when "IsDeleted" is not null then 1 else 0 end as "filled_8", "Stage" as "the_stage"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
  ) as raw
) as records
group by "stage";
-- "true"

select sum(times - 1), min(id)
from (
  select id, count(*) as times
  from (
    select "the_id" as "id"
    from (
      select "Opportunity ID" as "the_id"
      from "crm"."deals"
      where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
    ) as raw
  ) as records
  where id <> ''
  group by id having count(*) > 1
) as doubles;
-- "true"

select count(*) filter (where outcome <> 'open' and closed is null), count(*) filter (where outcome <> 'open' and closed < created)
from (
  select "the_outcome" as "outcome", ("the_closeDate" - cast('1899-12-30' as date)) as "closed", ("the_created" - cast('1899-12-30' as date)) as "created"
  from (
    select cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", map_extract_value(map {$1: 'won', $2: 'lost', $3: 'open'}, "Stage") as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $4 then 0 else 1 end = 1
  ) as raw
) as records;
-- "Closed Won", "Closed Lost", "Prospecting", "true"

select distinct "owner"
from (
  select "the_owner" as "owner"
  from (
    select "Opportunity Owner" as "the_owner"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $1 then 0 else 1 end = 1
  ) as raw
) as records limit 20001;
-- "true"

select "piece_of_amount", "piece_of_owner", count(*) as records
from (
  select case when cast("the_amount" as double precision) is null then -1 else case when cast("the_amount" as double precision) < (50.5) then 0 else 1 end end as "piece_of_amount", case when "the_owner" in ($1, $2) then 1 else 0 end as "piece_of_owner"
  from (
    select cast("Amount" as decimal(18, 4)) as "the_amount", "Opportunity Owner" as "the_owner"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $3 then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_amount" in (1) and "piece_of_owner" in (1)
group by "piece_of_amount", "piece_of_owner"
order by "piece_of_amount", "piece_of_owner";
-- "IVY ", "Ivy", "true"

select "piece_of_outcome", "value_of_cycle", count(*) as records
from (
  select case when "the_outcome" = $1 then 1 else 0 end as "piece_of_outcome", cast(case when "the_outcome" <> 'open' and ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) >= 0 then ("the_closeDate" - cast('1899-12-30' as date)) - ("the_created" - cast('1899-12-30' as date)) end as double precision) as "value_of_cycle"
  from (
    select cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", map_extract_value(map {$2: 'won', $3: 'lost', $4: 'open'}, "Stage") as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as text) = $5 then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_outcome" in (1) and "value_of_cycle" is not null
group by "piece_of_outcome", "value_of_cycle"
order by "piece_of_outcome", "value_of_cycle";
-- "won", "Closed Won", "Closed Lost", "Prospecting", "true"