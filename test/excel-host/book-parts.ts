// What a workbook has besides sheets: its application, settings, custom XML, properties, protection.

import { XMLValidator } from "fast-xml-parser";
import { Bag } from "./bag";
import type { Book } from "./book";
import { Collection, denied, invalid, notFound, Wire } from "./wire";

export class Application extends Wire {
  readonly type = "Application";
  CalculationMode: `${Excel.CalculationMode}` = "Automatic";
  readonly CalculationEngineVersion = 191_029;
  readonly CalculationState = "Done";
  readonly DecimalSeparator = ".";
  readonly ThousandsSeparator = ",";
  readonly UseSystemSeparators = true;
  readonly CultureInfo: Bag;

  constructor(private readonly book: Book, language: string) {
    super();
    this.CultureInfo = new Bag("CultureInfo", denied, { Name: language });
    this.CultureInfo.setChild("NumberFormat", new Bag("NumberFormatInfo", denied, { NumberDecimalSeparator: ".", NumberGroupSeparator: "," }));
    this.CultureInfo.setChild("DatetimeFormat", new Bag("DatetimeFormatInfo", denied, { DateSeparator: "/", TimeSeparator: ":", ShortDatePattern: language === "zh-CN" ? "yyyy/M/d" : "M/d/yyyy", LongDatePattern: "dddd, MMMM d, yyyy", ShortTimePattern: "h:mm tt", LongTimePattern: "h:mm:ss tt" }));
  }

  Calculate(): void {
    this.book.guardWriting();
  }

  SuspendApiCalculationUntilNextSync(): void {}

  SuspendScreenUpdatingUntilNextSync(): void {}
}

export class Runtime extends Wire {
  readonly type = "Runtime";
  EnableEvents = true;
}

export class WorkbookProtection extends Wire {
  readonly type = "WorkbookProtection";
  private password: string | undefined;

  constructor(private readonly book: Book) {
    super();
  }

  get Protected(): boolean {
    return this.book.isProtected;
  }

  Protect(password?: string | null): void {
    this.book.guardWriting();
    this.book.isProtected = true;
    this.password = password ?? undefined;
  }

  Unprotect(password?: string | null): void {
    if (this.password !== undefined && this.password !== (password ?? undefined)) invalid("The password is not right.");
    this.book.isProtected = false;
    this.password = undefined;
  }
}

/** A key with a value: a setting or a property of the file. */
class Entry extends Wire {
  constructor(readonly type: "Setting" | "CustomProperty", private readonly list: Entry[], readonly Key: string, public Value: unknown) {
    super();
  }

  override identity(): Readonly<Record<string, unknown>> {
    return this.type === "Setting" ? { _Id: this.Key } : {};
  }

  get _Id(): string {
    return this.Key;
  }

  get Type(): string {
    return typeof this.Value === "number" ? "Number" : typeof this.Value === "boolean" ? "Boolean" : "String";
  }

  Delete(): void {
    this.list.splice(this.list.indexOf(this), 1);
  }
}

abstract class Entries extends Collection<Entry> {
  readonly items: Entry[] = [];
  protected abstract readonly of: "Setting" | "CustomProperty";

  Add(key: string, value: unknown): Entry {
    if (typeof key !== "string" || key === "") invalid();
    const there = this.find(key);
    if (there) there.Value = value;
    const entry = there ?? new Entry(this.of, this.items, key, value);
    if (!there) this.items.push(entry);
    return entry;
  }
}

export class Settings extends Entries {
  readonly type = "SettingCollection";
  protected readonly of = "Setting";
}

/** Values are texts of up to 255 characters, numbers, booleans. */
export class CustomProperties extends Entries {
  readonly type = "CustomPropertyCollection";
  protected readonly of = "CustomProperty";

  constructor(private readonly book: Book) {
    super();
  }

  override Add(key: string, value: unknown): Entry {
    this.book.guardWriting();
    if (!["string", "number", "boolean"].includes(typeof value) || (typeof value === "string" && value.length > 255)) invalid("A custom property is a text of up to 255 characters, a number or a boolean.");
    return super.Add(key, value);
  }

  DeleteAll(): void {
    this.items.length = 0;
  }
}

class CustomXmlPart extends Wire {
  readonly type = "CustomXmlPart";

  constructor(private readonly parts: CustomXmlParts, readonly Id: string, private xml: string) {
    super();
  }

  get NamespaceUri(): string {
    return /^(?:\s*<[?!][^>]*>)*\s*<[^>]*?\sxmlns="([^"]*)"/.exec(this.xml)?.[1] ?? "";
  }

  GetXml(): string {
    return this.xml;
  }

  SetXml(xml: string): void {
    this.parts.book.guardWriting();
    this.xml = checkedXml(xml);
  }

  Delete(): void {
    this.parts.items.splice(this.parts.items.indexOf(this), 1);
  }
}

export class CustomXmlParts extends Collection<CustomXmlPart> {
  readonly type = "CustomXmlPartCollection";
  readonly items: CustomXmlPart[] = [];

  constructor(readonly book: Book) {
    super();
  }

  Add(xml: string): CustomXmlPart {
    this.book.guardWriting();
    const part = new CustomXmlPart(this, `{part-${this.book.nextId()}}`, checkedXml(xml));
    this.items.push(part);
    return part;
  }

  GetByNamespace(namespaceUri: string): CustomXmlPartsOfNamespace {
    return new CustomXmlPartsOfNamespace(this.items.filter((part) => part.NamespaceUri === namespaceUri));
  }
}

class CustomXmlPartsOfNamespace extends Collection<CustomXmlPart> {
  readonly type = "CustomXmlPartScopedCollection";

  constructor(readonly items: readonly CustomXmlPart[]) {
    super();
  }

  GetOnlyItem(): CustomXmlPart {
    return this.GetOnlyItemOrNullObject() ?? notFound();
  }

  GetOnlyItemOrNullObject(): CustomXmlPart | null {
    return this.items.length === 1 ? this.items[0]! : null;
  }
}

function checkedXml(xml: string): string {
  return typeof xml === "string" && XMLValidator.validate(xml) === true ? xml : invalid("The XML is not well formed.");
}
