type TogetherDepartment = "all" | "sales" | "marketing" | "product" | "service";

/** The measure is the id of a figure of the workbook, null for one that is typed. */
export interface SharedKpiSeed {
  readonly kpi: string;
  readonly department: TogetherDepartment;
  readonly agreed: string;
  readonly measure: string | null;
  readonly unit: "percent" | "points" | "days" | "hours" | "money" | "number";
  readonly direction: "atLeast" | "atMost";
  readonly target: number;
}

/** `days` are counted from the day of signing. */
export interface HandoffSeed {
  readonly step: string;
  readonly phase: "preSale" | "sale" | "afterSale";
  readonly from: TogetherDepartment;
  readonly to: TogetherDepartment;
  readonly what: string;
  readonly when: string;
  readonly days: number;
}

export interface AgendaSeed {
  readonly topic: string;
  readonly minutes: number;
  readonly leader: TogetherDepartment;
  readonly prepare: string;
}

export interface ProjectSeed {
  readonly project: string;
  readonly partner: TogetherDepartment;
  readonly aim: string;
}

export interface TogetherSeeds {
  readonly kpis: readonly SharedKpiSeed[];
  readonly handoffs: readonly HandoffSeed[];
  readonly agenda: readonly AgendaSeed[];
  readonly projects: readonly ProjectSeed[];
}

/** What working together starts with: the source article's shared KPIs, hand-overs and committee. */
export const togetherSeeds: TogetherSeeds = {
  kpis: [
    { kpi: "Customer retention", department: "all", agreed: "Customers lost in a year fall from 20 % to 10 %: nine of ten stay", measure: "customers.kept", unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "Customer satisfaction", department: "all", agreed: "Satisfaction of key customers, by survey", measure: null, unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "Qualified lead to opportunity", department: "marketing", agreed: "Of the leads handed over as qualified (MQL), those sales takes up (SQL)", measure: "lead-conversion", unit: "percent", direction: "atLeast", target: 0.25 },
    { kpi: "Leads answered in a day", department: "sales", agreed: "Sales calls a new MQL within 24 hours", measure: null, unit: "percent", direction: "atLeast", target: 0.95 },
    { kpi: "Win rate", department: "sales", agreed: "Won of all closed deals, last twelve months", measure: "trailing.win-rate", unit: "percent", direction: "atLeast", target: 0.3 },
    { kpi: "Sales cycle", department: "sales", agreed: "From 90 to 75 days from created to won", measure: "trailing.cycle", unit: "days", direction: "atMost", target: 75 },
    { kpi: "Feasibility confirmed", department: "product", agreed: "Deals signed whose feasibility product confirmed before", measure: null, unit: "percent", direction: "atLeast", target: 1 },
    { kpi: "Promised dates kept", department: "product", agreed: "Features promised in contracts and delivered on the day promised", measure: null, unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "First response time", department: "service", agreed: "From a customer's request to the first answer of a person", measure: null, unit: "hours", direction: "atMost", target: 4 },
    { kpi: "Hand-overs on time", department: "service", agreed: "Won deals taken over by service within the agreed days", measure: null, unit: "percent", direction: "atLeast", target: 0.95 },
  ],
  handoffs: [
    { step: "Qualified lead handed to sales", phase: "preSale", from: "marketing", to: "sales", what: "Score and reasons, source, what the lead has read and attended", when: "The lead reaches the MQL score", days: -75 },
    { step: "Need confirmed", phase: "preSale", from: "sales", to: "product", what: "Situation, problem, effect, wanted result; who decides", when: "Before the solution is presented", days: -45 },
    { step: "Feasibility confirmed", phase: "preSale", from: "product", to: "sales", what: "What is standard, what is extra, by when; risks; signed by product", when: "Before the contract is signed", days: 0 },
    { step: "Promises and terms handed over", phase: "sale", from: "sales", to: "service", what: "Contract, promised functions and dates, prices, special terms", when: "The contract is signed", days: 2 },
    { step: "Customer introduced to service", phase: "sale", from: "sales", to: "service", what: "Contacts and their roles, goals of the customer, history of talks", when: "Kick-off together with the customer", days: 7 },
    { step: "Customer-success plan agreed", phase: "afterSale", from: "service", to: "all", what: "Steps to the first success, owner and date of each, how success is measured", when: "After the kick-off", days: 14 },
    { step: "Open wishes back to product", phase: "afterSale", from: "service", to: "product", what: "Wishes and faults with their number of customers and amount", when: "After the first month of use", days: 45 },
    { step: "First success told to marketing", phase: "afterSale", from: "service", to: "marketing", what: "Result in figures, consent to a reference", when: "The first goal is reached", days: 90 },
  ],
  agenda: [
    { topic: "Actions since the last meeting", minutes: 15, leader: "all", prepare: "Action log below: done, open, overdue" },
    { topic: "Shared KPIs", minutes: 20, leader: "sales", prepare: "Board above: what is behind, and why" },
    { topic: "Issues along the customer's way", minutes: 30, leader: "service", prepare: "Complaints, lost customers, lowest points of the journey" },
    { topic: "What was promised and what was delivered", minutes: 20, leader: "product", prepare: "Hand-overs late or left out; extra wishes" },
    { topic: "Leads: quality and follow-up", minutes: 15, leader: "marketing", prepare: "Conversion by source, rules of the lead score" },
    { topic: "Joint projects and decisions", minutes: 20, leader: "all", prepare: "Effect of those finished, proposals for the next quarter" },
  ],
  projects: [
    { project: "One definition of the MQL", partner: "marketing", aim: "Scores agreed by both; conversion of qualified leads to 25 %" },
    { project: "Feasibility check in two days", partner: "product", aim: "No contract signed without an answer from product" },
    { project: "First 90 days with a customer", partner: "service", aim: "Plan and owner for each new customer; fewer lost in the first year" },
  ],
};
