// functions.json for Excel, made from the JSDoc of the functions; the stock generator knows neither Chinese nor errors as input.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateCustomFunctionsMetadata, type ICustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { functionTextsIn } from "../../src/text/functions";
import type { Language } from "../../src/text/language";

/** A parameter as Excel wants it: any cells, in rows. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "matrix";
  readonly optional?: true;
}

/** A function as Excel wants it. */
export interface FunctionMetadata {
  readonly id: FunctionId;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "matrix" };
}

/** The whole of functions.json. */
export interface Metadata {
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/** What the JSDoc of a function says: the metadata in English, before it has an address to help at. */
export interface DescribedFunction {
  readonly id: FunctionId;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly isOptional: boolean }[];
  readonly returns: string;
}

const folder = join(__dirname, "..", "..", "src", "functions");
/** The files with functions in them. */
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => join(folder, name)).filter((path) => readFileSync(path, "utf8").includes("@customfunction"));

/** What the JSDoc says of every function, in the order of the ids. */
export async function describedFunctions(): Promise<readonly DescribedFunction[]> {
  const found = new Map<string, DescribedFunction>();
  for (const source of sources) for (const one of await describedIn(source)) found.set(one.id, one);
  return functionIds.map((id) => {
    const one = found.get(id);
    if (!one) throw new Error(`no function has the id: ${id}`);
    return one;
  });
}

/** Metadata in a language; `base` is the address help pages lie under. Names of functions are English everywhere, or formulas written by programs would fail. */
export function metadataIn(language: Language, described: readonly DescribedFunction[], base: string): Metadata {
  const texts = functionTextsIn(language);
  const functions = described.map(({ id, description, parameters }): FunctionMetadata => ({
    id,
    name: id,
    description: texts ? texts.described[id].description : description,
    helpUrl: `${base}functions/${language}/${id}.html`,
    parameters: parameters.map((one) => ({
      name: texts?.parameterNames[one.name] ?? one.name,
      description: texts?.described[id].parameters[one.name] ?? one.description,
      type: "any",
      dimensionality: "matrix",
      ...(one.isOptional ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: "matrix" },
  }));
  return { allowErrorForDataTypeAny: true, functions };
}

/** The generator reads JavaScript with JSDoc; our types mean nothing to it. */
async function describedIn(source: string): Promise<readonly DescribedFunction[]> {
  const work = mkdtempSync(join(tmpdir(), "salesbook-functions-"));
  try {
    const script = join(work, "functions.js");
    const text = readFileSync(source, "utf8");
    writeFileSync(script, ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: false } }).outputText);
    const { metadataJson, errors } = await generateCustomFunctionsMetadata([script]);
    if (errors.length > 0) throw new Error(errors.join("\n"));
    const { functions } = JSON.parse(metadataJson) as ICustomFunctionsMetadata;
    return functions.map(({ id, description, parameters }) => ({
      id: id as FunctionId,
      description: description ?? "",
      parameters: parameters.map((one) => ({ name: one.name, description: one.description ?? "", isOptional: one.optional === true })),
      returns: returnsOf(text, id),
    }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What `@returns` says, which the generator leaves out. */
function returnsOf(text: string, id: string): string {
  return new RegExp(`@customfunction ${id}\\s[\\s\\S]*?@returns ([^\\n]*)`).exec(text)?.[1]?.trim() ?? "";
}
