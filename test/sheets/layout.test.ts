import { grid, show } from "../../src/sheets/block";
import { layout } from "../../src/sheets/layout";

it("lays a block of more cells than a call takes arguments", () => {
  const rows = Array.from({ length: 150_000 }, (_, at) => [show("plain", at)]);
  const sheet = { id: "long", name: "Long", tab: "slate", columnWidths: [], gridlines: true, blocks: [grid(rows)], print: { orientation: "portrait", paper: "a4", fitToHeight: false } } as const;
  const plan = layout([sheet], { language: "en", title: "Long", currency: "", functions: [] });
  expect(plan.sheets[0]!.cells.at(-1)).toMatchObject({ row: 149_999, column: 0, value: 149_999 });
});
