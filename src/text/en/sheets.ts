import type { ChosenSheet } from "../../sheets/chosen";

/** What each sheet of the catalogue is called (at most 31 letters), and what it is for. */
export const sheets: Record<ChosenSheet, { readonly name: string; readonly purpose: string }> = {
  dashboard: { name: "Dashboard", purpose: "The figures for the meeting, on one page" },
  review: { name: "Review pack", purpose: "One page for the weekly and monthly meeting: what changed, what is off track, what was decided" },
  goals: { name: "Goals", purpose: "Goals in four dimensions, with progress, pace and status" },
  funnel: { name: "Funnel", purpose: "How deals move through the stages, and where most are lost" },
  gates: { name: "Stage gates", purpose: "Which open deals miss what their stage asks for, and how much is at risk" },
  winLoss: { name: "Wins and losses", purpose: "Cycle by stage, reasons for wins and losses, competitors and how to answer them" },
  history: { name: "Pipeline history", purpose: "Moves from stage to stage, slipped deals, and how good past forecasts were" },
  scoring: { name: "Lead scores", purpose: "A score, a grade and the reasons for every lead; whom to call first" },
  scoringReview: { name: "Score review", purpose: "Do the rules pick the leads that convert? What to change" },
  journey: { name: "Journey", purpose: "The customer's way from awareness to renewal, and who does what" },
  health: { name: "Customer health", purpose: "A health score for every customer, renewals ahead, and what to do" },
  loyalty: { name: "Loyalty", purpose: "NPS, satisfaction, retention, churn and cohorts" },
  value: { name: "Customer value", purpose: "Lifetime value, acquisition cost, payback and where the profit is" },
  team: { name: "Team", purpose: "Ranking, attainment, pace and a balanced view of each rep" },
  coaching: { name: "Coaching", purpose: "SPIN questions per deal, 90-day onboarding, training and certification" },
  bonus: { name: "Bonus", purpose: "What each rep earns under a plan, and what another plan would cost" },
  quality: { name: "Data quality", purpose: "What is missing or out of date, whose it is, and the amount it puts at risk" },
  comparison: { name: "Definitions compared", purpose: "One KPI under each of its definitions, side by side" },
  together: { name: "Working together", purpose: "Shared KPIs, hand-off checklists, the customer-success committee and joint projects" },
  roadmap: { name: "Roadmap", purpose: "Where you stand, three phases, milestones, pilots and roll-out" },
};
