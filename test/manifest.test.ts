// Microsoft's validator of XML asks a server, so what it looks for is looked for here.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { manifests } from "../templates/manifest/make";
import { addInAt, iconSizes } from "../templates/manifest/source";
import { pngSize } from "./png";

const root = resolve(__dirname, "..");
const xml = readFileSync(join(root, "manifest.xml"), "utf8");

/** An element: its path of names from the root, its attributes, and the names in it in their order. */
interface Found {
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly string[];
  readonly text: string;
}

type Parsed = Readonly<Record<string, unknown>>;

const found = elementsIn(new XMLParser({ ignoreAttributes: false, preserveOrder: true, attributeNamePrefix: "", parseTagValue: false }).parse(xml) as Parsed[]);

/** What may stand in an element, in the order the schemas demand (docs of the add-in only manifest, one page an element). */
const orders: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides"],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  OfficeTab: ["Group"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Icon: ["bt:Image"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  "VersionOverrides/Hosts/Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  "AllFormFactors/ExtensionPoint": ["Script", "Page", "Metadata", "Namespace"],
  "DesktopFormFactor/ExtensionPoint": ["OfficeTab"],
};

it("is what its source makes of it: if not, run `npm run manifest`", () => {
  expect(xml).toBe(manifests("https://localhost:3000/").get("manifest.xml"));
});

it.each(Object.entries(orders))("has in %s only what belongs there, in the order of the schema", (name, order) => {
  const elements = found.filter(({ path }) => `/${path}`.endsWith(`/${name}`));
  expect(elements.length).toBeGreaterThan(0);
  for (const { inside } of elements) expect(inside).toEqual([...inside].sort((one, other) => order.indexOf(one) - order.indexOf(other)).filter((each) => order.includes(each)));
});

it("says what every add-in must: an id, a version of four numbers, a locale, https pages", () => {
  const text = (path: string) => found.find((one) => one.path === path)?.text;
  expect(text("OfficeApp/Id")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(text("OfficeApp/Version")).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
  expect(text("OfficeApp/Version")).toBe(`${addInAt("https://localhost:3000/").version}.0`);
  expect(text("OfficeApp/DefaultLocale")).toBe("en-US");
  expect(text("OfficeApp/Permissions")).toBe("ReadWriteDocument");
});

it("is for Excel only", () => {
  expect(all("Host").map(({ attributes }) => attributes["Name"] ?? attributes["xsi:type"])).toEqual(["Workbook", "Workbook"]);
});

it("asks for no more than it needs: ExcelApi 1.9 to be there, a shared runtime and functions with errors for the ribbon", () => {
  const sets = (path: string) => found.filter((one) => one.path === path).map(({ attributes }) => `${attributes["Name"]} ${attributes["MinVersion"]}`);
  expect(sets("OfficeApp/Requirements/Sets/Set")).toEqual(["ExcelApi 1.9"]);
  expect(sets("OfficeApp/VersionOverrides/Requirements/bt:Sets/bt:Set")).toEqual(["SharedRuntime 1.1", "CustomFunctionsRuntime 1.3"]);
});

it("defines every resource it names and names every one it defines, with ids of at most 32 characters", () => {
  const defined = resources().map(({ attributes }) => attributes["id"] ?? "");
  const named = found.flatMap(({ attributes }) => attributes["resid"] ?? []);
  expect(named.filter((id) => !defined.includes(id))).toEqual([]);
  expect(defined.filter((id) => !named.includes(id) || id.length > 32)).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
});

it("has no id twice among groups and buttons", () => {
  const ids = [...all("Group"), ...all("Control")].map(({ attributes }) => attributes["id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(4);
});

it("loads everything over https from one place", () => {
  const addresses = found.flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]]).filter((value) => /^[a-z]+:/.test(value ?? ""));
  expect(addresses.length).toBeGreaterThan(30);
  expect(addresses.filter((address) => !address?.startsWith("https://localhost:3000/"))).toEqual([]);
});

it("has for the group and each button an icon of every size, drawn in that size", () => {
  const files = new Map(all("bt:Images/bt:Image").map(({ attributes }) => [attributes["id"], attributes["DefaultValue"]?.split("/assets/")[1] ?? ""]));
  const icons = found.filter(({ path }) => path.endsWith("/Icon"));
  expect(icons).toHaveLength(4);
  for (const { attributes } of all("Icon/bt:Image")) {
    const size = Number(attributes["size"]);
    expect(pngSize(join(root, "src/taskpane/assets", files.get(attributes["resid"]) ?? ""))).toEqual([size, size]);
  }
  expect(all("Icon/bt:Image").map(({ attributes }) => Number(attributes["size"]))).toEqual(icons.flatMap(() => iconSizes));
});

