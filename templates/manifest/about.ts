// The page about the add-in: what it is, how to start, privacy and terms, in both languages.

import { addInTextIn } from "../../src/text/add-in";
import { languages, type Language } from "../../src/text/language";
import { html, type Html } from "../html";

/** about.html. */
export function aboutPage(): string {
  return `<!doctype html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${addInTextIn("en").name}</title>
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="functions/help.css">
</head>
<body>
<main id="text">
${languages.map(section)}
</main>
</body>
</html>
`.html}`;
}

function section(language: Language): Html {
  const { name, description, about } = addInTextIn(language);
  return html`<section lang="${language}">
<h1>${name}</h1>
<p class="lead">${description}</p>
<h2>${about.start}</h2>
<ol>${about.startSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p><a href="index.html">${about.withoutExcel}</a> · <a href="functions/${language}/index.html">${about.functions}</a></p>
<h2>${about.privacy}</h2>
${about.privacyText.map((said) => html`<p>${said}</p>`)}
<h2>${about.terms}</h2>
${about.termsText.map((said) => html`<p>${said}</p>`)}
</section>
`;
}
