// The real custom-functions runtime of office.js in Node, behind its native bridge, with the built functions in it.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import vm from "node:vm";
import { answerBatch, invocation, invoke, type Result } from "./batch";

const office = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
/** The script Excel loads, as `npm run build` makes it. */
export const functionsScript = resolve(__dirname, "../../dist/page/functions.js");

const runtimeScript = "custom-functions-runtime.debug.js";

/** The runtime with the functions in it. */
export interface Runtime {
  /** Computes cells as one message of Excel's; the results in the order of the calls. */
  call(calls: readonly (readonly [name: string, parameters: readonly unknown[]])[]): Promise<readonly Result[]>;
}

interface BridgeMessage {
  readonly id: number;
  readonly message: { readonly body: Parameters<typeof answerBatch>[0] };
}

/** Starts the runtime and loads the functions. */
export function startRuntime(displayLanguage = "en-US"): Runtime {
  const waiting = new Map<number, (result: Result) => void>();
  const take = (results: readonly Result[]) => results.forEach((result) => waiting.get(result[0])?.(result));
  const bridge = {
    onMessageFromHost: nothing as (text: string) => void,
    sendMessageToHost(text: string): void {
      const { id, message } = JSON.parse(text) as BridgeMessage;
      const body = answerBatch(message.body, take);
      setTimeout(() => bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } })), 0);
    },
  };
  const page = pageFor(bridge, displayLanguage);
  vm.runInContext(readFileSync(join(office, runtimeScript), "utf8"), page, { filename: runtimeScript });
  vm.runInContext(readFileSync(functionsScript, "utf8"), page, { filename: "functions.js" });
  let next = 0;
  return {
    call(calls) {
      const entries = calls.map(([name, parameters]) => [invoke.category, invoke.type, "", invocation(next++, name, parameters), 0]);
      const first = next - calls.length;
      const results = calls.map((_, at) => new Promise<Result>((done) => waiting.set(first + at, done)));
      bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } }));
      return Promise.all(results);
    },
  };
}

/** As much of a web page as office.js looks for before it finds its host. */
function pageFor(bridge: object, language: string): vm.Context {
  const element = () => ({ setAttribute: nothing, appendChild: nothing, style: {}, getElementsByTagName: () => [] });
  const query = `?_host_Info=Excel$Web$16.01$${language}$x$$disableLogging$0`;
  const page: Record<string, unknown> = {
    console, setTimeout: later, clearTimeout, setInterval, clearInterval, URL, performance, _richApiNativeBridge: bridge,
    navigator: { userAgent: "node", language }, name: "", history: {}, addEventListener: nothing, removeEventListener: nothing, open: nothing, fetch: nothing,
    location: { search: query, hash: "", href: `https://localhost/${query}`, protocol: "https:", origin: "https://localhost" },
    document: {
      readyState: "complete", URL: "https://localhost/", domain: "localhost", cookie: "", addEventListener: nothing, createElement: element,
      getElementsByTagName: (name: string) => (name === "script" ? [{ src: `https://localhost/${runtimeScript}` }] : [element()]),
    },
  };
  for (const name of ["window", "self", "parent", "top"]) page[name] = page;
  return vm.createContext(page);
}

/** The library goes on looking for a parent frame, which Node has not; what it throws then says nothing of functions. */
function later(run: () => void, milliseconds = 0): NodeJS.Timeout {
  const timer = setTimeout(() => {
    try {
      run();
    } catch {
      // Functions answer through the bridge: one that fails leaves its caller waiting, which a test sees.
    }
  }, milliseconds);
  return milliseconds < 1000 ? timer : timer.unref();
}

function nothing(): void {}
