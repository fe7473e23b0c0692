/** The dimension is one of the sheet's; the measure is the id of a figure of the workbook, where one speaks to the question. */
export interface RoadmapQuestion {
  readonly dimension: "goals" | "processes" | "capability" | "tools" | "collaboration";
  readonly question: string;
  readonly measure: string | null;
}

/** `from` and `weeks` are counted from the first day. */
export interface RoadmapMilestone {
  readonly phase: "base" | "data" | "whole";
  readonly milestone: string;
  readonly resources: string;
  readonly from: number;
  readonly weeks: number;
}

export interface RoadmapReview {
  readonly review: string;
  readonly what: string;
  readonly leader: string;
  readonly sheets: string;
  /** Days from one to the next. */
  readonly every: number;
}

export interface RoadmapSeeds {
  readonly questions: readonly RoadmapQuestion[];
  readonly milestones: readonly RoadmapMilestone[];
  readonly reviews: readonly RoadmapReview[];
}

/** What a roadmap starts with: questions, milestones (weeks from the first day) and reviews of the source article. */
export const roadmapSeeds: RoadmapSeeds = {
  questions: [
    { dimension: "goals", question: "Goals cover finance, customers, process and team, not sales alone", measure: null },
    { dimension: "goals", question: "Every goal is SMART: baseline, target, owner, deadline", measure: null },
    { dimension: "goals", question: "Customer value counts: retention, satisfaction and margin beside new sales", measure: "customers.kept" },
    { dimension: "goals", question: "Goals reach teams and people; everyone knows his share", measure: null },
    { dimension: "goals", question: "Progress is reviewed at fixed times, and something follows from it", measure: null },
    { dimension: "processes", question: "Marketing and sales share one definition of a qualified lead (MQL), with scores", measure: "lead-conversion" },
    { dimension: "processes", question: "Leads not ready yet are nurtured and do not get lost", measure: null },
    { dimension: "processes", question: "Each stage has written entry and exit criteria, and they are kept", measure: "trailing.win-rate" },
    { dimension: "processes", question: "Stalled deals are seen early and dealt with", measure: "stalled" },
    { dimension: "processes", question: "Lost deals and competitors are analysed; there are answers to each competitor", measure: "win-rate" },
    { dimension: "capability", question: "New reps have a 90-day plan and close alone within six months", measure: null },
    { dimension: "capability", question: "Learning follows 70-20-10: practice, feedback, courses", measure: null },
    { dimension: "capability", question: "A questioning method (such as SPIN) is used in real talks", measure: null },
    { dimension: "capability", question: "Success cases, scripts and answers are written down and found", measure: null },
    { dimension: "capability", question: "Pay and praise reward process and customers too, not revenue alone", measure: null },
    { dimension: "tools", question: "All customer data are in one CRM, none in private files", measure: null },
    { dimension: "tools", question: "Records are complete and right", measure: "completeness" },
    { dimension: "tools", question: "Contacts are recorded within 24 hours", measure: null },
    { dimension: "tools", question: "A dashboard shows funnel, forecast and customer health at any time", measure: null },
    { dimension: "tools", question: "Decisions start from data; the forecast is close to what comes", measure: null },
    { dimension: "collaboration", question: "Sales, marketing, product and service share targets for retention and satisfaction", measure: null },
    { dimension: "collaboration", question: "A customer-success committee meets every quarter and decides", measure: null },
    { dimension: "collaboration", question: "Feasibility is confirmed with product before signing", measure: null },
    { dimension: "collaboration", question: "After signing, service takes over by a checklist", measure: null },
    { dimension: "collaboration", question: "All departments see the same customer history and journey", measure: null },
  ],
  milestones: [
    { phase: "base", milestone: "Diagnosis done, gaps agreed with all heads", resources: "Workshops, customer interviews", from: 0, weeks: 3 },
    { phase: "base", milestone: "Goals in four dimensions signed", resources: "Management, finance", from: 2, weeks: 3 },
    { phase: "base", milestone: "Lead scoring and MQL defined with marketing", resources: "Marketing, CRM admin", from: 3, weeks: 4 },
    { phase: "base", milestone: "Stages with entry and exit criteria in the CRM", resources: "CRM admin, team leads", from: 4, weeks: 6 },
    { phase: "base", milestone: "CRM rules: completeness 95 %, update within 24 hours", resources: "CRM admin", from: 6, weeks: 7 },
    { phase: "data", milestone: "Dashboard and monthly data review running", resources: "Sales operations", from: 12, weeks: 4 },
    { phase: "data", milestone: "Questioning method trained and piloted in one team", resources: "Trainer, pilot team", from: 13, weeks: 6 },
    { phase: "data", milestone: "90-day plan and mentors for new reps", resources: "Mentors, HR", from: 14, weeks: 8 },
    { phase: "data", milestone: "Bonus with process and satisfaction parts decided", resources: "HR, finance", from: 18, weeks: 6 },
    { phase: "whole", milestone: "Customer-success committee meets for the first time", resources: "Heads of four departments", from: 24, weeks: 2 },
    { phase: "whole", milestone: "Shared KPIs and hand-over checklists in force", resources: "All departments", from: 25, weeks: 6 },
    { phase: "whole", milestone: "Customer journey drawn, owner for each touchpoint", resources: "All departments", from: 27, weeks: 6 },
    { phase: "whole", milestone: "Rolled out to all teams; review and next diagnosis", resources: "Team leads, coach", from: 31, weeks: 8 },
  ],
  reviews: [
    { review: "Pipeline review", what: "Stalled and overdue deals, next steps", leader: "Sales lead", sheets: "Review pack, Funnel", every: 7 },
    { review: "Data review", what: "Dashboard, forecast, bottlenecks, data quality", leader: "Sales operations", sheets: "Dashboard, Data quality", every: 30 },
    { review: "Marketing and sales", what: "Lead conversion, scores, nurturing", leader: "Marketing and sales", sheets: "Lead scores, Score review", every: 30 },
    { review: "Customer-success committee", what: "Issues along the customer's way, shared KPIs, joint projects", leader: "Four heads", sheets: "Working together", every: 91 },
    { review: "Goals and roadmap", what: "Goals, milestones, pilots and roll-out", leader: "Head of sales", sheets: "Goals, Roadmap", every: 91 },
    { review: "New diagnosis", what: "All questions scored anew, next year's phases", leader: "Head of sales", sheets: "Roadmap", every: 365 },
  ],
};
