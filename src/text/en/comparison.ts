import type { AverageId } from "../../metrics/compared/averages";
import type { ChurnId, LeadId } from "../../metrics/compared/customers";
import type { CycleId } from "../../metrics/compared/cycles";
import type { CoverageId, ForecastId } from "../../metrics/compared/forecasts";
import type { FunnelId } from "../../metrics/compared/funnels";
import type { VelocityId } from "../../metrics/compared/velocities";
import type { WinRateId } from "../../metrics/compared/win-rates";
import { figuresOf, type ComparedWords } from "../compared";

type CompletenessId = "fillable" | "cells" | "rows";

const asExported = "none: as the export stands";
const everything = "none: all history";
const noClosed = "No deal was closed in the period.";
const noCreated = "No deal was created in the period, or the export has no created date.";
const noCycle = "No such deal has both a created and a close date that make sense.";
const noAmount = "No such deal has an amount.";
const noHistory = "It needs a stage history: an export of stage moves, “Date entered” columns, or two snapshots.";
const noDue = "No open deal has an expected close.";
const noQuota = "Type the quota of the fiscal year above, or bring a table of reps with quotas. Empty too once the quota is reached.";

const winRate: Record<WinRateId, ComparedWords> = {
  periodCount: { name: "Win rate by count, closed in the period", how: "Won ÷ (won + lost) deals closed in the period", date: "close date", who: "Sales managers; CRM dashboards", why: noClosed },
  periodAmount: { name: "Win rate by amount, closed in the period", how: "Won amount ÷ (won + lost amount) of deals closed in the period", date: "close date", who: "Finance", why: "No deal closed in the period has an amount, or credits make a sum negative." },
  excluding: { name: "Win rate without disqualified deals", how: "As the first, but deals lost for a reason that does not count (table at the bottom) are left out", date: "close date", who: "Sales reps; teams that qualify late", why: "It needs reasons for lost deals: add such a column to the export." },
  createdClosed: { name: "Win rate of deals created in the period, closed so far", how: "Won ÷ (won + lost) deals created in the period; open ones wait", date: "created", who: "Marketing (source and campaign reports)", why: noCreated },
  maturedCohort: { name: "Win rate of a matured cohort", how: "Won ÷ all deals created in a period as long, which ended the days to mature ago", date: "created", who: "Analysts; RevOps", why: "No deal was created in that earlier period, or the export has no created date." },
  createdAll: { name: "Won ÷ all created in the period", how: "Won ÷ all deals created in the period, open ones too: low while many are open", date: "created", who: "Marketing; often a mistake", why: noCreated },
  lastYear: { name: "Win rate by count, last 365 days", how: "Won ÷ (won + lost) deals closed in the 365 days up to the as-of day", date: "close date", who: "InsightSquared's default", why: "No deal was closed in the last 365 days." },
  everCount: { name: "Win rate by count, all history", how: "Won ÷ (won + lost) deals; the Win rate of Definitions and Dashboard", date: everything, who: "This workbook's Dashboard", why: "No deal is closed yet." },
  everAmount: { name: "Win rate by amount, all history", how: "Won amount ÷ (won + lost amount)", date: everything, who: "Finance", why: "No closed deal has an amount, or credits make a sum negative." },
  allDeals: { name: "Won ÷ all deals, all history", how: "Won ÷ all deals, open ones too: a common mistake, low while many are open", date: everything, who: "Quick pivot tables", why: "There are no deals." },
};

