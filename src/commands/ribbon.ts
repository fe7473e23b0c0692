// What the ribbon's buttons do that do not only open the pane: they tell it where to go, and open it where Excel lets them.

/** Where a button leads; the ids of the manifest's actions. */
export const ribbonPlaces = ["refresh", "functions"] as const;
export type RibbonPlace = (typeof ribbonPlaces)[number];

/** Answers the buttons from now on. `goTo` is called at once, open pane or not. */
export function answerRibbon(goTo: (place: RibbonPlace) => void): void {
  for (const place of ribbonPlaces) Office.actions.associate(place, (event: Office.AddinCommands.Event) => go(place, goTo, event));
}

function go(place: RibbonPlace, goTo: (place: RibbonPlace) => void, event: Office.AddinCommands.Event): void {
  try {
    goTo(place);
    // Not awaited: an Excel that ignores it may never answer, and a button that is not said to be done stays grey.
    void showPane();
  } finally {
    event.completed();
  }
}

/** Opens the pane. In installations from Microsoft Marketplace Excel ignores it; where it cannot, nothing happens. */
export async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    // Excel without a shared runtime: the button that opens the pane is still there.
  }
}
