// Microsoft's validator asks a server, so what it looks for is looked for here.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { XMLParser } from "fast-xml-parser";

const root = resolve(__dirname, "..");
const xml = readFileSync(join(root, "manifest.xml"), "utf8");
const parsed: Element = new XMLParser({ ignoreAttributes: false, preserveOrder: false, processEntities: false }).parse(xml);
const app = parsed["OfficeApp"] as Element;

type Element = { readonly [name: string]: unknown };

it("has the elements of a task pane add-in in the order the schema demands", () => {
  expect(Object.keys(app).filter((name) => !name.startsWith("@_"))).toEqual([
    "Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl",
    "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
  ]);
  expect(app["@_xsi:type"]).toBe("TaskPaneApp");
  expect(app["Id"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(String(app["Version"])).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});

it("is for Excel only", () => {
  expect([...xml.matchAll(/<Host (?:Name|xsi:type)="(\w+)"/g)].map((match) => match[1])).toEqual(["Workbook", "Workbook"]);
});

it("defines every resource it names, with ids of at most 32 characters", () => {
  const defined = [...xml.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g)].map((match) => match[1] ?? "");
  const named = [...xml.matchAll(/resid="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(named.filter((id) => !defined.includes(id))).toEqual([]);
  expect(defined.filter((id) => !named.includes(id) || id.length > 32)).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
});

it("loads everything over https, and every icon is there", () => {
  const urls = [...xml.matchAll(/DefaultValue="(\w+:\/\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(urls.filter((url) => !url.startsWith("https://"))).toEqual([]);
  const icons = urls.filter((url) => url.endsWith(".png")).map((url) => url.split("/assets/")[1] ?? url);
  expect(icons.filter((icon) => !existsSync(join(root, "src/taskpane/assets", icon)))).toEqual([]);
});

it("says every sentence in Chinese too, short enough for the ribbon; the namespace is the same everywhere", () => {
  const strings = [...xml.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)">\s*<bt:Override Locale="zh-CN" Value="([^"]+)"/g)];
  expect(strings.length).toBe([...xml.matchAll(/<bt:String (?!id="Functions.Namespace")/g)].length);
  const short = /<bt:ShortStrings>([\s\S]*?)<\/bt:ShortStrings>/.exec(xml)?.[1] ?? "";
  const values = [...short.matchAll(/Value="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(values.filter((value) => value.length > 125)).toEqual([]);
});

it("runs functions and pane in one runtime: one page for both, no pane of its own id", () => {
  const inHost = /<Host xsi:type="Workbook">([\s\S]*?)<\/Host>/.exec(xml)?.[1] ?? "";
  expect([...inHost.matchAll(/<(Runtimes|AllFormFactors|DesktopFormFactor)>/g)].map((match) => match[1])).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
  const at = (element: string) => new RegExp(`<${element}[^>]*>\\s*(?:<SourceLocation )?resid="([^"]+)"|<${element} resid="([^"]+)"`).exec(inHost)?.slice(1).find(Boolean);
  expect([at("Page"), at("FunctionFile"), at("Runtime")]).toEqual(["Taskpane.Url", "Taskpane.Url", "Taskpane.Url"]);
  expect(xml).not.toContain("TaskpaneId");
  expect(xml).not.toContain("EquivalentAddins");
});

it("loads functions from their script, with metadata in the user's language, in the namespace SALES", () => {
  const inFunctions = /<ExtensionPoint xsi:type="CustomFunctions">([\s\S]*?)<\/ExtensionPoint>/.exec(xml)?.[1] ?? "";
  expect([...inFunctions.matchAll(/^ {12}<(\w+)/gm)].map((match) => match[1])).toEqual(["Script", "Page", "Metadata", "Namespace"]);
  expect(xml).toMatch(/id="Functions.Namespace" DefaultValue="SALES" \/>/);
  expect(xml).toMatch(/functions\.json">\s*<bt:Override Locale="zh-CN" Value="https:\/\/localhost:3000\/functions\.zh-CN\.json"/);
  expect(xml).toMatch(/<bt:Set Name="CustomFunctionsRuntime" MinVersion="1\.3" \/>/);
});
