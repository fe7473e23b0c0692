import type { JourneyStageId, SalePhase } from "../../metrics/journey-stages";

/** A stage of the customer's way, as a company may start from; every word can be typed over. */
export interface StageSeed {
  readonly id: JourneyStageId;
  readonly phase: SalePhase;
  readonly stage: string;
  readonly goal: string;
  readonly touchpoint: string;
  readonly channel: string;
  readonly owner: string;
  readonly collaborator: string;
  readonly sla: string;
  readonly handoffIn: string;
  readonly handoffOut: string;
  readonly pain: string;
  readonly opportunity: string;
  readonly emotion: number;
}

export const journeyMap: readonly StageSeed[] = [
  {
    id: "awareness", phase: "preSale", stage: "Awareness", emotion: 0,
    goal: "See that the problem is worth solving, and who solves it",
    touchpoint: "Search, article, trade fair, webinar, recommendation",
    channel: "Website, social media, events",
    owner: "Marketing", collaborator: "Sales",
    sla: "Answer an enquiry within 1 working day",
    handoffIn: "Ideal customer profile and scoring rules agreed with Sales",
    handoffOut: "Qualified lead with score, source, need and contact in the CRM",
    pain: "Many claims, little that fits my trade; answers come slowly",
    opportunity: "One definition of a qualified lead; nurture those not ready yet",
  },
  {
    id: "consideration", phase: "preSale", stage: "Consideration", emotion: 1,
    goal: "Find out which solution fits, with proof",
    touchpoint: "Discovery call, demonstration, proposal, reference visit",
    channel: "Phone, meeting, site visit, e-mail",
    owner: "Sales", collaborator: "Product",
    sla: "First call within 24 hours; proposal within 5 working days",
    handoffIn: "Lead accepted, or returned to Marketing with a reason",
    handoffOut: "Needs confirmed; feasibility confirmed by Product before any promise",
    pain: "Gets a pitch instead of questions; hears promises Product does not know",
    opportunity: "Ask before presenting (SPIN); answers ready for each competitor",
  },
  {
    id: "purchase", phase: "sale", stage: "Purchase", emotion: 1,
    goal: "A contract that is clear, safe and quick to sign",
    touchpoint: "Quotation, negotiation, contract, order",
    channel: "Meeting, e-mail, electronic signature",
    owner: "Sales", collaborator: "Product, Legal, Finance",
    sla: "Quotation within 2 working days; contract check within 3",
    handoffIn: "Scope, feasibility and price approved by Product and Finance",
    handoffOut: "Signed contract: scope, every promise, contacts, success criteria",
    pain: "Approvals drag on; terms change late",
    opportunity: "Standard terms and an approval path with clear limits",
  },
  {
    id: "onboarding", phase: "sale", stage: "Onboarding", emotion: -1,
    goal: "Start without surprises and see a first result soon",
    touchpoint: "Kick-off, implementation, training, acceptance",
    channel: "On site, video meeting, help centre",
    owner: "Customer success", collaborator: "Product, Sales",
    sla: "Kick-off within 5 working days; first result within 30 days",
    handoffIn: "Handover meeting held: each promise in the contract accepted",
    handoffOut: "Acceptance signed, users trained, health measures set up",
    pain: "Has to explain everything again; delivery differs from the promise",
    opportunity: "Handoff checklist; one project plan the customer can see",
  },
  {
    id: "use", phase: "afterSale", stage: "Use", emotion: 0,
    goal: "Get the work done, and quick help when it does not run",
    touchpoint: "Daily use, support case, review meeting, satisfaction survey",
    channel: "Product, hotline, service portal, visit",
    owner: "Customer service", collaborator: "Customer success, Product",
    sla: "First answer within 4 working hours; review every quarter",
    handoffIn: "Open points, contacts and service level known to Service",
    handoffOut: "Health score, use and open cases 90 days before the contract ends",
    pain: "Waits for answers; every department asks the same questions",
    opportunity: "One view of the customer for all departments; CSAT after each case",
  },
  {
    id: "renewal", phase: "afterSale", stage: "Renewal and advocacy", emotion: 2,
    goal: "Renew with confidence, grow, recommend",
    touchpoint: "Renewal talk, upgrade offer, reference, recommendation",
    channel: "Meeting, e-mail, customer event",
    owner: "Customer success", collaborator: "Sales, Marketing",
    sla: "Renewal offer 60 days before the contract ends",
    handoffIn: "Value reached and health score agreed with the customer",
    handoffOut: "References and reasons for leaving go to Marketing and Product",
    pain: "Only hears from us when the bill is due",
    opportunity: "Retention and satisfaction as the shared goal of all departments",
  },
];
