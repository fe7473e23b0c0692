import { reference } from "../../src/formula/term";
import { ofClosed, withoutOwner } from "../../src/metrics/period";
import { asked } from "./asked";
import { dealModel, withValues } from "./deal-model";

const model = dealModel({
  asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"], ["Lost", "lost"]],
  deals: [{ owner: "Ann", stage: "Lead", closed: "2026-06-02" }, { stage: "Won", outcome: "won", closed: "2026-06-01" }, { stage: "Lost", outcome: "lost", closed: "2026-06-03" }],
});
const period = (from: number, to: number) => ({ from: reference("From", from), to: reference("To", to) });

it("has a figure of a period in which a deal was won or lost", () => {
  const days = 'Deals[Close date],">="&From,Deals[Close date],"<="&To';
  const closed = `COUNTIFS(Deals[Outcome],"Won",${days})+COUNTIFS(Deals[Outcome],"Lost",${days})`;
  const figure = () => reference("Figure", 5);
  // Days 46174 to 46176 are the first three of June 2026; on the second no deal was won or lost.
  expect([46_174, 46_175, 46_176, 46_177].map((day) => ofClosed(model, period(day, day), figure).value)).toEqual([5, "", 5, ""]);
  expect(ofClosed(model, period(46_174, 46_176), figure)).toMatchObject({ value: 5, text: `IF(${closed}=0,"",Figure)` });
});

it("counts deals without an owner, in rows and in groups", () => {
  const owners = withValues(model, "owner", ["Ann", "", null]);
  expect(withoutOwner(owners)).toMatchObject({ value: 2, text: "COUNTBLANK(Deals[Owner])" });
  expect(withoutOwner(asked(owners).model)).toMatchObject({ value: 2, text: 'COUNTIFS(Deals[Owner],"")' });
});
