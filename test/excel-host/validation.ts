// Data validation: what may be typed in an area.

import { holds, isSameArea, meet, without, type Rectangle } from "./area";
import type { Sheet } from "./sheet";
import { invalid, Wire } from "./wire";

/** A rule of the sheet and the areas it holds for. */
export class Validation {
  constructor(public areas: Rectangle[], public rule: Excel.DataValidationRule, public prompt: Excel.DataValidationPrompt | null = null, public errorAlert: Excel.DataValidationErrorAlert | null = null, public ignoreBlanks = true) {}

  /** Takes an area out; false when nothing is left. */
  cut(area: Rectangle): boolean {
    this.areas = this.areas.flatMap((one) => without(one, area));
    return this.areas.length > 0;
  }

  changeFormulas(changed: (formula: string) => string): void {
    this.rule = JSON.parse(JSON.stringify(this.rule), (_, value: unknown) => (typeof value === "string" && value.startsWith("=") ? changed(value) : value)) as Excel.DataValidationRule;
  }
}

const kinds = { wholeNumber: "WholeNumber", decimal: "Decimal", textLength: "TextLength", list: "List", date: "Date", time: "Time", custom: "Custom" } as const;

export class ValidationOfRange extends Wire {
  readonly type = "DataValidation";

  constructor(private readonly sheet: Sheet, private readonly areas: readonly Rectangle[]) {
    super();
  }

  get Rule(): Excel.DataValidationRule {
    return this.one()?.rule ?? {};
  }

  set Rule(rule: Excel.DataValidationRule) {
    const [kind] = Object.keys(rule);
    if (Object.keys(rule).length !== 1 || !kind || !(kind in kinds)) invalid("A rule is one of wholeNumber, decimal, textLength, list, date, time, custom.");
    const source = rule.list?.source;
    if (rule.list && (typeof source !== "string" || source === "" || (!source.startsWith("=") && source.length > 255))) invalid("A list is a formula, or up to 255 characters parted by commas.");
    for (const formula of formulasIn(rule)) this.sheet.book.checkFormula(formula);
    const before = this.one();
    this.clear();
    this.sheet.validations.push(new Validation([...this.areas], rule, before?.prompt, before?.errorAlert, before?.ignoreBlanks));
  }

  get Type(): `${Excel.DataValidationType}` {
    const touching = this.touching();
    const [kind] = Object.keys(this.one()?.rule ?? {});
    if (kind && kind in kinds) return kinds[kind as keyof typeof kinds];
    return touching.length === 0 ? "None" : touching.length > 1 ? "Inconsistent" : "MixedCriteria";
  }

  get Prompt(): Excel.DataValidationPrompt {
    return this.one()?.prompt ?? { message: "", showPrompt: true, title: "" };
  }

  set Prompt(prompt: Excel.DataValidationPrompt) {
    if ((prompt.title ?? "").length > 32 || (prompt.message ?? "").length > 255) invalid("A prompt has a title of up to 32 characters and a message of up to 255.");
    this.own().prompt = prompt;
  }

  get ErrorAlert(): Excel.DataValidationErrorAlert {
    return this.one()?.errorAlert ?? { message: "", showAlert: true, style: "Stop" as Excel.DataValidationAlertStyle, title: "" };
  }

  set ErrorAlert(alert: Excel.DataValidationErrorAlert) {
    if ((alert.title ?? "").length > 32 || (alert.message ?? "").length > 255) invalid("An alert has a title of up to 32 characters and a message of up to 255.");
    this.own().errorAlert = alert;
  }

  get IgnoreBlanks(): boolean {
    return this.one()?.ignoreBlanks ?? true;
  }

  set IgnoreBlanks(ignored: boolean) {
    this.own().ignoreBlanks = ignored;
  }

  Clear(): void {
    this.clear();
  }

  private clear(): void {
    for (const area of this.areas) {
      this.sheet.guard(area);
      this.sheet.validations = this.sheet.validations.filter((one) => one.cut(area));
    }
  }

  private touching(): Validation[] {
    return this.sheet.validations.filter(({ areas }) => areas.some((one) => this.areas.some((area) => meet(area, one))));
  }

  /** The one that holds for the whole range. */
  private one(): Validation | undefined {
    return this.sheet.validations.find(({ areas }) => this.areas.every((area) => areas.some((one) => holds(one, area))));
  }

  /** The one that holds for this range alone: made from what holds for it, or new and without a rule. */
  private own(): Validation {
    const there = this.one();
    if (there && there.areas.length === this.areas.length && this.areas.every((area) => there.areas.some((one) => isSameArea(one, area)))) return there;
    this.clear();
    const made = new Validation([...this.areas], there?.rule ?? {}, there?.prompt, there?.errorAlert, there?.ignoreBlanks);
    this.sheet.validations.push(made);
    return made;
  }
}

function formulasIn(rule: Excel.DataValidationRule): string[] {
  return Object.values(rule).flatMap((one: object) => Object.values(one) as unknown[]).filter((value): value is string => typeof value === "string" && value.startsWith("="));
}
