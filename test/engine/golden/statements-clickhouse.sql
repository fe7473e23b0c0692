select toString("IsDeleted"), count(*)
from "crm"."deals"
group by toString("IsDeleted");

select count(*), sum(case when "Amount" < 0 then 1 else 0 end), sum(case when abs(toFloat64("Amount")) >= 100000000000000 then 1 else 0 end), max(toFloat64("Probability (%)")), sum(case when "Probability (%)" > 0 and "Probability (%)" < 1 then 1 else 0 end), min((toInt64(toRelativeDayNum(nullIf(toDate("Created Date"), toDate(0)))) + 25569)), max((toInt64(toRelativeDayNum(nullIf(toDate("Created Date"), toDate(0)))) + 25569))
from "crm"."deals"
where case when toString("IsDeleted") = $1 then 0 else 1 end = 1;
-- "true"

select text, count(*) as cells
from (
  select toString("Opportunity ID") as text
  from "crm"."deals"
  where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lowerUTF8(replaceRegexpAll(text, '^ +| +$', '')) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select toString("Stage") as text
  from "crm"."deals"
  where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lowerUTF8(replaceRegexpAll(text, '^ +| +$', '')) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select toString("Opportunity Owner") as text
  from "crm"."deals"
  where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lowerUTF8(replaceRegexpAll(text, '^ +| +$', '')) end in (…, $87)
group by text;
-- 87 words for nothing

select text, count(*) as cells
from (
  select toString("Lead \"Source\"") as text
  from "crm"."deals"
  where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
) as cells
where case when text <> '' and length(text) <= 16 then lowerUTF8(replaceRegexpAll(text, '^ +| +$', '')) end in (…, $87)
group by text;
-- 87 words for nothing

select "part_0", "part_1", count(*) as records
from (
  select toString("Stage") as "part_0", case when "Probability (%)" = 100 then '100%' when "Probability (%)" = 0 then '0%' when "Probability (%)" is null then '' else '50%' end as "part_1"
  from "crm"."deals"
  where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
) as parts
group by "part_0", "part_1"
order by "part_0", "part_1";
-- "true"

select closed, count(*) as records
from (
  select "the_outcome" as "outcome", (toInt64(toRelativeDayNum("the_closeDate")) + 25569) as "closed"
  from (
    select nullIf(toDate("Close Date"), toDate(0)) as "the_closeDate", case when toString("Stage") = $1 then 'open' when toString("Stage") = $2 then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when toString("IsDeleted") = $3 then 0 else 1 end = 1
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
    select "the_outcome" as "outcome", "the_stage" as "stage", (toInt64(toRelativeDayNum("the_closeDate")) + 25569) as "closed", (toInt64(toRelativeDayNum(toStartOfMonth("the_closeDate"))) + 25569) as "closed_month", "the_owner" as "owner", (toInt64(toRelativeDayNum("the_created")) + 25569) as "created", (toInt64(toRelativeDayNum(toStartOfMonth("the_created"))) + 25569) as "created_month", "the_source" as "source", "the_amount" as "amount", toFloat64(toFloat64("the_amount") * "the_probability") as "weighted", toFloat64("the_probability") as "probability", toFloat64(case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end) as "cycle", toFloat64(toFloat64(case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end) * case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end) as "cycleSquares", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) >= 46100 then 1 else 0 end as "is_kept"
    from (
      select toDecimal64("Amount", 4) as "the_amount", nullIf(toDate("Close Date"), toDate(0)) as "the_closeDate", nullIf(toDate("Created Date"), toDate(0)) as "the_created", case when toString("Stage") = $1 then 'open' when toString("Stage") = $2 then 'won' else 'lost' end as "the_outcome", toString("Opportunity Owner") as "the_owner", toFloat64("Probability (%)") / 100 as "the_probability", toString("Lead \"Source\"") as "the_source", toString("Stage") as "the_stage"
      from "crm"."deals"
      where case when toString("IsDeleted") = $3 then 0 else 1 end = 1
    ) as raw
  ) as records
) as keyed
where "is_kept" = 0
group by "outcome", "stage", "closed_part", "owner", "created_part", "source";
-- "Prospecting", "Closed Won", "true"

select "id", "owner", "stage", "amount", "probability", "created", "closeDate", "source", "isDeleted", "outcome", "closed", "due", "amount_each", "weighted_each", "probability_each", "cycle_each", "cycleSquares_each"
from (
  select "the_id" as "id", "the_owner" as "owner", "the_stage" as "stage", "the_amount" as "amount", "the_probability" as "probability", (toInt64(toRelativeDayNum("the_created")) + 25569) as "created", (toInt64(toRelativeDayNum("the_closeDate")) + 25569) as "closeDate", "the_source" as "source", "the_isDeleted" as "isDeleted", "the_outcome" as "outcome", (toInt64(toRelativeDayNum("the_closeDate")) + 25569) as "closed", (toInt64(toRelativeDayNum(case when "the_outcome" = 'open' then "the_closeDate" end)) + 25569) as "due", "the_amount" as "amount_each", toFloat64("the_amount") * "the_probability" as "weighted_each", "the_probability" as "probability_each", case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end as "cycle_each", toFloat64(case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end) * case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end as "cycleSquares_each", case when "the_outcome" = 'open' then 1 when "the_outcome" = 'won' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) >= 46100 then 1 else 0 end as "is_kept"
  from (
    select toDecimal64("Amount", 4) as "the_amount", nullIf(toDate("Close Date"), toDate(0)) as "the_closeDate", nullIf(toDate("Created Date"), toDate(0)) as "the_created", toString("Opportunity ID") as "the_id", toString("IsDeleted") as "the_isDeleted", case when toString("Stage") = $1 then 'open' when toString("Stage") = $2 then 'won' else 'lost' end as "the_outcome", toString("Opportunity Owner") as "the_owner", toFloat64("Probability (%)") / 100 as "the_probability", toString("Lead \"Source\"") as "the_source", toString("Stage") as "the_stage"
    from "crm"."deals"
    where case when toString("IsDeleted") = $3 then 0 else 1 end = 1
  ) as raw
) as records
where is_kept = 1;
-- "Prospecting", "Closed Won", "true"

