// office.js in Node, behind its native bridge: the unmodified library with as much of a page as it looks for.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import vm from "node:vm";
import type { Book } from "./book";
import type { Faults } from "./faults";
import type { Call, Result } from "./functions";
import { officeFolder } from "./model";
import { Session, tooLarge, type ExcelOptions, type Reply } from "./session";
import type { Traffic } from "./traffic";
import { User } from "./user";

/** The script of custom functions, as `npm run build` makes it. */
export const functionsScript = resolve(__dirname, "../../dist/page/functions.js");

/** An add-in's view of Excel, and ours. */
export interface StartedExcel {
  /** The library's own `Excel`, as an add-in has it. */
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly book: Book;
  readonly user: User;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly session: Session;
  /** Puts `Excel` and `Office` where an add-in finds them; gives what takes them away again. */
  install(): () => void;
  /** Another client of the same workbook, as after the pane was closed and opened again. */
  reopen(): StartedExcel;
}

/** Starts Excel with an empty workbook. */
export function startExcel(options: ExcelOptions = {}): StartedExcel {
  return client(new Session(options), options.language ?? "en-US");
}

function client(session: Session, language: string): StartedExcel {
  const page = pageWith(["office.debug.js", "excel-web-16.00.debug.js"], session, language).page;
  const { Excel, Office: loaded } = page as unknown as Pick<StartedExcel, "Excel" | "Office">;
  const Office = withContext(loaded, session, language);
  page.Office = Office;
  return {
    Excel, Office, session, book: session.book, user: new User(session.book), traffic: session.traffic, faults: session.faults,
    reopen: () => client(session, language),
    install() {
      const before = { Excel: Reflect.get(globalThis, "Excel") as unknown, Office: Reflect.get(globalThis, "Office") as unknown };
      Object.assign(globalThis, { Excel, Office });
      return () => Object.assign(globalThis, before);
    },
  };
}

/** Behind the bridge the library knows no context and never says that it is ready: it gets what Excel on the web has. */
function withContext(loaded: typeof Office, { sets }: Session, language: string): typeof Office {
  const isSetSupported = (name: string, version = "1.1") => sets[name] !== undefined && sets[name].localeCompare(version, "en", { numeric: true }) >= 0;
  const ready = { host: "Excel", platform: "OfficeOnline" };
  return Object.create(loaded, {
    context: { value: { displayLanguage: language, contentLanguage: language, platform: ready.platform, host: ready.host, requirements: { isSetSupported } } },
    onReady: { value: (done?: (info: object) => void) => Promise.resolve(ready).then((info) => { done?.(info); return info; }) },
  }) as typeof Office;
}

/** The runtime of custom functions with our functions in it. */
interface Runtime {
  /** Computes cells as one message of Excel's; the results in the order of the calls. */
  call(calls: readonly Call[]): Promise<readonly Result[]>;
}

/** Starts the runtime and loads the functions. */
export function startRuntime(language = "en-US"): Runtime {
  const session = new Session({ language });
  const { page, bridge } = pageWith(["custom-functions-runtime.debug.js"], session, language);
  vm.runInContext(readFileSync(functionsScript, "utf8"), page, { filename: "functions.js" });
  return { call: (calls) => session.functions.ask(calls, (entries) => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } }))) };
}

interface Bridge {
  onMessageFromHost(text: string): void;
  sendMessageToHost(text: string): void;
}

const compiled = new Map<string, vm.Script>();

function pageWith(scripts: readonly string[], session: Session, language: string): { page: vm.Context; bridge: Bridge } {
  const bridge: Bridge = {
    onMessageFromHost: nothing,
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
      const reply = session.request(typeof message.body === "string" ? message.body : JSON.stringify(message.body));
      if (reply !== "never") setTimeout(() => bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: { headers: {}, ...httpOf(reply) } })), 0);
    },
  };
  const page = pageFor(bridge, scripts[0]!, language);
  for (const name of scripts) {
    const script = compiled.get(name) ?? new vm.Script(readFileSync(join(officeFolder, name), "utf8"), { filename: name });
    compiled.set(name, script);
    script.runInContext(page);
  }
  return { page, bridge };
}

const codes: Readonly<Record<number, string>> = { [tooLarge.request]: "RequestPayloadSizeLimitExceeded", [tooLarge.response]: "ResponsePayloadSizeLimitExceeded", 5004: "InvalidOperationInCellEditMode", 5012: "InvalidOrTimedOutSession" };

/** The bridge speaks of errors as codes, where the frame has numbers. */
function httpOf(reply: Exclude<Reply, "never">): { statusCode: number; body: unknown } {
  if ("body" in reply) return { statusCode: 200, body: reply.body };
  return { statusCode: 400, body: { error: { code: codes[reply.error] ?? "GeneralException", message: `Office error ${reply.error}` } } };
}

/** As much of a web page as office.js looks for before it finds its host. */
function pageFor(bridge: object, script: string, language: string): vm.Context {
  const element = () => ({ setAttribute: nothing, appendChild: nothing, style: {}, getElementsByTagName: () => [] });
  const query = `?_host_Info=Excel$Web$16.01$${language}$x$$disableLogging$0`;
  const page: Record<string, unknown> = {
    console, setTimeout: later, clearTimeout, setInterval: (run: () => void, milliseconds: number) => setInterval(run, milliseconds).unref(), clearInterval, URL, performance, _richApiNativeBridge: bridge,
    navigator: { userAgent: "node", language }, name: "", history: {}, addEventListener: nothing, removeEventListener: nothing, open: nothing, fetch: nothing,
    location: { search: query, hash: "", href: `https://localhost/${query}`, protocol: "https:", origin: "https://localhost" },
    document: {
      readyState: "complete", URL: "https://localhost/", domain: "localhost", cookie: "", addEventListener: nothing, createElement: element,
      getElementsByTagName: (name: string) => (name === "script" ? [{ src: `https://localhost/${script}` }] : [element()]),
    },
  };
  for (const name of ["window", "self", "parent", "top"]) page[name] = page;
  return vm.createContext(page);
}

/** The library goes on looking for a parent frame, which Node has not; what it throws then says nothing of the workbook. */
function later(run: () => void, milliseconds = 0): NodeJS.Timeout {
  const timer = setTimeout(() => {
    try {
      run();
    } catch {
      // Answers come through the bridge: one that fails leaves its caller waiting, which a test sees.
    }
  }, milliseconds);
  return milliseconds < 1000 ? timer : timer.unref();
}

function nothing(): void {}
