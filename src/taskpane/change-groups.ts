// Under which headings does the pane tell what changed?

import type { Change, ChangeKind, Changes } from "../metrics/changes";

export const changeGroups = ["new", "won", "lost", "slipped", "moved", "amount", "reopened", "pulledIn", "changedOwner", "restated", "gone"] as const;
export type ChangeGroup = (typeof changeGroups)[number];

const kindsOf: Readonly<Record<ChangeGroup, readonly ChangeKind[]>> = {
  new: ["new"], won: ["won"], lost: ["lost"], slipped: ["slipped"], moved: ["movedOn", "movedBack", "moved"], amount: ["increased", "decreased"],
  reopened: ["reopened"], pulledIn: ["pulledIn"], changedOwner: ["changedOwner"], restated: ["restated"], gone: ["gone", "goneClosed"],
};

/** What a manager looks for first: said even where nothing of it happened. */
const always: ReadonlySet<ChangeGroup> = new Set(["new", "won", "lost", "slipped", "moved", "amount"]);

/** The changes of a heading; for changed amounts the sum is what came on top, or went. */
export interface GroupedChanges {
  readonly group: ChangeGroup;
  readonly list: readonly Change[];
  readonly sum: number;
}

/** The headings to show, largest amounts first under each. */
export function groupedChanges({ list }: Changes): readonly GroupedChanges[] {
  return changeGroups.flatMap((group) => {
    const found = list.filter(({ kind }) => kindsOf[group].includes(kind)).sort((left, right) => (right.amount ?? 0) - (left.amount ?? 0));
    return found.length > 0 || always.has(group) ? [{ group, list: found, sum: sumOf(found) }] : [];
  });
}

function sumOf(list: readonly Change[]): number {
  return list.reduce((sum, { kind, amount }) => sum + (kind === "decreased" ? -1 : 1) * (amount ?? 0), 0);
}
