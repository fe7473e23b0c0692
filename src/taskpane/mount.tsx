// Puts the pane on its page, with what the browser says about language and day.

import { createRoot } from "react-dom/client";
import { languageOf } from "../text/language";
import { dayOf, type Day } from "../values";
import { App } from "./App";
import { remoteWork } from "./remote";

/** Shows the pane in the page's `#pane`. */
export function mount(locale: string): void {
  const place = document.getElementById("pane");
  if (!place) throw new Error("no #pane on the page");
  const worker = new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
  createRoot(place).render(<App work={remoteWork(worker)} language={languageOf(locale)} today={today()} />);
}

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as Day;
}
