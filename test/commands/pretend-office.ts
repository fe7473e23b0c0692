// The few members of Office the commands call, remembering what was asked of them.

type Call = "setStartupBehavior" | "saveAsync" | "showAsTaskpane";
type Handler = (event: { completed(): void }) => void;

export interface PretendOffice {
  readonly settings: ReadonlyMap<string, unknown>;
  /** How often the pane was opened. */
  readonly opened: number;
  readonly startup: string | null;
  /** How many buttons were said to be done. */
  readonly completed: number;
  /** The ids of the actions that are answered. */
  actions(): readonly string[];
  /** Presses a button; says whether it is done when its handler returns. */
  press(action: string): "completed" | "waiting";
  /** From now on this call fails as Excel's does. */
  refuses(call: Call): void;
  /** From now on this call is never answered. */
  ignores(call: Call): void;
}

/** Puts a pretended Office in place of the global. */
export function inOffice({ sharedRuntime = true } = {}): PretendOffice {
  const settings = new Map<string, unknown>();
  const refused = new Set<Call>();
  const ignored = new Set<Call>();
  const handlers = new Map<string, Handler>();
  const state = { opened: 0, startup: null as string | null, completed: 0 };
  const answer = async (call: Call, then: () => void) => {
    if (ignored.has(call)) return new Promise<never>(() => {});
    if (refused.has(call)) throw new Error(`refused: ${call}`);
    return then();
  };
  const Office = {
    StartupBehavior: { none: "None", load: "Load" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    actions: { associate: (id: string, handler: Handler) => handlers.set(id, handler) },
    addin: {
      showAsTaskpane: () => answer("showAsTaskpane", () => state.opened++),
      setStartupBehavior: (behavior: string) => answer("setStartupBehavior", () => (state.startup = behavior)),
    },
    context: {
      requirements: { isSetSupported: (name: string) => name === "SharedRuntime" && sharedRuntime },
      document: {
        settings: {
          get: (name: string) => settings.get(name),
          set: (name: string, value: unknown) => settings.set(name, value),
          remove: (name: string) => settings.delete(name),
          saveAsync: (done: (result: object) => void) => done(refused.has("saveAsync") ? { status: "failed", error: new Error("refused: saveAsync") } : { status: "succeeded" }),
        },
      },
    },
  };
  Object.assign(globalThis, { Office });
  return {
    settings,
    get opened() { return state.opened; },
    get startup() { return state.startup; },
    get completed() { return state.completed; },
    actions: () => [...handlers.keys()],
    refuses: (call) => void refused.add(call),
    ignores: (call) => void ignored.add(call),
    press: (action) => {
      const before = state.completed;
      handlers.get(action)?.({ completed: () => state.completed++ });
      return state.completed > before ? "completed" : "waiting";
    },
  };
}
