select cast("IsDeleted" as varchar), count(*)
from "crm"."deals"
group by cast("IsDeleted" as varchar);

select count(*), count_if("Amount" < 0), count_if(abs(cast("Amount" as double)) >= 100000000000000), max(cast("Probability (%)" as double)), count_if("Probability (%)" > 0 and "Probability (%)" < 1), min(date_diff('day', date '1899-12-30', cast("Created Date" as date))), max(date_diff('day', date '1899-12-30', cast("Created Date" as date)))
from "crm"."deals"
where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1;
-- "true"

select text, count(*) as cells
from (
  select "Opportunity ID" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, ?)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Stage" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, ?)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Opportunity Owner" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, ?)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select "Lead ""Source""" as text
  from "crm"."deals"
  where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lower(trim(text)) end in (…, ?)
group by text;
-- 87 words for nothing

select "part_0", "part_1", count(*) as records
from (
  select "Stage" as "part_0", case when "Probability (%)" = 100 then '100%' when "Probability (%)" = 0 then '0%' when "Probability (%)" is null then '' else '50%' end as "part_1"
  from "crm"."deals"
  where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
) as parts
group by "part_0", "part_1"
order by "part_0", "part_1";
-- "true"

select closed, count(*) as records
from (
  select "the_outcome" as "outcome", date_diff('day', date '1899-12-30', "the_closeDate") as "closed"
  from (
    select cast("Close Date" as date) as "the_closeDate", case when "Stage" = ? then 'open' when "Stage" = ? then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records
where outcome = 'won' and closed is not null
group by closed
order by closed desc limit 201;
-- "Prospecting", "Closed Won", "true"

select "outcome", "stage", "closed_part", "owner", "created_part", "source", min("closed") as "closed_first", min("created") as "created_first", count(*) as records, sum("amount") as "amount_sum", count("amount") as "amount_known", sum("weighted") as "weighted_sum", count("weighted") as "weighted_known", sum("probability") as "probability_sum", count("probability") as "probability_known", sum("cycle") as "cycle_sum", count("cycle") as "cycle_known", sum("cycleSquares") as "cycleSquares_sum", count("cycleSquares") as "cycleSquares_known"
from (
  select "outcome", "stage", "closed", "closed_month", "owner", "created", "created_month", "source", "amount", "weighted", "probability", "cycle", "cycleSquares", "is_kept", "closed_month" * 1000 + case when "closed" < 46063 then 0 else 1 end as "closed_part", "created_month" * 1000 + case when "created" < 46063 then 0 else 1 end as "created_part"
  from (
    select "the_outcome" as "outcome", "the_stage" as "stage", date_diff('day', date '1899-12-30', "the_closeDate") as "closed", date_diff('day', date '1899-12-30', date_trunc('month', "the_closeDate")) as "closed_month", "the_owner" as "owner", date_diff('day', date '1899-12-30', "the_created") as "created", date_diff('day', date '1899-12-30', date_trunc('month', "the_created")) as "created_month", "the_source" as "source", "the_amount" as "amount", cast(cast("the_amount" as double) * "the_probability" as double) as "weighted", cast("the_probability" as double) as "probability", cast(case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as double) as "cycle", cast(cast(case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as double) * case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as double) as "cycleSquares", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and date_diff('day', date '1899-12-30', "the_closeDate") >= 46100 then 1 else 0 end as "is_kept"
    from (
      select cast("Amount" as decimal(38, 4)) as "the_amount", cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", case when "Stage" = ? then 'open' when "Stage" = ? then 'won' else 'lost' end as "the_outcome", "Opportunity Owner" as "the_owner", cast("Probability (%)" as double) / 100 as "the_probability", "Lead ""Source""" as "the_source", "Stage" as "the_stage"
      from "crm"."deals"
      where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
    ) as raw
  ) as records
) as keyed
where "is_kept" = 0
group by "outcome", "stage", "closed_part", "owner", "created_part", "source";
-- "Prospecting", "Closed Won", "true"

select "id", "owner", "stage", "amount", "probability", "created", "closeDate", "source", "isDeleted", "outcome", "closed", "due", "amount_each", "weighted_each", "probability_each", "cycle_each", "cycleSquares_each"
from (
  select "the_id" as "id", "the_owner" as "owner", "the_stage" as "stage", "the_amount" as "amount", "the_probability" as "probability", date_diff('day', date '1899-12-30', "the_created") as "created", date_diff('day', date '1899-12-30', "the_closeDate") as "closeDate", "the_source" as "source", "the_isDeleted" as "isDeleted", "the_outcome" as "outcome", date_diff('day', date '1899-12-30', "the_closeDate") as "closed", date_diff('day', date '1899-12-30', case when "the_outcome" = 'open' then "the_closeDate" end) as "due", "the_amount" as "amount_each", cast("the_amount" as double) * "the_probability" as "weighted_each", "the_probability" as "probability_each", case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as "cycle_each", cast(case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as double) * case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as "cycleSquares_each", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and date_diff('day', date '1899-12-30', "the_closeDate") >= 46100 then 1 else 0 end as "is_kept"
  from (
    select cast("Amount" as decimal(38, 4)) as "the_amount", cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", "Opportunity ID" as "the_id", cast("IsDeleted" as varchar) as "the_isDeleted", case when "Stage" = ? then 'open' when "Stage" = ? then 'won' else 'lost' end as "the_outcome", "Opportunity Owner" as "the_owner", cast("Probability (%)" as double) / 100 as "the_probability", "Lead ""Source""" as "the_source", "Stage" as "the_stage"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records
where is_kept = 1;
-- "Prospecting", "Closed Won", "true"

select "stage", count(*) as records, sum("filled_0") as "filled_0_sum", sum("filled_1") as "filled_1_sum", sum("filled_2") as "filled_2_sum", sum("filled_3") as "filled_3_sum", sum("filled_4") as "filled_4_sum", sum("filled_5") as "filled_5_sum", sum("filled_6") as "filled_6_sum", sum("filled_7") as "filled_7_sum", sum("filled_8") as "filled_8_sum"
from (
  select "the_stage" as "stage", "filled_0" as "filled_0", "filled_1" as "filled_1", "filled_2" as "filled_2", "filled_3" as "filled_3", "filled_4" as "filled_4", "filled_5" as "filled_5", "filled_6" as "filled_6", "filled_7" as "filled_7", "filled_8" as "filled_8"
  from (
    select case when "Opportunity ID" <> '' then 1 else 0 end as "filled_0", case when "Stage" <> '' then 1 else 0 end as "filled_1", case when "Opportunity Owner" <> '' then 1 else 0 end as "filled_2", case when "Amount" is not null then 1 else 0 end as "filled_3", case when "Probability (%)" is not null then 1 else 0 end as "filled_4", case when cast("Created Date" as date) is not null then 1 else 0 end as "filled_5", case when cast("Close Date" as date) is not null then 1 else 0 end as "filled_6", case when "Lead ""Source""" <> '' then 1 else 0 end as "filled_7", case when "IsDeleted" is not null then 1 else 0 end as "filled_8", "Stage" as "the_stage"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
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
      where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
    ) as raw
  ) as records
  where id <> ''
  group by id having count(*) > 1
) as doubles;
-- "true"

select count_if(outcome <> 'open' and closed is null), count_if(outcome <> 'open' and closed < created)
from (
  select "the_outcome" as "outcome", date_diff('day', date '1899-12-30', "the_closeDate") as "closed", date_diff('day', date '1899-12-30', "the_created") as "created"
  from (
    select cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", case when "Stage" = ? then 'open' when "Stage" = ? then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records;
-- "Prospecting", "Closed Won", "true"

select distinct "owner"
from (
  select "the_owner" as "owner"
  from (
    select "Opportunity Owner" as "the_owner"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records limit 20001;
-- "true"

select "piece_of_amount", "piece_of_owner", count(*) as records
from (
  select case when cast("the_amount" as double) is null then -1 else case when cast("the_amount" as double) < (50.5) then 0 else 1 end end as "piece_of_amount", case when "the_owner" in (?, ?) then 1 else 0 end as "piece_of_owner"
  from (
    select cast("Amount" as decimal(38, 4)) as "the_amount", "Opportunity Owner" as "the_owner"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_amount" in (1) and "piece_of_owner" in (1)
group by "piece_of_amount", "piece_of_owner"
order by "piece_of_amount", "piece_of_owner";
-- "IVY ", "Ivy", "true"

select "piece_of_outcome", "value_of_cycle", count(*) as records
from (
  select case when "the_outcome" = ? then 1 else 0 end as "piece_of_outcome", cast(case when "the_outcome" <> 'open' and date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") >= 0 then date_diff('day', date '1899-12-30', "the_closeDate") - date_diff('day', date '1899-12-30', "the_created") end as double) as "value_of_cycle"
  from (
    select cast("Close Date" as date) as "the_closeDate", cast("Created Date" as date) as "the_created", case when "Stage" = ? then 'open' when "Stage" = ? then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when cast("IsDeleted" as varchar) = ? then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_outcome" in (1) and "value_of_cycle" is not null
group by "piece_of_outcome", "value_of_cycle"
order by "piece_of_outcome", "value_of_cycle";
-- "won", "Prospecting", "Closed Won", "true"