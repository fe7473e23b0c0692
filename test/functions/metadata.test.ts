// functions.json: against the form Microsoft publishes, and against what it does not check.

import * as formulaJs from "@formulajs/formulajs";
import Ajv from "ajv";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { customFunctions } from "../../src/functions/table";
import { languages } from "../../src/text/language";
import { parameterNames } from "../../src/text/zh/functions/parameters";
import { describedFunctions, metadataIn, type DescribedFunction, type Metadata } from "../../templates/functions/metadata";
import { metadataSchema } from "./metadata-schema";

const base = "https://localhost:3000/";
let described: readonly DescribedFunction[];
let metadata: Readonly<Record<string, Metadata>>;

beforeAll(async () => {
  described = await describedFunctions();
  metadata = Object.fromEntries(languages.map((language) => [language, metadataIn(language, described, base)]));
}, 60_000);

it("has ids that never change: workbooks hold them", () => {
  expect([...functionIds].sort()).toEqual([
    "BONUS", "CAC", "CHURN", "CLV", "COHORT", "COMPLETENESS", "CSAT", "FORECAST", "FUNNELCONV", "GATECHECK", "GOALPACE", "GOALPROGRESS", "GOALSTATUS",
    "HEALTHSCORE", "LEADGRADE", "LEADSCORE", "LTV", "LTVCAC", "NPS", "NRR", "PAYBACK", "RETENTION", "RFM", "SALESCYCLE", "SALESVELOCITY", "WINRATE",
  ]);
});

it("has a function behind every id, with a parameter for each described one", () => {
  expect(Object.keys(customFunctions).sort()).toEqual([...functionIds].sort());
  expect(described.map(({ id, parameters }) => [id, parameters.length])).toEqual(functionIds.map((id) => [id, customFunctions[id].length]));
});

describe.each(languages)("in %s", (language) => {
  it("has the form Microsoft's reference gives", () => {
    const validate = new Ajv({ allErrors: true, strict: true }).compile(metadataSchema);
    validate(metadata[language]);
    expect(validate.errors).toBeNull();
  });

  it("has the same names everywhere, help for each function, and texts that fit Excel's tooltip", () => {
    for (const { id, name, helpUrl, description, parameters } of metadata[language]!.functions) {
      expect(name).toBe(id);
      expect(helpUrl).toBe(`${base}functions/${language}/${id}.html`);
      expect(description.length).toBeGreaterThan(5);
      expect(description.length).toBeLessThanOrEqual(255);
      for (const parameter of parameters) expect(`${id} ${parameter.name}: ${parameter.description}`.length).toBeLessThanOrEqual(300);
    }
  });

  it("gives every parameter of a function its own name and a description", () => {
    for (const { id, parameters } of metadata[language]!.functions) {
      expect([id, new Set(parameters.map(({ name }) => name.toLowerCase())).size]).toEqual([id, parameters.length]);
      expect(parameters.filter(({ description }) => description.trim() === "")).toEqual([]);
    }
  });

  it("has optional parameters after the required ones", () => {
    for (const { id, parameters } of metadata[language]!.functions) {
      const flags = parameters.map(({ optional }) => optional === true);
      expect([id, flags]).toEqual([id, [...flags].sort((a, b) => Number(a) - Number(b))]);
    }
  });
});

it("takes error cells as input, is nowhere volatile and asks for no address", () => {
  expect(metadata["en"]!.allowErrorForDataTypeAny).toBe(true);
  expect(metadata["en"]!.functions.filter((one) => "options" in one)).toEqual([]);
});

it("says every description and parameter in Chinese, with a name for each parameter", () => {
  const [english, chinese] = [metadata["en"]!.functions, metadata["zh-CN"]!.functions];
  const han = /\p{Script=Han}/u;
  chinese.forEach((one, at) => {
    expect([one.id, han.test(one.description)]).toEqual([one.id, true]);
    one.parameters.forEach((parameter, place) => {
      const name = english[at]!.parameters[place]!.name;
      expect([one.id, name, han.test(parameter.description), parameterNames[name] !== undefined]).toEqual([one.id, name, true, true]);
    });
  });
});

describe("names", () => {
  it.each(functionIds)("%s is long enough, plain, and looks like no cell", (id) => {
    expect(id).toMatch(/^[A-Z][A-Z0-9.]{2,127}$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
    expect(id).not.toMatch(/^R\d*C\d*$/);
  });

  it("are no functions of Excel's own, but for FORECAST, which stands only behind SALES.", () => {
    const builtIn = new Set([...Object.keys(formulaJs), ...macroNames].map((name) => name.toUpperCase()));
    expect(builtIn.has("FORECAST")).toBe(true);
    expect(functionIds.filter((id: FunctionId) => builtIn.has(id))).toEqual(["FORECAST"]);
  });
});

/** Names of Excel 4.0 macros that could be taken for ours. */
const macroNames = ["ALERT", "BEEP", "CALL", "FORMULA", "GOTO", "HALT", "INPUT", "RESULT", "RETURN", "RUN", "STEP", "WAIT", "FORECAST.LINEAR"];
