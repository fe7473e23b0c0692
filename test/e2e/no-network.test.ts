// Nothing leaves the browser: a whole use of the page, and of the pane with its functions, with every request watched.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { openInExcel } from "../excel-host/frame";
import { addinAddress, hostAddress } from "../excel-host/frame-page";
import { textIn } from "../../src/text/language";
import { pasteInto, press } from "./beside-excel";
import { startBrowser } from "./browser";
import { exportedText } from "./export";
import { stops, tour } from "./tour";

jest.setTimeout(300_000);

declare const window: { readonly otherWaysOut: string[]; readonly reports: string[] };

const dist = resolve(__dirname, "../../dist/page");
const officeScripts = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const { pane } = textIn("en");
let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());
afterEach(() => expect(browser.elsewhere).toEqual([]));

it("asks its own server for files of the build and for nothing else, and hands it nothing", async () => {
  const { page, trouble, close } = await browser.open();
  await page.addInitScript(watchOtherWays);
  await page.reload();
  await use(page);
  expect(trouble).toEqual([]);
  expect(await page.evaluate(() => [window.otherWaysOut, window.reports])).toEqual([[], []]);
  await close();
  const asked = [...new Set(browser.served)];
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((line) => !isFile(line))).toEqual([]);
});

it("asks for nothing in Excel but files of the build and office.js, in every part of the pane and in its functions", async () => {
  const context = await browser.newContext();
  await context.addInitScript(watchOtherWays);
  const asked = requestsOf(context);
  const excel = await openInExcel(context);
  const seen: string[] = [];
  await tour(excel, "en", async (stop) => void seen.push(stop));
  const [answer] = await excel.call([["CAC", [[[100]], [[4]], null]]]);
  expect([seen, answer?.[1]]).toEqual([stops, true]);
  expect(excel.trouble).toEqual([]);
  expect(await excel.pane().evaluate(() => [window.otherWaysOut, window.reports])).toEqual([[], []]);
  const others = [...new Set(asked)].filter((line) => !line.startsWith(`GET ${officeScripts}`) && line !== `GET ${hostAddress}` && !isFile(line.replace(addinAddress, "/").replace(/\?_host_Info=[^&]*$/, "")));
  expect(others).toEqual([]);
  await context.close();
});

/** From a paste to the file, by way of everything there is to look at. */
async function use(page: Page): Promise<void> {
  const html = `<table><tr><td><img src="https://outside.example/seen.png">${exportedText.replaceAll("\t", "</td><td>").replaceAll("\r\n", "</td></tr><tr><td>")}</td></tr></table>`;
  await pasteInto(page, { text: exportedText, html });
  await page.getByText(/Pipedrive deals/).waitFor();
  for (const name of [pane.data.next, pane.check.next, pane.build.build]) await press(page, name);
  await page.getByRole("heading", { name: pane.done.title }).waitFor();
  await page.getByRole("tab").first().waitFor();
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  const waiting = page.waitForEvent("download");
  await press(page, "Download .xlsx");
  await waiting;
  await press(page, "中文");
}

function isFile(line: string): boolean {
  const [, path] = /^GET \/([^?#\s]*)$/.exec(line) ?? [];
  return path !== undefined && existsSync(join(dist, path));
}

function requestsOf(context: BrowserContext): readonly string[] {
  const asked: string[] = [];
  context.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(`${request.method()} ${request.url()}${request.postData() ?? ""}`);
  });
  return asked;
}

/** Before the page: the ways out that are no requests, and what its policy refused. */
function watchOtherWays(): void {
  const ways: string[] = [];
  const reports: string[] = [];
  Object.assign(window, { otherWaysOut: ways, reports });
  addEventListener("securitypolicyviolation", (event) => reports.push(`${event.effectiveDirective} ${event.blockedURI}`));
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport"] as const) {
    const real = (globalThis as Record<string, unknown>)[name] as new (...given: unknown[]) => object;
    Object.assign(globalThis, { [name]: new Proxy(real, { construct: (target, given) => (ways.push(name), new target(...given)) }) });
  }
  const beacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (...given) => (ways.push("sendBeacon"), beacon(...given));
}
