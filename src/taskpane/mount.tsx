// Puts the pane on its page, with what the browser says about the day.

import { createRoot } from "react-dom/client";
import type { LiveBook } from "../hosts/live";
import { languageOf } from "../text/language";
import { localDay, type Day } from "../values";
import { App } from "./App";
import type { OfficeTheme } from "./look";
import { remoteWork } from "./remote";

/** What is there only inside Excel. */
interface Inside {
  readonly book: LiveBook;
  readonly officeTheme: () => OfficeTheme | null;
}

/** Shows the pane in the page's `#pane`; `locale` is the language of the program around it. */
export function mount(locale: string, inside: Inside | null = null): void {
  const place = document.getElementById("pane");
  if (!place) throw new Error("no #pane on the page");
  const worker = () => new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
  const office = inside ? { officeTheme: inside.officeTheme } : {};
  createRoot(place).render(<App work={remoteWork(worker)} book={inside?.book ?? null} language={languageOf(locale)} today={today} {...office} />);
}

function today(): Day {
  return localDay(new Date()) as Day;
}
