// The unified manifest against Microsoft's own schema, and against the XML one it stands for.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { appPackage } from "../templates/manifest/package";
import { manifests } from "../templates/manifest/make";
import { addInAt } from "../templates/manifest/source";
import { pngSize } from "./png";

const root = resolve(__dirname, "..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const manifest = JSON.parse(read("manifest.json")) as Manifest;
const [extension] = manifest.extensions;
const xml = read("manifest.xml");

interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly extensions: readonly [{
    readonly runtimes: readonly [{ readonly code: { readonly page: string; readonly script: string }; readonly lifetime: string; readonly actions: readonly { readonly id: string; readonly type: string }[]; readonly customFunctions: object }];
    readonly ribbons: readonly [{ readonly tabs: readonly [{ readonly groups: readonly [{ readonly controls: readonly { readonly label: string; readonly actionId: string }[] }] }] }];
    readonly alternates: readonly [{ readonly hide: object }];
  }];
}

it.each(["manifest.json", "zh-cn.json"])("has in %s what its source makes of it: if not, run `npm run manifest`", (name) => {
  expect(read(name)).toBe(manifests("https://localhost:3000/").get(name));
});

it("is valid to office-addin-manifest, which refuses what is not", () => {
  expect(validated(read("manifest.json"))).toMatchObject({ status: 0 });
  expect(validated(read("manifest.json").replace('"lifetime": "long"', '"lifetime": "for ever"'))).toMatchObject({ status: 1 });
});

it("has Chinese only for places the schema lets translate, and not too long", () => {
  const chinese = JSON.parse(read("zh-cn.json")) as Record<string, string>;
  const schema = JSON.parse(read("node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json")) as {
    properties: Record<string, { maxLength?: number }>;
    patternProperties: Record<string, { maxLength?: number }>;
  };
  const limitOf = (path: string) => schema.properties[path] ?? Object.entries(schema.patternProperties).find(([pattern]) => new RegExp(pattern).test(path))?.[1];
  for (const [path, said] of Object.entries(chinese)) expect({ path, fits: said.length <= (limitOf(path)?.maxLength ?? (path === "$schema" ? Infinity : -1)) }).toEqual({ path, fits: true });
});

it("says in Chinese every label and tip that Excel shows", () => {
  const chinese = Object.keys(JSON.parse(read("zh-cn.json")) as object).join("\n");
  const spoken = [...paths(manifest)].filter((path) => /\.(label|title|description|short|full|metadataUrl)$/.test(path));
  expect(spoken.length).toBeGreaterThan(14);
  expect(spoken.filter((path) => !chinese.includes(path))).toEqual([]);
});

it("has an id of its own and hides the add-in of the XML manifest where both are installed", () => {
  const id = /<Id>(.*)<\/Id>/.exec(xml)?.[1];
  expect(manifest.id).not.toBe(id);
  expect(extension.alternates).toEqual([{ hide: { customOfficeAddin: { officeAddinId: id } } }]);
});

it("has the same version, buttons and pages as the XML manifest", () => {
  const [runtime] = extension.runtimes;
  const { controls } = extension.ribbons[0].tabs[0].groups[0];
  expect(xml).toContain(`<Version>${manifest.version}.0</Version>`);
  expect(controls.map(({ label }) => label)).toEqual(["Build", "Refresh", "Functions"]);
  expect(controls.map(({ actionId }) => actionId)).toEqual(runtime.actions.map(({ id }) => id));
  expect(runtime.actions.map(({ type }) => type)).toEqual(["openPage", "executeFunction", "executeFunction"]);
  expect(runtime).toMatchObject({ lifetime: "long", code: { page: "https://localhost:3000/taskpane.html", script: "https://localhost:3000/functions.js" } });
  expect(runtime.customFunctions).toEqual({ namespace: { id: "SALES", name: "SALES" }, metadataUrl: "https://localhost:3000/functions.json" });
});

it("is packed with its Chinese and two icons in the sizes Microsoft 365 asks for, the same bytes each time", () => {
  const addIn = addInAt("https://localhost:3000/");
  const packed = appPackage(addIn);
  expect(Object.keys(unzipSync(packed)).sort()).toEqual(["color.png", "manifest.json", "outline.png", "zh-cn.json"]);
  expect(Buffer.from(packed).equals(Buffer.from(appPackage(addIn)))).toBe(true);
  expect(["color", "outline"].map((name) => pngSize(join(root, `src/taskpane/assets/${name}.png`)))).toEqual([[192, 192], [32, 32]]);
});

function validated(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-manifest-"));
  try {
    writeFileSync(join(folder, "manifest.json"), text);
    return spawnSync(process.execPath, [join(root, "node_modules/office-addin-manifest/cli.js"), "validate", join(folder, "manifest.json")], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* paths(value: unknown, path = ""): Generator<string> {
  if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* paths(one, `${path}[${at}]`);
  else if (typeof value === "object" && value !== null) for (const [name, one] of Object.entries(value)) yield* paths(one, path === "" ? name : `${path}.${name}`);
  else yield path;
}