it("has its two big icons in 32 and 64 pixels", () => {
  const sizes = ["IconUrl", "HighResolutionIconUrl"].map((name) => pngSize(join(root, "src/taskpane/assets", all(name)[0]?.attributes["DefaultValue"]?.split("/assets/")[1] ?? "")));
  expect(sizes).toEqual([[32, 32], [64, 64]]);
});

it("says every sentence in Chinese too; the namespace is the same everywhere", () => {
  const spoken = [...all("bt:String"), ...all("DisplayName"), ...all("OfficeApp/Description")].filter(({ attributes }) => attributes["id"] !== "Functions.Namespace");
  expect(spoken.length).toBeGreaterThan(10);
  for (const { path, attributes, inside } of spoken) expect({ path, id: attributes["id"], inside }).toEqual({ path, id: attributes["id"], inside: [path.includes("bt:") ? "bt:Override" : "Override"] });
  const overrides = found.filter(({ path }) => /Override$/.test(path));
  expect(new Set(overrides.map(({ attributes }) => attributes["Locale"]))).toEqual(new Set(["zh-CN"]));
  expect(overrides.filter(({ attributes }) => !/[\u4e00-\u9fff]|\.json$/.test(attributes["Value"] ?? ""))).toEqual([]);
  expect(all("bt:String").find(({ attributes }) => attributes["id"] === "Functions.Namespace")).toMatchObject({ attributes: { DefaultValue: "SALES" }, inside: [] });
});

it("keeps sentences as short as Excel shows them: 125 characters on the ribbon, 250 in its tips", () => {
  const longest = (path: string) => Math.max(...found.filter((one) => one.path.includes(path)).flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]]).map((value) => value?.length ?? 0));
  expect(longest("bt:ShortStrings/")).toBeLessThanOrEqual(125);
  expect(longest("bt:LongStrings/")).toBeLessThanOrEqual(250);
});

it("runs functions, buttons and pane in one runtime: one page for all, no pane of its own id", () => {
  const pages = [...all("Page/SourceLocation"), ...all("FunctionFile"), ...all("Runtime"), ...all("Action/SourceLocation")];
  expect(pages.map(({ attributes }) => attributes["resid"])).toEqual(Array.from({ length: 4 }, () => "Taskpane.Url"));
  expect(all("Runtime")[0]?.attributes["lifetime"]).toBe("long");
  expect(xml).not.toMatch(/TaskpaneId|EquivalentAddins/);
});

it("opens the pane with Build, and calls the actions of Refresh and Functions", () => {
  expect(all("Action").map(({ attributes }) => attributes["xsi:type"])).toEqual(["ShowTaskpane", "ExecuteFunction", "ExecuteFunction"]);
  expect(all("FunctionName").map(({ text }) => text)).toEqual(["refresh", "functions"]);
});

it("loads metadata of the functions in the user's language", () => {
  const metadata = resources().find(({ attributes }) => attributes["id"] === "Functions.Metadata.Url");
  expect(metadata?.attributes["DefaultValue"]).toBe("https://localhost:3000/functions.json");
  expect(xml).toMatch(/functions\.json">\s*<bt:Override Locale="zh-CN" Value="https:\/\/localhost:3000\/functions\.zh-CN\.json"/);
});

function all(name: string): readonly Found[] {
  return found.filter(({ path }) => `/${path}`.endsWith(`/${name}`));
}

function resources(): readonly Found[] {
  return found.filter(({ path }) => /\/Resources\/bt:\w+\/bt:\w+$/.test(path));
}

function elementsIn(nodes: readonly Parsed[], above = ""): readonly Found[] {
  return nodes.flatMap((node) => {
    const name = nameOf(node);
    if (name === undefined || name.startsWith("?")) return [];
    const content = node[name] as readonly Parsed[];
    const path = above === "" ? name : `${above}/${name}`;
    const inside = content.flatMap((one) => nameOf(one) ?? []);
    const text = content.map((one) => one["#text"] ?? "").join("");
    return [{ path, attributes: (node[":@"] ?? {}) as Found["attributes"], inside, text }, ...elementsIn(content, path)];
  });
}

function nameOf(node: Parsed): string | undefined {
  return Object.keys(node).find((name) => name !== ":@" && name !== "#text");
}
