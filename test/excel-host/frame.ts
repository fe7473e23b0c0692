// Excel on the web as the pane sees it: a parent frame in a browser that nothing leaves. Every address is answered from disk.

import { existsSync, readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { BrowserContext, Frame, Page } from "playwright-core";
import type { Book } from "./book";
import type { Faults } from "./faults";
import { addinAddress, hostAddress, hostPage, themes, type Theme } from "./frame-page";
import type { Call, Result } from "./functions";
import { officeFolder } from "./model";
import { Session, type ExcelOptions } from "./session";
import type { Traffic } from "./traffic";
import { User } from "./user";

const places: Readonly<Record<string, string>> = {
  [addinAddress]: resolve(__dirname, "../../dist/page"),
  "https://appsforoffice.microsoft.com/lib/1/hosted/": officeFolder,
  "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/": officeFolder,
};
const kinds: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv" };

interface FrameOptions extends ExcelOptions {
  /** What `Office.context.officeTheme` says; this build of office.js has none of its own on the web. */
  readonly theme?: Theme;
}

/** The host with the pane in it. */
export interface ExcelFrame {
  readonly page: Page;
  readonly book: Book;
  readonly user: User;
  readonly traffic: Traffic;
  readonly faults: Faults;
  /** Requests nobody answers, errors of the add-in and what it says on the console as errors. */
  readonly trouble: string[];
  /** What the add-in saved with `Office.context.document.settings`, by name. */
  settings(): ReadonlyMap<string, string>;
  pane(): Frame;
  /** Computes cells as one message of Excel's. */
  call(calls: readonly Call[]): Promise<readonly Result[]>;
  /** Presses a button of the ribbon by its action; done when the add-in says it is. */
  press(action: string): Promise<void>;
  /** Closes the pane and opens it again; the workbook stays. */
  reopen(): Promise<void>;
}

/** Opens the pane in a host; a text is the language Excel speaks. */
export async function openInExcel(context: BrowserContext, options: FrameOptions | string = {}): Promise<ExcelFrame> {
  const { language = "en-US", api, theme } = typeof options === "string" ? { language: options } : options;
  const session = new Session({ language, ...(api === undefined ? {} : { api }) });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  await answerFromDisk(context, language, trouble);
  if (theme) await page.addInitScript(showTheme, themes[theme]);
  const office = new OfficeAnswers(session, language);
  await page.exposeFunction("excelAnswers", (name: string, data: unknown) => office.answer(name, data));
  const open = async () => {
    await page.goto(hostAddress);
    await page.waitForFunction("window.listens?.('richApiMessage')");
  };
  await open();
  return {
    page, trouble, book: session.book, user: new User(session.book), traffic: session.traffic, faults: session.faults,
    settings: () => office.settings,
    pane: () => page.frames().find((frame) => frame.url().startsWith(addinAddress))!,
    call: (calls) => session.functions.ask(calls, (entries) => raise(page, "richApiMessage", { ArrayData: entries })),
    reopen: open,
    async press(action) {
      await page.waitForFunction("window.listens?.('appCommandInvoked')");
      const done = office.nextCommand();
      await raise(page, "appCommandInvoked", { 0: "command-1", 1: action, 2: JSON.stringify({ source: { id: action } }) });
      await done;
    },
  };
}

async function raise(page: Page, event: string, content: unknown): Promise<void> {
  await page.evaluate(([name, said]) => (window as unknown as { raise: (event: string, content: unknown) => void }).raise(name as string, said), [event, content] as const);
}

async function answerFromDisk(context: BrowserContext, language: string, trouble: string[]): Promise<void> {
  await context.route("**/*", async (route) => {
    const url = route.request().url().split(/[?#]/)[0]!;
    if (url === hostAddress) return route.fulfill({ contentType: "text/html", body: hostPage(language) });
    const [place, folder] = Object.entries(places).find(([start]) => url.startsWith(start)) ?? [];
    const file = place && folder ? join(folder, url.slice(place.length)) : "";
    if (file === "" || !existsSync(file)) {
      trouble.push(`asks for ${url}`);
      return route.abort();
    }
    return route.fulfill({ contentType: kinds[extname(file)] ?? "text/plain", body: readFileSync(file), headers: { "access-control-allow-origin": "*" } });
  });
}

/** Newer builds of office.js say the theme by themselves. */
function showTheme(theme: object): void {
  Object.defineProperty(Object.prototype, "officeTheme", {
    configurable: true,
    get(this: unknown) {
      return this === (window as { Office?: { context?: unknown } }).Office?.context ? theme : undefined;
    },
  });
}

const methods = { batch: 93, saveSettings: 76, commandCompleted: 94 } as const;

interface Execution {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly SettingsRequest?: unknown;
}

/** What office.js asks of its host, besides what is in a batch. */
class OfficeAnswers {
  settings: ReadonlyMap<string, string> = new Map();
  private completed: () => void = () => {};

  constructor(private readonly session: Session, private readonly language: string) {}

  nextCommand(): Promise<void> {
    return new Promise((done) => { this.completed = done; });
  }

  answer(name: string, data: unknown): unknown {
    if (name === "ContextActivationManager_getAppContextAsync") return this.context();
    return name === "executeMethod" ? this.execute(data as Execution) : null;
  }

  private async execute({ DdaMethod: { DispatchId }, ArrayData, ...rest }: Execution): Promise<unknown> {
    if (DispatchId === methods.commandCompleted) this.completed();
    if (DispatchId === methods.saveSettings) this.settings = settingsIn(rest);
    if (DispatchId !== methods.batch) return { Version: 1, Error: 0 };
    await this.session.faults.free();
    const reply = this.session.request(String(ArrayData?.[4]));
    if (reply === "never") return new Promise(() => {});
    return "error" in reply ? { Version: 1, Error: reply.error } : { Version: 1, Error: 0, Data: [200, [], reply.body] };
  }

  private context(): Record<string, unknown> {
    return {
      _id: "addin-1", _appInstanceId: "addin-1", _appName: 16, _appVersion: "16.0", _appMinorVersion: 1, _hostFullVersion: "16.0.0.0", _appUILocale: this.language, _dataLocale: this.language,
      _docUrl: this.session.book.Name, _clientMode: 1, _settings: [...this.settings], _reason: 0, _osfControlType: 1, _eToken: "", _correlationId: "session-1", _initialDisplayMode: 2, _requirementMatrix: JSON.stringify(this.session.sets),
    };
  }
}

/** Names and values as JSON, wherever in the message they are. */
function settingsIn(message: object): ReadonlyMap<string, string> {
  const pairs = JSON.stringify(message).matchAll(/\["((?:[^"\\]|\\.)*)","((?:[^"\\]|\\.)*)"\]/g);
  return new Map([...pairs].map(([, name, value]) => [JSON.parse(`"${name}"`) as string, JSON.parse(`"${value}"`) as string]));
}