select "stage", count(*) as records, sum("filled_0") as "filled_0_sum", sum("filled_1") as "filled_1_sum", sum("filled_2") as "filled_2_sum", sum("filled_3") as "filled_3_sum", sum("filled_4") as "filled_4_sum", sum("filled_5") as "filled_5_sum", sum("filled_6") as "filled_6_sum", sum("filled_7") as "filled_7_sum", sum("filled_8") as "filled_8_sum"
from (
  select "the_stage" as "stage", "filled_0" as "filled_0", "filled_1" as "filled_1", "filled_2" as "filled_2", "filled_3" as "filled_3", "filled_4" as "filled_4", "filled_5" as "filled_5", "filled_6" as "filled_6", "filled_7" as "filled_7", "filled_8" as "filled_8"
  from (
    select case when toString("Opportunity ID") <> '' then 1 else 0 end as "filled_0", case when toString("Stage") <> '' then 1 else 0 end as "filled_1", case when toString("Opportunity Owner") <> '' then 1 else 0 end as "filled_2", case when "Amount" is not null then 1 else 0 end as "filled_3", case when "Probability (%)" is not null then 1 else 0 end as "filled_4", case when nullIf(toDate("Created Date"), toDate(0)) is not null then 1 else 0 end as "filled_5", case when nullIf(toDate("Close Date"), toDate(0)) is not null then 1 else 0 end as "filled_6", case when toString("Lead \"Source\"") <> '' then 1 else 0 end as "filled_7", case when "IsDeleted" is not null then 1 else 0 end as "filled_8", toString("Stage") as "the_stage"
    from "crm"."deals"
    where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
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
      select toString("Opportunity ID") as "the_id"
      from "crm"."deals"
      where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
    ) as raw
  ) as records
  where id <> ''
  group by id having count(*) > 1
) as doubles;
-- "true"

select sum(case when outcome <> 'open' and closed is null then 1 else 0 end), sum(case when outcome <> 'open' and closed < created then 1 else 0 end)
from (
  select "the_outcome" as "outcome", (toInt64(toRelativeDayNum("the_closeDate")) + 25569) as "closed", (toInt64(toRelativeDayNum("the_created")) + 25569) as "created"
  from (
    select nullIf(toDate("Close Date"), toDate(0)) as "the_closeDate", nullIf(toDate("Created Date"), toDate(0)) as "the_created", case when toString("Stage") = $1 then 'open' when toString("Stage") = $2 then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when toString("IsDeleted") = $3 then 0 else 1 end = 1
  ) as raw
) as records;
-- "Prospecting", "Closed Won", "true"

select distinct "owner"
from (
  select "the_owner" as "owner"
  from (
    select toString("Opportunity Owner") as "the_owner"
    from "crm"."deals"
    where case when toString("IsDeleted") = $1 then 0 else 1 end = 1
  ) as raw
) as records limit 20001;
-- "true"

select "piece_of_amount", "piece_of_owner", count(*) as records
from (
  select case when toFloat64("the_amount") is null then -1 else case when toFloat64("the_amount") < (50.5) then 0 else 1 end end as "piece_of_amount", case when "the_owner" in ($1, $2) then 1 else 0 end as "piece_of_owner"
  from (
    select toDecimal64("Amount", 4) as "the_amount", toString("Opportunity Owner") as "the_owner"
    from "crm"."deals"
    where case when toString("IsDeleted") = $3 then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_amount" in (1) and "piece_of_owner" in (1)
group by "piece_of_amount", "piece_of_owner"
order by "piece_of_amount", "piece_of_owner";
-- "IVY ", "Ivy", "true"

select "piece_of_outcome", "value_of_cycle", count(*) as records
from (
  select case when "the_outcome" = $1 then 1 else 0 end as "piece_of_outcome", toFloat64(case when "the_outcome" <> 'open' and (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) >= 0 then (toInt64(toRelativeDayNum("the_closeDate")) + 25569) - (toInt64(toRelativeDayNum("the_created")) + 25569) end) as "value_of_cycle"
  from (
    select nullIf(toDate("Close Date"), toDate(0)) as "the_closeDate", nullIf(toDate("Created Date"), toDate(0)) as "the_created", case when toString("Stage") = $2 then 'open' when toString("Stage") = $3 then 'won' else 'lost' end as "the_outcome"
    from "crm"."deals"
    where case when toString("IsDeleted") = $4 then 0 else 1 end = 1
  ) as raw
) as records
where "piece_of_outcome" in (1) and "value_of_cycle" is not null
group by "piece_of_outcome", "value_of_cycle"
order by "piece_of_outcome", "value_of_cycle";
-- "won", "Prospecting", "Closed Won", "true"