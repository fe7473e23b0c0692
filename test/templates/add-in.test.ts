// What a build makes for an address and a cloud: pages, policies, manifests and settings of web servers.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cloudNames, cloudOf } from "../../templates/manifest/clouds";
import { hostingFiles } from "../../templates/manifest/hosting";
import { addInAssets, pageFor, targetOf } from "../../templates/manifest/make";

const root = resolve(__dirname, "../..");
const template = (name: string) => readFileSync(join(root, "src/taskpane", name), "utf8");
const cdn = { worldwide: "https://appsforoffice.microsoft.com", china: "https://appsforoffice.cdn.partner.office365.cn" };

describe.each(cloudNames)("for the cloud %s", (name) => {
  const cloud = cloudOf(name);
  const pane = pageFor(cloud, "taskpane", template("taskpane.html"));
  const page = pageFor(cloud, "page", template("index.html"));

  it("loads office.js from that cloud alone, and allows scripts from there", () => {
    expect([...pane.matchAll(/<script src="(.*?)"/g)].map(([, address]) => new URL(address!).origin)).toEqual([cdn[name]]);
    expect(directive(pane, "script-src")).toEqual(["'self'", cdn[name]]);
  });

  it("names no other cloud", () => {
    const named = pane + page + hostingFiles(cloud).get("_headers");
    expect(named).not.toMatch(name === "china" ? /officeapps\.live|appsforoffice\.microsoft/ : /365\.cn|officewebapps\.cn/);
  });

  it("loads nothing but what lies beside it in the plain page", () => {
    expect(directive(page, "script-src")).toEqual(["'self'"]);
    expect(page).not.toContain("office.js");
  });

  it.each([["page", page], ["pane", pane]])("allows no script in the text of the %s, no eval and no other place to send to", (_, html) => {
    const policy = policyIn(html);
    expect(policy["default-src"]).toEqual(["'none'"]);
    expect(policy["connect-src"]).toEqual(["'self'"]);
    expect(policy["script-src"]?.filter((source) => /unsafe|data:|blob:|\*/.test(source))).toEqual([]);
    expect([policy["object-src"], policy["base-uri"], policy["form-action"]]).toEqual([["'none'"], ["'none'"], ["'none'"]]);
    expect(html.match(/<script(?![^>]* src=)[^>]*>| on\w+=|\{\{/g)).toBeNull();
  });

  it.each(["_headers", "nginx.conf", "web.config"])("sends with %s the pane's policy, who may frame it, and lets Excel on the web read the metadata", (file) => {
    const settings = (hostingFiles(cloud).get(file) ?? "").replaceAll("&#39;", "'");
    expect(settings).toContain(policyText(pane));
    expect(settings).toMatch(name === "china" ? /frame-ancestors [^;"]*officewebapps\.cn/ : /frame-ancestors [^;"]*https:\/\/\*\.officeapps\.live\.com/);
    expect(settings).toMatch(/Access-Control-Allow-Origin/);
    expect(settings).not.toMatch(/no-store|X-Frame-Options/);
  });

  it("has its own manifests for the address it is built for", () => {
    const assets = addInAssets(targetOf({ base: "https://sales.example/book", cloud: name }));
    for (const file of ["manifest.xml", "manifest.json"]) {
      expect(assets.get(file)).toContain("https://sales.example/book/taskpane.html");
      expect(assets.get(file)).not.toContain("localhost");
    }
    expect(assets.get("manifest.json")).toContain('"sales.example"');
  });
});

it("shows in docs the settings a build writes: if not, run `npm run manifest`", () => {
  for (const [name, text] of hostingFiles(cloudOf("worldwide"))) expect(readFileSync(join(root, "docs/hosting", name), "utf8")).toBe(text);
});

it.each(["http://sales.example/", "sales.example", "https://", "https://sales.example/?a=1", "file:///tmp/"])("refuses the address %s", (base) => {
  expect(() => targetOf({ base })).toThrow(/not an https address/);
});

it("refuses a cloud it does not know", () => {
  expect(() => targetOf({ cloud: "moon" })).toThrow("unknown cloud: moon");
});

it("tells start, privacy and terms in both languages on one page", () => {
  const about = String(addInAssets(targetOf({})).get("about.html"));
  expect([...about.matchAll(/<section lang="([\w-]+)">/g)].map(([, language]) => language)).toEqual(["en", "zh-CN"]);
  expect(about).toMatch(/<h2>Privacy<\/h2>[^]*<h2>Terms<\/h2>[^]*<h2>隐私<\/h2>[^]*<h2>使用条款<\/h2>/);
});

function policyText(html: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
}

function policyIn(html: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(policyText(html).split("; ").map((each) => [each.split(" ")[0] ?? "", each.split(" ").slice(1)]));
}

function directive(html: string, name: string): readonly string[] | undefined {
  return policyIn(html)[name];
}
