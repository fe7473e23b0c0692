import type { Change, ChangeKind, Changes } from "../../src/metrics/changes";
import { groupedChanges } from "../../src/taskpane/change-groups";

function changes(...list: readonly (readonly [ChangeKind, number | null])[]): Changes {
  return { list: list.map(([kind, amount]) => ({ kind, amount }) as Change) } as unknown as Changes;
}

function groups(found: Changes) {
  return groupedChanges(found).map(({ group, list, sum }) => [group, list.length, sum]);
}

it("always tells the six kinds a manager looks for", () => {
  expect(groups(changes())).toEqual([["new", 0, 0], ["won", 0, 0], ["lost", 0, 0], ["slipped", 0, 0], ["moved", 0, 0], ["amount", 0, 0]]);
});

it("puts moves together whichever way they went", () => {
  expect(groups(changes(["movedOn", 10], ["movedBack", 5], ["moved", null]))).toContainEqual(["moved", 3, 15]);
});

it("takes what amounts lost from what they gained", () => {
  expect(groups(changes(["increased", 10], ["decreased", 25]))).toContainEqual(["amount", 2, -15]);
});

it("tells of other kinds only where they happened", () => {
  expect(groups(changes(["gone", 7], ["goneClosed", 3])).at(-1)).toEqual(["gone", 2, 10]);
});

it("puts the largest amounts first", () => {
  const [added] = groupedChanges(changes(["new", 3], ["new", null], ["new", 9]));
  expect(added?.list.map(({ amount }) => amount)).toEqual([9, 3, null]);
});
