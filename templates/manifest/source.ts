// What both manifests say of the add-in: one source, read by xml.ts and unified.ts.

import { version } from "../../package.json";
import { addInTextIn, type AddInText } from "../../src/text/add-in";
import { languages, type Language } from "../../src/text/language";

/** A sentence in each language. */
export type Said = Readonly<Record<Language, string>>;

/** An API a host must have. */
export interface RequirementSet {
  readonly name: string;
  readonly version: string;
}

/** A button of the ribbon: `show` opens the pane, `run` calls the action of its id in the pane's runtime. */
export interface Command {
  readonly id: "build" | "refresh" | "functions";
  readonly label: Said;
  readonly tip: Said;
  readonly does: "show" | "run";
}

export interface AddIn {
  /** Where the site lies, with a slash at its end. */
  readonly base: string;
  readonly id: string;
  /** Another id for the unified manifest: Microsoft 365 must tell both apart. */
  readonly unifiedId: string;
  /** Three numbers with dots. */
  readonly version: string;
  readonly provider: string;
  readonly name: Said;
  readonly unifiedName: Said;
  readonly short: Said;
  readonly description: Said;
  readonly started: { readonly title: Said; readonly text: Said };
  readonly group: { readonly id: string; readonly label: Said };
  readonly commands: readonly Command[];
  /** The prefix of the functions in formulas; the same in every language. */
  readonly namespace: string;
  /** Metadata of the functions. */
  readonly metadata: Said;
  readonly pane: string;
  readonly functionsScript: string;
  /** What it is, how to start, privacy and terms. */
  readonly about: string;
  readonly needs: {
    /** Without these the add-in is not shown at all. */
    readonly always: readonly RequirementSet[];
    /** Without these there is only the pane: no ribbon buttons, no functions. */
    readonly ribbon: readonly RequirementSet[];
  };
}

/** Sizes of the icons in pixels. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** Names of the icons: the add-in's own, and one a button. */
export const iconNames = ["icon", "build", "refresh", "functions"] as const;
export type IconName = (typeof iconNames)[number];

/** The add-in as it lies at an address. */
export function addInAt(base: string): AddIn {
  return {
    base,
    id: "7d5c2a0e-5b1f-4a43-9f0b-2f6b8f8f1c27",
    unifiedId: "c1f0a6f4-93c8-4f0e-8a53-6d2be17f5b94",
    version,
    provider: "Salesbook",
    name: said((text) => text.name),
    unifiedName: said((text) => text.unifiedName),
    short: said((text) => text.short),
    description: said((text) => text.description),
    started: { title: said((text) => text.started.title), text: said((text) => text.started.text) },
    group: { id: "Salesbook.Group", label: said((text) => text.group) },
    commands: [command("build", "show"), command("refresh", "run"), command("functions", "run")],
    namespace: "SALES",
    metadata: { en: `${base}functions.json`, "zh-CN": `${base}functions.zh-CN.json` },
    pane: `${base}taskpane.html`,
    functionsScript: `${base}functions.js`,
    about: `${base}about.html`,
    needs: {
      always: [{ name: "ExcelApi", version: "1.9" }],
      // 1.3 has the errors our functions answer with.
      ribbon: [{ name: "SharedRuntime", version: "1.1" }, { name: "CustomFunctionsRuntime", version: "1.3" }],
    },
  };
}

/** Where an icon lies. */
export function iconAt({ base }: AddIn, name: IconName, size: number): string {
  return `${base}assets/${name}-${size}.png`;
}

function command(id: Command["id"], does: Command["does"]): Command {
  return { id, does, label: said((text) => text[id].label), tip: said((text) => text[id].tip) };
}

function said(say: (text: AddInText) => string): Said {
  return Object.fromEntries(languages.map((language) => [language, say(addInTextIn(language))])) as Said;
}
