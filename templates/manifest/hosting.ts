// How three kinds of web servers send the pages: with a strict policy, icons that may be kept, and metadata Excel on the web may read.

import type { Cloud } from "./clouds";
import { headerPolicyOf } from "./content-security";
import { documentOf, element, type Element } from "./element";

/** Files of settings by name: `_headers` (Netlify, Cloudflare Pages), `nginx.conf` (to include in a server), `web.config` (IIS, Azure). */
export function hostingFiles(cloud: Cloud): ReadonlyMap<string, string> {
  const headers = headersOf(cloud);
  return new Map([["_headers", netlify(headers)], ["nginx.conf", nginx(headers)], ["web.config", iis(headers)]]);
}

function headersOf(cloud: Cloud): readonly (readonly [string, string])[] {
  return [
    ["Content-Security-Policy", headerPolicyOf(cloud)],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    // Excel on the web reads the functions' metadata from its own pages.
    ["Access-Control-Allow-Origin", "*"],
    // Kept, and asked for again whether it is still the newest: Office wants icons it may keep.
    ["Cache-Control", "no-cache"],
  ];
}

function netlify(headers: readonly (readonly [string, string])[]): string {
  return `/*\n${headers.map(([name, value]) => `  ${name}: ${value}`).join("\n")}\n`;
}

function nginx(headers: readonly (readonly [string, string])[]): string {
  const lines = headers.map(([name, value]) => `add_header ${name} "${value}" always;`);
  return `# In the server or location that serves the folder: include /path/to/nginx.conf;\n${lines.join("\n")}\n`;
}

function iis(headers: readonly (readonly [string, string])[]): string {
  return documentOf(element("configuration", {}, [
    element("system.webServer", {}, [
      element("staticContent", {}, mimeMap(".json", "application/json")),
      element("httpProtocol", {}, [element("customHeaders", {}, headers.map(([name, value]) => element("add", { name, value })))]),
    ]),
  ]));
}

function mimeMap(fileExtension: string, mimeType: string): readonly Element[] {
  return [element("remove", { fileExtension }), element("mimeMap", { fileExtension, mimeType })];
}
