// The pane inside Excel: the same, once office.js is ready, with the ribbon's buttons answered.

import { answerRibbon } from "../commands/ribbon";
import { openIfWanted } from "../commands/startup";
import { mount } from "./mount";
import { goTo } from "./navigate";

void Office.onReady(({ host }) => {
  if (host === Office.HostType.Excel) startInExcel();
  mount(Office.context.displayLanguage || navigator.language);
});

function startInExcel(): void {
  answerRibbon(goTo);
  void openIfWanted();
}
