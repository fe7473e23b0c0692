// The errors a function can give, as sentences with their blanks shown.

import { isArgumentProblem, type RefusalKind } from "../../src/metrics/refusal";
import { functionProblems as en } from "../../src/text/en/functions/problems";
import type { Language } from "../../src/text/language";
import { functionProblems as zh } from "../../src/text/zh/functions/problems";
import type { HelpWords } from "./frame";
import { html, type Html } from "../html";

/** Bad arguments first, then arguments that have no answer. */
export function errorTable(refusals: readonly RefusalKind[], language: Language, words: HelpWords): Html {
  const texts = language === "en" ? en : zh;
  const [atFault, noAnswer] = [refusals.filter(isArgumentProblem), refusals.filter((kind) => !isArgumentProblem(kind))];
  return html`<table class="errors">
<thead><tr><th scope="col">${words.errorCode}</th><th scope="col">${words.errorSays}</th></tr></thead>
${[group("#VALUE!", atFault), group("#N/A", noAnswer)]}</table>`;

  function group(code: string, kinds: readonly RefusalKind[]): Html | null {
    if (kinds.length === 0) return null;
    return html`<tbody>
${kinds.map((kind, at) => html`<tr>${at === 0 ? html`<th scope="rowgroup" rowspan="${kinds.length}">${code}</th>` : null}<td>${sentence(kind, texts[kind], words)}</td></tr>
`)}</tbody>
`;
  }
}

function sentence(kind: RefusalKind, text: string, words: HelpWords): readonly (string | Html)[] {
  const fillings: Readonly<Record<string, string>> = { ...words.fillings, ...words.fillingsOf[kind] };
  return text.split(/(\{\w+\})/).map((piece) => {
    const blank = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (blank === undefined) return piece;
    if (!(blank in fillings)) throw new Error(`no word for the blank: ${blank}`);
    return html`<var>${fillings[blank]!}</var>`;
  });
}
