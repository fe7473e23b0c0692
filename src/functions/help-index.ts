// The search box of the list of functions: shows what fits, best first. Without this script the page shows all of them.

import { searchFunctions, type Searchable } from "./search";

interface Line extends Searchable {
  readonly element: HTMLElement;
}

const box = found<HTMLInputElement>("#search");
const list = found("#list");
const said = found("#said");
const lines = [...list.querySelectorAll<HTMLElement>("li")].map(lineOf);

found("#finder").hidden = false;
box.addEventListener("input", show);
// A browser that comes back to the page fills the box itself.
window.addEventListener("pageshow", show);

function show(): void {
  const query = box.value.trim();
  const fitting = searchFunctions(lines, query);
  list.replaceChildren(...fitting.map(({ element }) => element));
  said.textContent = sentence(query, fitting.length);
}

function sentence(query: string, shown: number): string {
  if (query === "") return "";
  const { shown: some = "", nothing = "" } = said.dataset;
  return shown === 0 ? nothing.replace("{query}", () => query) : some.replace("{shown}", String(shown)).replace("{all}", String(lines.length));
}

function lineOf(element: HTMLElement): Line {
  const { id = "", keywords = "", also = "" } = element.dataset;
  const textOf = (selector: string) => element.querySelector(selector)?.textContent ?? "";
  return { id, keywords, also, syntax: textOf("code"), description: textOf("p"), element };
}

function found<E extends HTMLElement = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`not on the page: ${selector}`);
  return element;
}
