// Excel on the web as the pane sees it: a parent frame that answers office.js and asks for functions. Nothing leaves the browser: every address is answered from disk.

import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { answerBatch, invocation, invoke, type Result } from "./batch";

const host = "https://localhost:8443/";
/** The address of the manifest. office.js trusts a host on the add-in's own host name. */
const addin = "https://localhost:3000/";
const places: Readonly<Record<string, string>> = {
  [addin]: resolve(__dirname, "../../dist/page"),
  "https://appsforoffice.microsoft.com/lib/1/hosted/": join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist"),
};
const kinds: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".csv": "text/csv" };

/** The host with the pane in it. */
export interface ExcelFrame {
  readonly page: Page;
  /** Requests nobody answers, and errors of the add-in. */
  readonly trouble: string[];
  pane(): Frame;
  /** Computes cells as one message of Excel's. */
  call(calls: readonly (readonly [name: string, parameters: readonly unknown[]])[]): Promise<readonly Result[]>;
}

/** Opens the pane in a host that speaks a language; ready when the runtime has asked for functions. */
export async function openInExcel(context: BrowserContext, language = "en-US"): Promise<ExcelFrame> {
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  await context.route("**/*", async (route) => {
    const url = route.request().url().split(/[?#]/)[0]!;
    if (url === host) return route.fulfill({ contentType: "text/html", body: hostPage(language) });
    const [place, folder] = Object.entries(places).find(([start]) => url.startsWith(start)) ?? [];
    const file = place && folder ? join(folder, url.slice(place.length)) : "";
    if (file === "" || !existsSync(file)) {
      trouble.push(`asks for ${url}`);
      return route.abort();
    }
    return route.fulfill({ contentType: kinds[extname(file)] ?? "text/plain", body: readFileSync(file), headers: { "access-control-allow-origin": "*" } });
  });
  const waiting = new Map<number, (result: Result) => void>();
  await page.exposeFunction("answerBatch", (body: string) => JSON.stringify(answerBatch(JSON.parse(body), (results) => results.forEach((result) => waiting.get(result[0])?.(result)))));
  await page.goto(host);
  await page.waitForFunction("window.raise !== undefined");
  let next = 0;
  return {
    page,
    trouble,
    pane: () => page.frames().find((frame) => frame.url().startsWith(addin))!,
    async call(calls) {
      const messages = calls.map(([name, parameters]) => [invoke.category, invoke.type, "", invocation(next, name, parameters), next++, false]);
      const results = messages.map((message) => new Promise<Result>((done) => waiting.set(message[4] as number, done)));
      await page.evaluate((entries) => (window as unknown as { raise: (entries: unknown) => void }).raise(entries), messages);
      return Promise.all(results);
    },
  };
}

const requirements = { ExcelApi: "1.15", CustomFunctions: "1.7", CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", RichApiRuntime: "1.2" };

/** Answers each message as Excel does; `raise` sends messages to the runtime. 93 is the method that carries batches, 3 the shared runtime with functions. */
function hostPage(language: string): string {
  const info = `Excel$Web$16.01$${language}$session-1$$disableLogging$3`;
  const appContext = {
    _id: "addin-1", _appInstanceId: "addin-1", _appName: 16, _appVersion: "16.0", _appMinorVersion: 1, _hostFullVersion: "16.0.0.0", _appUILocale: language, _dataLocale: language,
    _docUrl: "Book1.xlsx", _clientMode: 1, _settings: [], _reason: 0, _osfControlType: 1, _eToken: "", _correlationId: "session-1", _initialDisplayMode: 2, _requirementMatrix: JSON.stringify(requirements),
  };
  const frameName = { baseFrameName: "taskpane", hostInfo: info, xdmInfo: "conversation-1|addin-1|https://localhost:8443", serializerVersion: "1", flights: "[]" };
  return `<!doctype html><meta charset="utf-8"><title>Excel</title><style>body,iframe{margin:0;border:0;width:100%;height:100vh}</style><body><script type="module">
addEventListener("message", async ({ data, source, origin }) => {
  const asked = typeof data === "string" ? JSON.parse(data) : {};
  if (asked._messageType !== 0) return;
  const send = (answer, isEvent) => source.postMessage(JSON.stringify({ _messageType: 1, _actionName: asked._actionName, _conversationId: asked._conversationId,
    _correlationId: asked._correlationId, _origin: location.origin, _errorCode: 0, _responseType: isEvent ? 1 : 0, _data: answer, _serializerVersion: 1 }), origin);
  if (asked._actionType === 1) {
    if (asked._actionName === "richApiMessage") window.raise = (entries) => send({ ArrayData: entries }, true);
    return send({ Error: 0 });
  }
  if (asked._actionName === "ContextActivationManager_getAppContextAsync") return send(${JSON.stringify(appContext)});
  if (asked._actionName !== "executeMethod") return send(null);
  const { DdaMethod, ArrayData } = asked._data;
  return send(DdaMethod.DispatchId === 93 ? { Version: 1, Error: 0, Data: [200, [], await window.answerBatch(ArrayData[4])] } : { Version: 1, Error: 0 });
});
const frame = document.createElement("iframe");
frame.name = ${JSON.stringify(JSON.stringify(frameName))};
frame.src = "${addin}taskpane.html?_host_Info=${info}";
document.body.append(frame);
</script>`;
}