const cycle: Record<CycleId, ComparedWords> = {
  wonMean: { name: "Cycle of won deals, mean", how: "Mean days from created to closed of deals won in the period", date: "close date", who: "Most CRMs and glossaries", why: noCycle },
  wonMedian: { name: "Cycle of won deals, median", how: "Median of the same days: a few very long deals do not move it", date: "close date", who: "Analysts", why: noCycle },
  closedMean: { name: "Cycle of all closed deals, mean", how: "Mean days from created to closed of deals won or lost in the period", date: "close date", who: "Operations: how long deals keep people busy", why: noCycle },
  closedMedian: { name: "Cycle of all closed deals, median", how: "Median of the same days", date: "close date", who: "Operations", why: noCycle },
  firstStage: { name: "First stage to won, mean", how: "Mean days from entering the first known stage to entering a won stage in the period, by stage history", date: "day of entering the won stage", who: "HubSpot (time in stages); pre-sales", why: noHistory },
  everMean: { name: "Cycle of won deals, mean, all history", how: "Mean days from created to closed of all won deals; the Sales cycle of Definitions", date: everything, who: "This workbook's Dashboard", why: noCycle },
  everMedian: { name: "Cycle of won deals, median, all history", how: "Median of the same days", date: everything, who: "Analysts", why: noCycle },
};

const funnel: Record<FunnelId, ComparedWords> = {
  snapshot: { name: "Funnel, snapshot", how: "Won deals ÷ all deals that reached the first stage, by the stage each is in now; lost deals count in every stage before closing", date: asExported, who: "BI dashboards on one export", why: "There are no deals." },
  "back-filled": { name: "Funnel, back-filled", how: "Won deals ÷ (open + won) deals: skipped stages count as passed, lost deals are left out", date: asExported, who: "Varicent (linear funnel); Bitrix24 (with conversions)", why: "There are no open or won deals." },
  "ever-entered": { name: "Funnel, ever entered", how: "Deals that ever entered a won stage ÷ deals that ever entered the first stage, by stage history", date: everything, who: "HubSpot (any stages)", why: noHistory },
  cohort: { name: "Funnel, cohort", how: "The same, only of deals that entered their first stage within the window of Setup", date: "day of entering the first stage", who: "Analysts; HubSpot cohorts", why: `${noHistory} Empty too when no deal entered within the window.` },
  strict: { name: "Funnel, all stages in order", how: "Deals that entered every stage in order, up to won ÷ deals that entered the first; a skipped stage ends the way. As of the last refresh", date: everything, who: "HubSpot (all stages)", why: noHistory },
};

const velocity: Record<VelocityId, ComparedWords> = {
  openPeriod: { name: "Velocity with open deals", how: "Open deals × win rate × mean won amount ÷ mean won cycle, the last three of the period: money per day", date: "close date", who: "Most glossaries: what the pipeline will bring", why: "It needs open deals, and won deals of the period with amounts and a cycle." },
  closedPeriod: { name: "Velocity with closed deals", how: "The same with the deals closed in the period instead of the open ones", date: "close date", who: "Other glossaries: what the pipeline brought", why: "It needs won deals of the period with amounts and a cycle." },
  openEver: { name: "Velocity with open deals, all history", how: "The first with rate, amount and cycle of all history; the Sales velocity of Definitions", date: everything, who: "This workbook's Dashboard", why: "It needs open deals, closed deals, amounts and a cycle." },
  wonPerDay: { name: "Won amount per day", how: "Won amount of the period ÷ its days: no model, only what came in", date: "close date", who: "Finance", why: "Deals won in the period have no amounts." },
};

const average: Record<AverageId, ComparedWords> = {
  wonMean: { name: "Won deal of the period, mean", how: "Won amount ÷ won deals with an amount, closed in the period", date: "close date", who: "Sales managers; CRM dashboards", why: noAmount },
  wonMedian: { name: "Won deal of the period, median", how: "Median amount of the same deals: one giant does not move it", date: "close date", who: "Analysts; price setters", why: noAmount },
  everWonMean: { name: "Won deal, mean, all history", how: "Won amount ÷ won deals with an amount; the Average won deal of Definitions", date: everything, who: "This workbook's Dashboard", why: noAmount },
  openMean: { name: "Open deal, mean", how: "Open amount ÷ open deals with an amount", date: asExported, who: "Pipeline reviews", why: noAmount },
  openMedian: { name: "Open deal, median", how: "Median amount of open deals", date: asExported, who: "Analysts", why: noAmount },
  allMean: { name: "Any deal, mean", how: "Amount ÷ deals with an amount, won, lost and open together", date: everything, who: "Quick pivot tables", why: noAmount },
};

