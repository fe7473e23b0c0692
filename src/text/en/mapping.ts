import type { EvidenceKind } from "../../crm/evidence";
import type { DateOrder } from "../../crm/readers/day";

const orders: Record<DateOrder, string> = { dmy: "Day first", mdy: "Month first" };

const evidence: Record<EvidenceKind, string> = {
  said: "As you chose, or as it was read before",
  "crm-header": "This CRM's own header",
  "known-header": "A header that is known from other CRMs",
  words: "Words in the header, and the values agree",
  values: "The values alone",
};

/** The table that says how each column was read, and why a column was taken for a field. */
export const mapping = {
  title: "How each column was read",
  note: "Choose another field under “Read as”, or “Not used”, and the next refresh reads the column so. Where it is empty the column is kept as it is. Columns that this export does not have stay here for the next one that has them.",
  headers: { column: "Column", readAs: "Read as", object: "Rows are", dateOrder: "Date order", filled: "Fill down", remark: "Remark" },
  notUsed: "Not used",
  orders,
  remarks: {
    absent: "Not in this export.",
    unknown: (object: string) => `Not a field of ${object}: choose one from the list.`,
    waiting: "Counts from the next refresh on, unless another column is read as this field.",
    order: (assumed: string) => `The dates do not tell whether day or month comes first; read as: ${assumed}. Choose the order if that is wrong.`,
    blanks: "Looks like merged cells: choose “Yes” under “Fill down” to fill the blanks from above.",
  },
  prompts: { readAs: "The field this column is read as at the next refresh.", dateOrder: "Only used where the dates do not prove an order.", filled: "Fills each blank from the cell above." },
  fieldsTitle: "Fields to choose from",
  field: "Field",
  evidence,
};
