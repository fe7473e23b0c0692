// The help of the custom functions as web pages: one a function and a list of all, in every language.

import type { FunctionId } from "../../src/functions/ids";
import { twinName, typedFormula } from "../../src/sheets/twins/twin";
import { twins } from "../../src/sheets/twins/twins";
import { functionHelpIn, refusalsOf, twinNotesIn } from "../../src/text/functions";
import { languages, type Language } from "../../src/text/language";
import { errorTable } from "./errors";
import { framed, helpWordsIn, type HelpWords } from "./frame";
import { html, type Html } from "../html";
import { indexPage } from "./index-page";
import { helpPath, spokenIn, syntaxOf, type SpokenFunction } from "./list";
import type { DescribedFunction } from "./metadata";
import { exampleSheet } from "./sheet";

/** The pages by their paths from the root of the site. */
export function helpPages(described: readonly DescribedFunction[]): ReadonlyMap<string, string> {
  return new Map(languages.flatMap((language) => [
    ...described.map((one, at): [string, string] => [helpPath(language, one.id), functionPage(language, described, at)]),
    [helpPath(language, "index"), indexPage(language, described)],
  ]));
}

function functionPage(language: Language, described: readonly DescribedFunction[], at: number): string {
  const spoken = spokenIn(language, described[at]!);
  const { id, description } = spoken;
  const words = helpWordsIn(language);
  const { formula, source, notes, example } = functionHelpIn(language)[id];
  const main = html`<h1>${id}</h1>
<p class="lead">${description}</p>
<h2>${words.syntax}</h2>
<p class="syntax"><code>${syntaxOf(spoken)}</code></p>
<h2>${words.arguments}</h2>
${argumentTable(spoken, words)}
<h2>${words.result}</h2>
<p>${spoken.returns}</p>
<h2>${words.example}</h2>
${exampleSheet(example, words.exampleAt, words.exampleCaption(id))}
<p>${example.says} <span class="heard">${words.exampleResult}</span></p>
<h2>${words.formula}</h2>
<ul class="formula">${formula.map((line) => html`<li>${line}</li>`)}</ul>
<p class="source">${words.source}${source}</p>
<h2>${words.notes}</h2>
<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
<h2>${words.errors}</h2>
<p>${words.errorsLead}</p>
${errorTable(refusalsOf(id), language, words)}
${twinSection(id, language, words)}`;
  return framed({ language, name: id, title: words.pageTitle(id), description, main, foot: neighbours(described, at, words), script: null });
}

function argumentTable({ parameters }: SpokenFunction, words: HelpWords): Html {
  return html`<table class="arguments">
<thead><tr><th scope="col">${words.argument}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>
${parameters.map(({ name, description, isOptional }) => html`<tr><th scope="row"><code>${breakable(name)}</code> <span class="need">${isOptional ? words.optional : words.required}</span></th><td>${description}</td></tr>
`)}</tbody>
</table>`;
}

/** `revenuePerPeriod` may break before each capital. */
function breakable(name: string): readonly (string | Html)[] {
  return name.split(/(?=[A-Z])/).flatMap((word, at) => (at === 0 ? [word] : [html`<wbr>`, word]));
}

function twinSection(id: FunctionId, language: Language, words: HelpWords): Html {
  const twin = twins.find((one) => one.id === id);
  const note = twinNotesIn(language)[id];
  return html`<h2>${words.twin}</h2>
${twin ? html`<p>${words.twinLead(twinName(twin))}</p>
<pre class="twin" tabindex="0"><code>${typedFormula(twin)}</code></pre>
<p>${words.twinNote}${note}</p>` : html`<p>${words.noTwin}${note}</p>`}`;
}

/** Links to the functions before and after; the list closes to a ring. */
function neighbours(described: readonly DescribedFunction[], at: number, words: HelpWords): Html {
  const [before, after] = [described.at(at - 1)!, described[(at + 1) % described.length]!];
  return html`<nav class="neighbours" aria-label="${words.neighbours}">
<a href="${before.id}.html" rel="prev"><span>${words.before}</span> ${before.id}</a>
<a href="${after.id}.html" rel="next"><span>${words.after}</span> ${after.id}</a>
<a href="index.html">${words.all}</a>
</nav>`;
}
