// Why do we think a table is what we say it is? "Pipedrive deals, 14 of 16 columns".

import type { Text } from "../text/en";
import type { Imported } from "./work";

/** The evidence of a table as it is read now, in a sentence's first half. */
export function evidenceOf({ recognition, object, mapping, columns, rollup, rowsKept }: Imported, { crms, objects, pane, rollup: say }: Text): string {
  if (rollup) return say.shown(rowsKept, objects[object], rollup.rows);
  const what = pane.check.ofCrm(recognition.crm === "other" ? null : crms[recognition.crm], objects[object]);
  return pane.check.evidence(what, new Set(Object.values(mapping)).size, columns.length);
}
