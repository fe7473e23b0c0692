// Why is a table taken for what it is, and each column for its field?

import { text, type Field } from "./fields";
import { lookUp } from "./headers/dictionary";
import { agreesWith } from "./headers/hints";
import { headerKeys } from "./headers/key";
import { crmSigns, type CrmSigns } from "./headers/which-crm";
import { headersOf } from "./headers/which-object";
import { fieldTables } from "./objects/tables";
import type { CrmTable, Recognition } from "./reading";
import { fitOf, sampleOf } from "./sample";

/** crm-header: the CRM's own header. known-header: of another CRM, or in general use. said: by the user, or read so before. words: words in the header, borne out by the values. values: the values alone. */
export const evidenceKinds = ["crm-header", "known-header", "said", "words", "values"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How sure a mapped column is, 0 to 1. */
interface ColumnEvidence {
  readonly field: string;
  readonly header: string;
  readonly kind: EvidenceKind;
  readonly confidence: number;
}

/** Headers that spoke for the CRM and the object. */
export interface TableEvidence extends CrmSigns {
  /** Headers of fields that the object has, those of fewest other objects first. */
  readonly forObject: readonly string[];
}

/** How sure a column would be if all its values went with the field. */
const believed: Readonly<Record<EvidenceKind, number>> = { "crm-header": 0.98, "known-header": 0.9, said: 1, words: 0.7, values: 0.5 };

/** The evidence of each mapped column, in the order of the mapping. */
export function columnEvidence(table: CrmTable, recognition: Recognition): readonly ColumnEvidence[] {
  return Object.entries(recognition.mapping).map(([field, header]) => {
    const kind = evidenceKind(field, header, recognition);
    const at = table.header.indexOf(header);
    const fields: Readonly<Record<string, Field>> = fieldTables[recognition.object];
    const fit = kind === "said" || at < 0 ? 1 : fitOf(sampleOf(table, at), fields[field] ?? text);
    return { field, header, kind, confidence: Math.round(believed[kind] * fit * 100) / 100 };
  });
}

/** Why this CRM and this object. */
export function tableEvidence(table: CrmTable, { object, crm }: Recognition): TableEvidence {
  return { ...crmSigns(table, object, crm), forObject: headersOf(table, object) };
}

function evidenceKind(field: string, header: string, { object, crm, said }: Recognition): EvidenceKind {
  const match = lookUp(headerKeys(header), object, crm);
  if (match?.field === field) return match.isOwn ? "crm-header" : "known-header";
  if (said?.mapping[field] === header) return "said";
  return agreesWith(header, field) ? "words" : "values";
}
