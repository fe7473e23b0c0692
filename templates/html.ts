// HTML in which whatever is filled in is escaped.

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What can be filled in: texts and numbers are escaped, null is nothing. */
export type Filling = string | number | Html | null | readonly Filling[];

/** A piece of HTML: html`<p>${text}</p>`. */
export function html(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return { html: parts.map((part, at) => part + (at < fillings.length ? written(fillings[at]!) : "")).join("") };
}

function written(filling: Filling): string {
  if (filling === null) return "";
  if (typeof filling === "string" || typeof filling === "number") return escaped(String(filling));
  return isHtml(filling) ? filling.html : filling.map(written).join("");
}

function isHtml(filling: Html | readonly Filling[]): filling is Html {
  return "html" in filling;
}

/** Text as it stands in HTML or XML, in attributes too. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
