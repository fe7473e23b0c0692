// Activities on the deals of colleagues.

import { helpByOwner } from "../../src/metrics/collaboration";

const deals = { id: ["D1", "D2", "D3", "D4"], name: ["Alpha", "Beta", "Same", "Same"], owner: ["Ann", "Bob", "Ann", "Bob"] };

it("counts activities on others' deals by id or name, and different deals", () => {
  const help = helpByOwner({ owner: ["Bob", "Bob", "bob", "Ann", "Ann", "Cid", null], deal: ["D1", "Alpha", "D3", "alpha", "BETA", "D2", "D1"], deals });
  expect(help.get("bob")).toEqual({ activities: 3, deals: 2 });
  expect(help.get("ann")).toEqual({ activities: 1, deals: 1 });
  expect(help.get("cid")).toEqual({ activities: 1, deals: 1 });
});

it("counts nothing on a deal it does not know, or whose name has several owners", () => {
  expect(helpByOwner({ owner: ["Bob", "Ann", "Ann"], deal: ["Same", "Gone", null], deals }).size).toBe(0);
});

it("lets an id go before the same text as a name", () => {
  const crossed = { id: ["Alpha", "D2"], name: ["One", "Alpha"], owner: ["Ann", "Bob"] };
  expect([...helpByOwner({ owner: ["Bob", "Ann"], deal: ["Alpha", "Alpha"], deals: crossed }).keys()]).toEqual(["bob"]);
});
