import { journeyMap } from "./journey-map";

/** The Journey sheet. Braces stand for figures that follow by formula. */
export const journey = {
  title: "Customer journey",
  subtitle: "From first notice to renewal: what the customer wants, who looks after it, and what is passed on. Type over anything yellow.",
  map: journeyMap,
  phases: { preSale: "Pre-sale", sale: "Sale", afterSale: "After-sale" },
  lanes: {
    stage: "Stage", phase: "Phase", goal: "Customer goal", touchpoint: "Touchpoint", channel: "Channel", owner: "Owner department",
    collaborator: "Collaborator", sla: "SLA", handoffIn: "Handoff in", handoffOut: "Handoff out", pain: "Pain", opportunity: "Opportunity",
    emotion: "Emotion",
  },
  figures: { activities: "Activities", customers: "Customers", daysToNext: "Days to next stage", satisfaction: "Satisfaction" },
  typedFigures: { activities: "Activities typed", daysToNext: "Days to next typed", satisfaction: "Satisfaction typed" },
  emotionPrompt: "From -2 (annoyed) to 2 (delighted): a whole number",
  phasePrompt: "Pre-sale, sale or after-sale",
  mapTitle: "The map: one row a stage, one column a lane",
  found: "{activities} activities of {customers} customers are on the way below.",
  unplaced: " {n} more have no stage: choose one for their type under Touchpoints.",
  noActivities: "No activities were given, so activities, days and satisfaction are yours to type. Paste an activity export and they follow by formula.",
  noTypes: "The activity export has no column with the type of activity, so activities cannot be placed in a stage: activities, days and satisfaction are yours to type.",
  lowest: "Lowest point: {stage} ({emotion}). {pain}",
  longest: "Longest wait: {days} days (median) after {stage}.",
  cardFigures: "{activities} activities · {customers} customers",
  cardDays: "{days} days to the next stage",
  cardSatisfaction: "Satisfaction {score}",
  stale: "Touchpoints were changed: customers, days and satisfaction follow at the next refresh. ",
  daysNote:
    "Days to next stage: for each customer from the first activity in the stage to the first one in a later stage; the median of those who got there. Customers, days and satisfaction are worked out at each refresh, activities at once.",
  satisfaction: {
    noSurveys: "Satisfaction is empty: no survey answers were given.",
    noScores: "Satisfaction is empty: the survey answers have no scores.",
    noStage: "Satisfaction is empty: no answer names a touchpoint of a stage or a customer who was in one on that day.",
    mean: (kind: string, kinds: number) =>
      `Satisfaction: mean score as answered${kind ? `, ${kind} only` : ""}${kinds > 1 ? ` (other kinds of survey have another scale)` : ""}, by the touchpoint asked about, else by how far the customer had come on that day.`,
  },
  chart: {
    title: "Emotion curve",
    alt: "Line of the customer's emotion from -2 to 2 over the stages of the journey",
    emotion: "Emotion",
    satisfaction: "Satisfaction (right axis)",
  },
  handoffs: {
    title: "Handoffs before, during and after the sale",
    step: "Step", phase: "Phase", from: "From stage", to: "To stage", what: "What is passed on", accepted: "Accepted when", gives: "Passes on", takes: "Takes over",
    within: "SLA after it", done: "Done", date: "Done on", note: "Remark",
    count: "{done} of {all} handoffs done. Departments and what is passed on come from the map above.",
    prompt: "Has it been passed on as agreed?",
  },
  touchpoints: {
    title: "Touchpoints: which stage an activity belongs to",
    touchpoint: "Touchpoint type", stage: "Journey stage", activities: "Activities counted", answers: "Survey answers",
    prompt: "The stage of the map this kind of activity belongs to",
    note: "Our guess from the name at first; choose another stage where it is wrong.",
  },
  timeline: {
    title: "One customer's way",
    customer: "Customer",
    prompt: "Choose a customer",
    shown: "{all} activities, {first} to {last}.",
    newest: "{all} activities, {first} to {last}; the newest {n} are below.",
    unknown: "No dated activity of this customer.",
    none: "A customer's way needs activities with a date and a customer.",
    number: "No.", date: "Date", stage: "Stage", type: "Type", subject: "Subject", owner: "Owner",
    openDeals: "Open deals", openAmount: "Open amount", wonDeals: "Won deals", wonAmount: "Won amount",
  },
  columns: { customer: "Journey customer", date: "Journey date", stage: "Journey stage", first: "First in stage", daysToNext: "Days to next stage", key: "Timeline key" },
  customers: {
    sheet: "Journey customers",
    number: "No", customer: "Customer", activities: "Dated activities", first: "First activity", last: "Last activity", furthest: "Furthest stage",
    firstIn: (stage: string) => `First in ${stage}`,
  },
};
