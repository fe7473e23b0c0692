// The pane as Excel shows it, with a workbook that is none. `#built`, `#left`, `#messy`, `#endless`, `#protected` and `#dark` in the address say how it is.

import { createRoot } from "react-dom/client";
import { App } from "../../src/taskpane/App";
import { goTo } from "../../src/taskpane/navigate";
import { remoteWork } from "../../src/taskpane/remote";
import { firstSheets } from "../first-sheets";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { languageOf } from "../../src/text/language";
import { dayOfIso, type Day } from "../../src/values";
import { fakeBook, memoryOf } from "../taskpane/fake-book";
import { exportedBefore, exportedText } from "./export";

const asked = new Set(location.hash.slice(1).split(","));
const worker = () => new Worker(new URL("../../src/taskpane/worker.ts", import.meta.url));
const work = remoteWork(worker);
const language = languageOf(navigator.language);

/** With amounts and dates that need an answer. */
const messyText = exportedText.replace("\t1977\t", "\tn/a\t").replace("\t2954\t", "\tn/a\t").replaceAll(/(202\d)-0(\d)-0(\d)/g, "0$2/0$3/$1");

void start();

function today(): Day {
  return dayOfIso("2026-11-23") as Day;
}

async function start() {
  const book = fakeBook({
    state: { isBuilt: asked.has("built"), left: asked.has("left") ? { memory: emptyMemory, day: "2026-11-20" } : null },
    memory: asked.has("built") ? await memoryOfLastWeek() : emptyMemory,
    selection: { name: "Export", sheet: "Sheet1", area: { top: 2, left: 1, bottom: 62, right: 10 }, text: asked.has("messy") ? messyText : exportedText },
    refuses: asked.has("protected") ? { render: [{ kind: "protected-sheet", sheet: "Dashboard" }] } : {},
    endless: asked.has("endless"),
  });
  Object.assign(window, { book, goTo });
  createRoot(document.getElementById("pane") as HTMLElement).render(
    <App work={work} book={book} language={language} today={today} officeTheme={() => ({ background: asked.has("dark") ? "#292929" : "#ffffff" })} />,
  );
}

async function memoryOfLastWeek(): Promise<Memory> {
  const opened = await work.open({ name: "last week", bytes: null, html: null, text: exportedBefore });
  const choice = { language, asOf: dayOfIso("2026-11-16") as Day, template: null, sheets: firstSheets, currency: null, fiscalYearStart: null } as const;
  const plan = await work.plan(choice, emptyMemory);
  if ("tables" in opened) for (const { id } of opened.tables) await work.remove(id);
  return memoryOf(plan);
}
