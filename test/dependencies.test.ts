// Few packages, each for a reason, at one version, under a licence that asks for no more than a notice.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const { dependencies, devDependencies, scripts, license } = JSON.parse(read("package.json")) as Readonly<Record<"dependencies" | "devDependencies" | "scripts", Readonly<Record<string, string>>>> & { readonly license: string };
const { packages } = JSON.parse(read("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };
const all = Object.entries({ ...dependencies, ...devDependencies });
const permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD"];

it("names each package at the one version that is locked", () => {
  expect(all.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

it("has in the product, with all that is brought along, only permissive licences", () => {
  const production = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  expect(production.length).toBeGreaterThan(Object.keys(dependencies).length);
  expect(production.filter(([, one]) => !permissive.includes(one.license ?? "")).map(([path, one]) => `${path}: ${one.license}`)).toEqual([]);
});

it("says of each package why it is there, and under which licence: docs/DEPENDENCIES.md", () => {
  const lines = [...read("docs/DEPENDENCIES.md").matchAll(/^\| `([^`]+)` \| (\S+) \| [^|]{3,} \| [^|]+ \|$/gm)].map(([, name, licence]) => [name, licence]);
  expect(lines.sort()).toEqual(all.map(([name]) => [name, packages[`node_modules/${name}`]?.license ?? "none"]).sort());
});

/** What is named by no import: programs of scripts, what another package loads, and types the compiler is told of. */
const namedElsewhere: Readonly<Record<string, string>> = {
  "@stryker-mutator/core": '"stryker", "run"', "@stryker-mutator/mocha-runner": 'testRunner: "mocha"', "webpack-cli": "webpack --mode", "webpack-dev-server": "webpack serve", eslint: "eslint/bin",
  "jest-environment-jsdom": "@jest-environment jsdom", typescript: "typescript/bin/tsc", "office-addin-manifest": "office-addin-manifest validate", tsx: "tsx bench/run.ts",
};

it("uses every package", () => {
  const texts = [...["src", "test", "bench", "templates"].flatMap(codeIn), ...["webpack.config.js", "jest.config.js", "eslint.config.mjs"].map(read), ...Object.values(scripts)].join("\n").replace(/const namedElsewhere[^;]*;/, "");
  const typed = read("tsconfig.json");
  const isUsed = (name: string): boolean => {
    if (name.startsWith("@types/")) return typed.includes(`"${name.slice(7)}"`) || all.some(([other]) => other === name.slice(7));
    return [`"${name}"`, `"${name}/`, ...(name in namedElsewhere ? [namedElsewhere[name]!] : [])].some((mark) => texts.includes(mark));
  };
  expect(all.map(([name]) => name).filter((name) => !isUsed(name))).toEqual([]);
});

it("is under the MIT licence itself", () => {
  expect([license, read("LICENSE").split("\n")[0]]).toEqual(["MIT", "MIT License"]);
});

function codeIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((path) => /\.(tsx?|mjs|cjs|js)$/.test(path)).map((path) => read(join(folder, path)));
}
