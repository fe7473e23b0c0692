// Everything about the custom functions that is served as a file, besides their script: metadata, help pages, lists.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { languages } from "../../src/text/language";
import { indexScript } from "./index-page";
import { functionList } from "./list";
import { describedFunctions, metadataIn, type DescribedFunction } from "./metadata";
import { helpPages } from "./pages";

const source = join(__dirname, "..", "..", "src", "functions");

/** The files by their paths from the root of the site; `base` is the site's address, ending with a slash. */
export async function functionAssets(base: string): Promise<ReadonlyMap<string, string>> {
  return assetsOf(await describedFunctions(), base);
}

/** The same of the functions given. */
export function assetsOf(described: readonly DescribedFunction[], base: string): ReadonlyMap<string, string> {
  return new Map([
    ...languages.map((language): [string, string] => [language === "en" ? "functions.json" : `functions.${language}.json`, json(metadataIn(language, described, base))]),
    ...languages.map((language): [string, string] => [`functions/list.${language}.json`, json(functionList(language, described))]),
    ["functions/help.css", readFileSync(join(__dirname, "help.css"), "utf8")],
    [`functions/${indexScript}`, script("help-index")],
    ["functions/search.js", script("search")],
    ...helpPages(described),
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A file of src/functions as a module for browsers; what it imports lies beside it. */
function script(name: string): string {
  const { code } = transformSync(readFileSync(join(source, `${name}.ts`), "utf8"), {
    jsc: { parser: { syntax: "typescript" }, target: "es2022", minify: { compress: true, mangle: true } },
    module: { type: "es6" },
    minify: true,
  });
  return code.replace(/from"\.\/([\w-]+)"/g, 'from"./$1.js"');
}
