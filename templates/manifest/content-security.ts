// What the pages may load, as Content-Security-Policy: nothing but what lies beside them, and office.js in the pane.

import type { Cloud } from "./clouds";

/** A page in the browser, or the pane in Excel. */
export type PageKind = "page" | "taskpane";

/** The policy in a page's meta tag. */
export function policyOf(kind: PageKind, cloud: Cloud): string {
  const scripts = kind === "taskpane" ? ["'self'", new URL(cloud.officeScript).origin] : ["'self'"];
  return policy({
    "default-src": ["'none'"],
    "script-src": scripts,
    // Fluent UI makes empty <style> elements and fills them by script. A nonce must be new on each load, which a static site cannot do;
    // the hash of an empty text is enough for Chromium, but WebKit (Safari, Excel for Mac) never matches it.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
}

/** The policy a server sends: the pane's, and who may frame it, which only a header can say. A page's own stricter one counts too. */
export function headerPolicyOf(cloud: Cloud): string {
  return `${policyOf("taskpane", cloud)}; ${policy({ "frame-ancestors": ["'self'", ...cloud.frames] })}`;
}

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives).map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}