const forecast: Record<ForecastId, ComparedWords> = {
  weighted: { name: "Weighted pipeline", how: "Sum of amount × probability of all open deals, whenever they close", date: asExported, who: "Salesforce (expected revenue); HubSpot", why: "Open deals have no amounts, or neither the export nor Setup has probabilities." },
  weightedDue: { name: "Weighted pipeline due this quarter", how: "The same of open deals with an expected close by the end of the fiscal quarter", date: "expected close", who: "Finance (quarter outlook)", why: `${noDue} Or there are no amounts or probabilities.` },
  commit: { name: "Open amount due this quarter", how: "Open amount with an expected close by the end of the fiscal quarter, unweighted: everything goes well", date: "expected close", who: "Sales managers (commit call)", why: noDue },
  open: { name: "Whole open pipeline", how: "Open amount, whenever it closes", date: asExported, who: "Sales reps; the upper bound", why: noAmount },
  simple: { name: "Open deals × win rate × mean", how: "Open deals × win rate × average won deal, over all history", date: everything, who: "This workbook's simple forecast", why: "It needs open deals, closed deals and amounts." },
  runRate: { name: "Run rate of a month", how: "Won amount of the three newest complete months ÷ 3: one month at the same pace", date: "close date", who: "Finance (trend)", why: "Deals won in these months have no amounts." },
};

const coverage: Record<CoverageId, ComparedWords> = {
  openLeft: { name: "Open pipeline ÷ quota left", how: "Open amount ÷ (quota of the fiscal year − won in it so far)", date: "close date", who: "Sales managers (“3×”)", why: noQuota },
  dueLeft: { name: "Pipeline due this year ÷ quota left", how: "Open amount due by the end of the fiscal year ÷ the same", date: "expected close", who: "RevOps", why: `${noQuota} It also needs expected closes.` },
  weightedLeft: { name: "Weighted pipeline ÷ quota left", how: "Weighted open amount ÷ the same: 1× is enough", date: "close date", who: "Finance", why: `${noQuota} It also needs probabilities.` },
  openWhole: { name: "Open pipeline ÷ whole quota", how: "Open amount ÷ the quota of the whole fiscal year", date: asExported, who: "Board slides", why: noQuota },
};

const leads: Record<LeadId, ComparedWords> = {
  createdIn: { name: "Lead conversion, created in the period", how: "Converted ÷ all leads created in the period; the newest had little time", date: "lead created", who: "Marketing", why: "No lead was created in the period, or the export has no created date." },
  matured: { name: "Lead conversion of a matured cohort", how: "The same of leads created in a period as long, which ended the days to mature ago", date: "lead created", who: "Analysts; RevOps", why: "No lead was created in that earlier period, or the export has no created date." },
  convertedIn: { name: "Leads converted in the period ÷ created in it", how: "Leads converted in the period, whenever created ÷ leads created in it", date: "converted, lead created", who: "Sales; monthly activity reports", why: "The export has no day of conversion, or no lead was created in the period." },
  ever: { name: "Lead conversion, all history", how: "Converted ÷ all leads; the Lead conversion of Definitions", date: everything, who: "This workbook's Dashboard", why: "The exports hold no leads." },
};

const churn: Record<ChurnId, ComparedWords> = {
  customers: { name: "Customer churn, all customers", how: "Customers marked as lost ÷ all customers of the export", date: asExported, who: "Customer success", why: "There are no customers." },
  older: { name: "Customer churn, without new customers", how: "The same of customers whose contract started before the period: new ones had no time to leave", date: "contract start", who: "Finance; investors", why: "It needs the start of contracts, and customers from before the period." },
  revenue: { name: "Revenue churn", how: "Recurring revenue of lost customers ÷ recurring revenue of all", date: asExported, who: "Finance; investors", why: "It needs a recurring revenue for each customer." },
};

