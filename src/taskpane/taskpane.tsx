// The pane inside Excel: the same, once office.js is ready, with the open workbook and the ribbon's buttons answered.

import { answerRibbon } from "../commands/ribbon";
import { openIfWanted, openWithWorkbook } from "../commands/startup";
import type { LiveBook } from "../hosts/live";
import { laterBook } from "./later-book";
import type { OfficeTheme } from "./look";
import { mount } from "./mount";
import { goTo } from "./navigate";

void Office.onReady(({ host }) => {
  const isExcel = host === Office.HostType.Excel;
  mount(Office.context.displayLanguage || navigator.language, isExcel ? { book: laterBook(openBook), officeTheme } : null);
  if (isExcel) startInExcel();
});

function startInExcel(): void {
  answerRibbon(goTo);
  void openIfWanted();
}

/** The open workbook; one that was built opens the pane with it from then on, which Excel may never say it will. */
async function openBook(): Promise<LiveBook> {
  const { officeBook } = await import(/* webpackChunkName: "office" */ "../hosts/office/book");
  const book = officeBook();
  return {
    ...book,
    async render(plan, rendering) {
      await book.render(plan, rendering);
      void openWithWorkbook(true);
    },
    async removeBuilt() {
      const gone = await book.removeBuilt();
      void openWithWorkbook(false);
      return gone;
    },
  };
}

function officeTheme(): OfficeTheme | null {
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  return background ? { background } : null;
}
