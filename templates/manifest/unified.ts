// The unified manifest for Microsoft 365 (JSON), made from the same source, and its Chinese sentences.

import { languages, type Language } from "../../src/text/language";
import { iconAt, type AddIn, type Command, type IconName, type RequirementSet } from "./source";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

const schemas = "https://developer.microsoft.com/json-schemas/teams/v1.25/";

/** manifest.json, in English. */
export function unifiedManifest(addIn: AddIn): string {
  return printed(manifestIn("en", addIn));
}

/** zh-cn.json: each place of the manifest that says something else in Chinese. */
export function unifiedChinese(addIn: AddIn): string {
  const [english, chinese] = languages.map((language) => leaves(manifestIn(language, addIn)));
  const differing = [...(chinese ?? [])].filter(([path, value]) => english?.get(path) !== value);
  return printed({ $schema: `${schemas}MicrosoftTeams.Localization.schema.json`, ...Object.fromEntries(differing) });
}

function manifestIn(language: Language, addIn: AddIn): Json {
  return {
    $schema: `${schemas}MicrosoftTeams.schema.json`,
    manifestVersion: "1.25",
    id: addIn.unifiedId,
    version: addIn.version,
    name: { short: addIn.unifiedName[language], full: addIn.unifiedName[language] },
    description: { short: addIn.short[language], full: addIn.description[language] },
    developer: { name: addIn.provider, websiteUrl: addIn.about, privacyUrl: addIn.about, termsOfUseUrl: addIn.about },
    icons: { outline: "outline.png", color: "color.png" },
    accentColor: "#0B4F5C",
    localizationInfo: { defaultLanguageTag: "en-us", additionalLanguages: [{ languageTag: "zh-cn", file: "zh-cn.json" }] },
    authorization: { permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] } },
    validDomains: [new URL(addIn.base).host],
    extensions: [extension(language, addIn)],
  };
}

function extension(language: Language, addIn: AddIn): Json {
  return {
    requirements: { scopes: ["workbook"], capabilities: capabilities(addIn.needs.always) },
    runtimes: [{
      requirements: { capabilities: capabilities(addIn.needs.ribbon) },
      id: "SharedRuntime",
      type: "general",
      code: { page: addIn.pane, script: addIn.functionsScript },
      lifetime: "long",
      actions: addIn.commands.map(({ id, does }) => ({ id, type: does === "show" ? "openPage" : "executeFunction" })),
      customFunctions: { namespace: { id: addIn.namespace, name: addIn.namespace }, metadataUrl: addIn.metadata[language] },
    }],
    ribbons: [{
      requirements: { scopes: ["workbook"], formFactors: ["desktop"], capabilities: capabilities([{ name: "AddinCommands", version: "1.1" }]) },
      contexts: ["default"],
      tabs: [{ builtInTabId: "TabHome", groups: [group(language, addIn)] }],
    }],
    getStartedMessages: [{ title: addIn.started.title[language], description: addIn.started.text[language], learnMoreUrl: addIn.about }],
    // Where both are installed, Excel shows this one alone.
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: addIn.id } } }],
  };
}

function group(language: Language, addIn: AddIn): Json {
  return {
    id: addIn.group.id,
    label: addIn.group.label[language],
    icons: icons(addIn, "icon"),
    controls: addIn.commands.map((command) => control(language, addIn, command)),
  };
}

function control(language: Language, addIn: AddIn, { id, label, tip }: Command): Json {
  return {
    id: `Salesbook.${id}`,
    type: "button",
    label: label[language],
    icons: icons(addIn, id),
    supertip: { title: label[language], description: tip[language] },
    actionId: id,
  };
}

/** Three sizes: the schema allows no more. */
function icons(addIn: AddIn, name: IconName): Json {
  return [16, 32, 80].map((size) => ({ size, url: iconAt(addIn, name, size) }));
}

function capabilities(sets: readonly RequirementSet[]): Json {
  return sets.map(({ name, version }) => ({ name, minVersion: version }));
}

/** Every text of the manifest by its path, as `extensions[0].ribbons[0].tabs[0]…`. */
function leaves(value: Json, path = ""): ReadonlyMap<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value !== "object") return new Map();
  const inner = Array.isArray(value) ? value.map((one: Json, at) => [`${path}[${at}]`, one] as const) : Object.entries(value).map(([name, one]) => [path === "" ? name : `${path}.${name}`, one] as const);
  return new Map(inner.flatMap(([place, one]) => [...leaves(one, place)]));
}

function printed(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
