// A headless Chromium on the built page, which must never ask anything of anyone else.

import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, extname, join, normalize, resolve } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

const built = resolve(__dirname, "../../dist/page");
const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv",
};
const names = ["chromium", "chromium-browser", "google-chrome", "chrome", "chrome.exe", "msedge.exe"];
const elsewhere = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

/** The page as the tests drive it. */
export interface Driven {
  readonly page: Page;
  /** Requests to other hosts, errors of the page and refusals of its Content-Security-Policy. */
  readonly trouble: string[];
  close(): Promise<void>;
}

/** Serves a folder, by itself dist/page, as docs/hosting says, and starts the browser; `close` ends both. */
export async function startBrowser(folder = built) {
  if (!existsSync(join(folder, "index.html"))) throw new Error("dist/page is not there: run `npm run build` first");
  const served: string[] = [];
  const elsewhere: string[] = [];
  const server = await serve(folder, served);
  const gate = await refuseAll(elsewhere);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [`--proxy-server=127.0.0.1:${(gate.address() as AddressInfo).port}`, "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return {
    address,
    /** What the server was asked: `GET /index.html`, and the body where there was one. */
    served: served as readonly string[],
    /** What was asked of anybody else on any network, by the page or its workers. */
    elsewhere: elsewhere as readonly string[],
    open: (options: Opening = {}) => open(browser, address, options),
    newContext: (options: BrowserContextOptions = {}) => patient(browser, { viewport: { width: 380, height: 800 }, ...options }),
    async close() {
      await browser.close();
      server.close();
      gate.close();
    },
  };
}

interface Opening {
  readonly locale?: string;
  readonly width?: number;
  readonly path?: string;
  readonly dark?: boolean;
  /** Runs in the page before its own scripts. */
  readonly before?: string;
  /** What does not arrive. */
  readonly lost?: RegExp;
  /** The one place elsewhere that may be asked, and the folder that answers for it. */
  readonly answer?: readonly [place: string, folder: string];
}

async function open(browser: Browser, address: string, { locale = "en-US", width = 1280, path = "", dark = false, before, lost, answer }: Opening): Promise<Driven> {
  const context = await patient(browser, { locale, colorScheme: dark ? "dark" : "light", viewport: { width, height: 900 }, acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const [place, folder] = answer ?? [address, ""];
  if (answer) await context.route(`${place}**`, (route) => route.fulfill({ contentType: "text/javascript", path: join(folder, route.request().url().slice(place.length)) }));
  if (before !== undefined) await context.addInitScript(before);
  if (lost) await context.route(lost, (route) => route.abort());
  const trouble = troubleOf(context, page, [address, place]);
  await page.goto(address + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, trouble, close: () => context.close() };
}

/** A context that waits as long as a busy machine may take: a little less than Jest waits for a test, so that it is said what did not come. */
async function patient(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(100_000);
  return context;
}

function troubleOf(context: BrowserContext, page: Page, allowed: readonly string[]): string[] {
  const trouble: string[] = [];
  context.on("request", (request) => {
    if (!allowed.some((start) => request.url().startsWith(start)) && !/^(blob|data):/.test(request.url())) trouble.push(`asks for ${request.url()}`);
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(message.text());
  });
  return trouble;
}

function serve(folder: string, served: string[]): Promise<Server> {
  const headers = headersIn(folder);
  const server = createServer((request, response) => {
    note(request, served);
    const path = join(folder, normalize(new URL(request.url ?? "/", "http://localhost").pathname).replace(/[\\/]$/, "/index.html"));
    if (!path.startsWith(folder) || !existsSync(path)) return response.writeHead(404).end();
    return response.writeHead(200, { ...headers, "content-type": kinds[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  });
  return listening(server);
}

/** The headers a server of static files sends with every page. */
function headersIn(folder: string): Readonly<Record<string, string>> {
  const lines = readFileSync(join(folder, "_headers"), "utf8").split("\n").filter((line) => line.startsWith("  "));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]));
}

/** The way to all other hosts: what would go there is written down and goes nowhere. */
function refuseAll(asked: string[]): Promise<Server> {
  const gate = createServer((request, response) => {
    if (!isOfBrowser(request)) note(request, asked);
    response.writeHead(502).end();
  });
  gate.on("connect", (request, socket) => {
    if (!isOfBrowser(request)) note(request, asked);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  return listening(gate);
}

/** Chromium asks Google for updates, accounts and forms it may fill in, whatever the page is. */
function isOfBrowser({ headers }: IncomingMessage): boolean {
  return /^(accounts\.google\.com|[\w-]+\.googleapis\.com)(:443)?$/.test(headers.host ?? "");
}

function note(request: IncomingMessage, asked: string[]): void {
  const line = `${request.method} ${request.url}`;
  const at = asked.push(line) - 1;
  request.on("data", (body: Buffer) => { asked[at] += ` ${body.toString("latin1")}`; });
}

function listening(server: Server): Promise<Server> {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

function findChromium(): string {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...elsewhere].find(existsSync);
  if (!found) throw new Error("no Chromium: sudo apt-get install -y chromium");
  return found;
}
