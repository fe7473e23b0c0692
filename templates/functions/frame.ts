// What every help page has around its text.

import { helpPage as en } from "../../src/text/en/functions/help-page";
import { languageNames, languages, type Language } from "../../src/text/language";
import { helpPage as zh } from "../../src/text/zh/functions/help-page";
import { html, type Html } from "../html";

/** Words of the pages. */
export type HelpWords = typeof en;

/** The words of the pages in a language. */
export function helpWordsIn(language: Language): HelpWords {
  return language === "en" ? en : zh;
}

/** A page without what all have. */
export interface Framed {
  readonly language: Language;
  /** The file's name without its ending: the same in every language. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Links under the text. */
  readonly foot: Html | null;
  /** A script beside help.css, if the page has one. */
  readonly script: string | null;
}

/** A whole page; it may load nothing but what lies beside it. */
export function framed({ language, name, title, description, main, foot, script }: Framed): string {
  const words = helpWordsIn(language);
  const others = languages.filter((one) => one !== language);
  return `<!doctype html>\n${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src ${script === null ? "'none'" : "'self'"}; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="../../assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../help.css">
${script === null ? null : html`<script type="module" src="../${script}"></script>
`}</head>
<body>
<header>
<a class="skip" href="#text">${words.skip}</a>
<nav aria-label="${words.path}">${name === "index" ? html`<span aria-current="page">${words.title}</span>` : html`<a href="index.html">${words.title}</a>`}</nav>
${others.map((one) => html`<a href="../${one}/${name}.html" hreflang="${one}" lang="${one}">${languageNames[one]}</a>`)}
</header>
<main id="text">
${main}
</main>
${foot}
</body>
</html>
`.html}`;
}