const completeness: Record<CompletenessId, ComparedWords> = {
  fillable: { name: "Filled ÷ cells that could be filled", how: "Filled cells ÷ cells that could be filled: a deal without a close date before it closes misses nothing; the Data completeness of Definitions", date: asExported, who: "This workbook; data owners", why: "There are no cells to count." },
  cells: { name: "Filled ÷ all cells", how: "Filled cells ÷ all cells of the named columns", date: asExported, who: "IT; data-quality tools", why: "There are no cells to count." },
  rows: { name: "Complete rows ÷ all rows", how: "Rows with no empty cell ÷ all rows. As of the last refresh", date: asExported, who: "Auditors", why: "There are no rows to count." },
};

const families = {
  winRate: { name: "Win rate", definitions: winRate }, cycle: { name: "Sales cycle", definitions: cycle }, funnel: { name: "Funnel to won", definitions: funnel },
  velocity: { name: "Sales velocity", definitions: velocity }, average: { name: "Average deal", definitions: average }, forecast: { name: "Forecast", definitions: forecast },
  coverage: { name: "Pipeline coverage", definitions: coverage }, leads: { name: "Lead conversion", definitions: leads }, churn: { name: "Churn", definitions: churn },
  completeness: { name: "Data completeness", definitions: completeness },
};

/** What the sheet “Definitions compared” says. Names in braces are filled by formulas. */
export const comparison = {
  strictGrouped: "Left out: groups of stage moves do not tell in which order each deal went through its stages.",
  title: "One KPI, several definitions",
  noDeals: "There is nothing to compare yet: it needs deals, and none were given.",
  headline: "{agreed} of {all} KPIs have an agreed definition. The same data give different numbers by different definitions: choose one for each KPI, so that departments stop arguing.",
  months: "Months of the period", monthsPrompt: "How many months the period has, up to its last day.",
  end: "Last day of the period", endPrompt: "Leave it empty for the as-of day.", endNote: "empty: the as-of day",
  from: "The period starts on", to: "The period ends on",
  maturity: "Days to mature", maturityPrompt: "How many days deals and leads get before a cohort counts as decided.", maturityNote: "for cohorts: the period is moved back so far",
  quota: "Quota of the fiscal year", quotaPrompt: "Leave it empty to add up the quotas of the reps.", quotaNote: "empty: the sum of the reps' quotas",
  quotaUsed: "Quota used", quarterEnd: "The fiscal quarter ends on",
  saysTitle: "What the definitions say",
  says: "{kpi}: {first} ({firstName}). By other definitions from {low} ({lowName}) to {high} ({highName}).",
  same: "{kpi}: {first} by every definition these data allow.",
  one: "{kpi}: {first} ({firstName}); these data allow no other definition.",
  none: "{kpi}: cannot be worked out for this period; the last column of the table below says why.",
  days: "{n} days", times: "{n}×", perDay: "{n} a day",
  agreedTitle: "What we agree on",
  agreedNote: "Choose the definition all departments will use, who agreed and since when. It stays when the workbook is refreshed.",
  agreed: { kpi: "KPI", choice: "We use this one", value: "Value now", by: "Agreed by", since: "Since", review: "Review on", state: "State", note: "Why this one" },
  choicePrompt: "One of the definitions in the table below.",
  states: { agreed: "Agreed", open: "Open", other: "Other KPI" },
  chartTitle: "Win rate: {n} definitions, one data set", chartAlt: "Bars: the win rate under each definition",
  forecastChart: "Forecast under each definition", forecastAlt: "Bars: the forecast under each definition",
  tableTitle: "Every definition",
  tableNote: "Value is numerator ÷ denominator where both are shown. Difference is against the first definition of the KPI; for shares in percentage points.",
  table: {
    kpi: "KPI", definition: "Definition", value: "Value", difference: "Difference", numerator: "Numerator", denominator: "Denominator", rows: "Rows used",
    how: "How it is worked out", date: "Date used", who: "Who uses it", why: "If empty, why",
  },
  reasonsTitle: "Lost reasons that do not count",
  reasonsNote: "“No”: deals lost for this reason were never a chance (duplicates, spam, not qualified) and are left out of “Win rate without disqualified deals”.",
  reasons: { reason: "Lost reason", lost: "Lost in period", counts: "Counts as lost" },
  moreReasons: "{n} rarer reasons are not listed; they count as lost.",
  families,
  definitions: figuresOf(families),
};
