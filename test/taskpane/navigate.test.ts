import { goTo, onGoTo } from "../../src/taskpane/navigate";
import type { Place } from "../../src/taskpane/session";

function heard(): { readonly places: Place[]; readonly end: () => void } {
  const places: Place[] = [];
  return { places, end: onGoTo((place) => places.push(place)) };
}

it("brings the pane where the ribbon says", () => {
  const pane = heard();
  goTo("functions");
  pane.end();
  goTo("refresh");
  expect(pane.places).toEqual(["functions"]);
  heard().end();
});

it("brings a pane that opens later to the last place asked for, once", () => {
  goTo("functions");
  goTo("refresh");
  const [first, second] = [heard(), heard()];
  expect([first.places, second.places]).toEqual([["refresh"], []]);
  first.end();
  second.end();
});
