// The list of all functions, with a search box where scripts run.

import type { FunctionEntry } from "../../src/functions/search";
import type { Language } from "../../src/text/language";
import { framed, helpWordsIn } from "./frame";
import { html, type Html } from "../html";
import { functionList } from "./list";
import type { DescribedFunction } from "./metadata";

/** The script of the search box, beside help.css. */
export const indexScript = "help-index.js";

/** The page in a language. */
export function indexPage(language: Language, described: readonly DescribedFunction[]): string {
  const words = helpWordsIn(language);
  const lead = words.lead(described.length);
  const main = html`<h1>${words.title}</h1>
<p class="lead">${lead}</p>
<search id="finder" hidden>
<label for="search">${words.search}</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}">
<p id="said" role="status" data-shown="${words.shown}" data-nothing="${words.nothing}"></p>
</search>
<ul id="list">
${functionList(language, described).map(line)}</ul>
<h2>${words.rules}</h2>
<ul>${words.ruleList.map((rule) => html`<li>${rule}</li>`)}</ul>`;
  return framed({ language, name: "index", title: words.title, description: lead, main, foot: null, script: indexScript });
}

function line({ id, syntax, description, keywords, also }: FunctionEntry): Html {
  return html`<li data-id="${id}" data-keywords="${keywords}" data-also="${also}"><a href="${id}.html">${id}</a><p>${description}</p><code>${syntax}</code></li>
`;
}
