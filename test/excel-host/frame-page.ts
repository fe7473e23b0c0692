// The page around the pane: hands each message of office.js to the test and the answer back.

/** office.js trusts a host on the add-in's own host name. */
export const hostAddress = "https://localhost:8443/";
/** The address of the manifest. */
export const addinAddress = "https://localhost:3000/";

/** In the page: `excelAnswers(name, kind, data)` is the test's; `raise(event, content)` sends an event to the pane. */
export function hostPage(language: string): string {
  const info = `Excel$Web$16.01$${language}$session-1$$disableLogging$3`;
  const frameName = { baseFrameName: "taskpane", hostInfo: info, xdmInfo: `conversation-1|addin-1|${hostAddress.slice(0, -1)}`, serializerVersion: "1", flights: "[]" };
  return `<!doctype html><meta charset="utf-8"><title>Excel</title><style>body,iframe{display:block;margin:0;border:0;width:100%;height:100vh}</style><body><script type="module">
const listeners = new Map();
window.raise = (event, content) => listeners.get(event)?.(content) ?? false;
window.listens = (event) => listeners.has(event);
addEventListener("message", async ({ data, source, origin }) => {
  const asked = typeof data === "string" ? JSON.parse(data) : {};
  if (asked._messageType !== 0) return;
  const send = (answer, isEvent) => source.postMessage(JSON.stringify({ _messageType: 1, _actionName: asked._actionName, _conversationId: asked._conversationId,
    _correlationId: asked._correlationId, _origin: location.origin, _errorCode: 0, _responseType: isEvent ? 1 : 0, _data: answer, _serializerVersion: 1 }), origin);
  if (asked._actionType === 1) listeners.set(asked._actionName, (content) => (send(content, true), true));
  if (asked._actionType === 2) listeners.delete(asked._actionName);
  send(asked._actionType === 1 || asked._actionType === 2 ? { Error: 0 } : await window.excelAnswers(asked._actionName, asked._data));
});
const frame = document.createElement("iframe");
frame.name = ${JSON.stringify(JSON.stringify(frameName))};
frame.src = "${addinAddress}taskpane.html?_host_Info=${info}";
document.body.append(frame);
</script>`;
}

export type Theme = "light" | "dark" | "high-contrast";

/** The colours Office has for a theme, as `Office.context.officeTheme`. */
export const themes: Readonly<Record<Theme, Office.OfficeTheme>> = {
  light: theme("#F5F5F5", "#242424", false),
  dark: theme("#292929", "#FFFFFF", true),
  "high-contrast": theme("#000000", "#FFFFFF", true),
};

function theme(background: string, foreground: string, isDarkTheme: boolean): Office.OfficeTheme {
  return { bodyBackgroundColor: background, bodyForegroundColor: foreground, controlBackgroundColor: background, controlForegroundColor: foreground, isDarkTheme, themeId: (isDarkTheme ? "Black" : "Colorful") as unknown as Office.ThemeId };
}
