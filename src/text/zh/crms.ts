import type { Crm } from "../../crm/reading";

export const crms: Record<Crm, string> = {
  salesforce: "Salesforce",
  hubspot: "HubSpot",
  fxiaoke: "纷享销客",
  dynamics: "Dynamics 365",
  pipedrive: "Pipedrive",
  zoho: "Zoho CRM",
  other: "自有表格",
};
