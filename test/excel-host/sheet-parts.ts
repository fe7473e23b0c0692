// What a sheet has one of each: frozen panes, protection, page layout.

import { wholeSheet, type Rectangle } from "./area";
import { Bag, describeBag } from "./bag";
import type { Shift } from "./grid";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { shifted } from "./shift";
import { invalid, notFound, refuse, Wire } from "./wire";

export class FreezePanes extends Wire {
  readonly type = "WorksheetFreezePanes";
  frozen: Rectangle | null = null;

  constructor(private readonly sheet: Sheet) {
    super();
  }

  FreezeAt(range: Range | string): void {
    this.frozen = { ...this.sheet.range(range).area, top: 0, left: 0 };
  }

  FreezeRows(count = 1): void {
    this.frozen = count > 0 ? { ...wholeSheet, bottom: count - 1 } : null;
  }

  FreezeColumns(count = 1): void {
    this.frozen = count > 0 ? { ...wholeSheet, right: count - 1 } : null;
  }

  Unfreeze(): void {
    this.frozen = null;
  }

  GetLocation(): Range {
    return this.GetLocationOrNullObject() ?? notFound();
  }

  GetLocationOrNullObject(): Range | null {
    return this.frozen && new Range(this.sheet, this.frozen);
  }

  moved(at: Rectangle, to: Shift): void {
    if (this.frozen) this.frozen = shifted(this.frozen, at, to);
  }
}

export class SheetProtection extends Wire {
  readonly type = "WorksheetProtection";
  private password: string | undefined;

  constructor(private readonly sheet: Sheet) {
    super();
  }

  get Protected(): boolean {
    return this.sheet.locks !== null;
  }

  get Options(): Excel.WorksheetProtectionOptions | null {
    return this.sheet.locks;
  }

  Protect(options?: Excel.WorksheetProtectionOptions | null, password?: string | null): void {
    if (this.sheet.locks) refuse("InvalidOperation", "The sheet is protected already.");
    this.sheet.locks = options ?? {};
    this.password = password ?? undefined;
  }

  Unprotect(password?: string | null): void {
    if (this.password !== undefined && this.password !== (password ?? undefined)) invalid("The password is not right.");
    this.sheet.locks = null;
    this.password = undefined;
  }
}

const inch = 72;

/** Row and column titles, print area and margins; the rest is kept as it is set. */
export class PageLayout extends Bag {
  titleRows: Rectangle | null = null;
  titleColumns: Rectangle | null = null;
  printArea: Rectangle | null = null;

  constructor(private readonly sheet: Sheet) {
    super("PageLayout", () => sheet.guardFormats());
  }

  SetPrintTitleRows(range: Range | string): void {
    this.titleRows = this.sheet.range(range).GetEntireRow().area;
  }

  SetPrintTitleColumns(range: Range | string): void {
    this.titleColumns = this.sheet.range(range).GetEntireColumn().area;
  }

  SetPrintArea(range: Range | string): void {
    this.printArea = this.sheet.range(range).area;
  }

  GetPrintTitleRowsOrNullObject(): Range | null {
    return this.titleRows && new Range(this.sheet, this.titleRows);
  }

  GetPrintTitleColumnsOrNullObject(): Range | null {
    return this.titleColumns && new Range(this.sheet, this.titleColumns);
  }

  SetPrintMargins(unit: "Points" | "Inches" | "Centimeters", margins: Excel.PageLayoutMarginOptions): void {
    const points = { Points: 1, Inches: inch, Centimeters: inch / 2.54 }[unit] ?? invalid();
    for (const [side, value] of Object.entries(margins) as [string, number][]) this.write(`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`, value * points);
  }
}

describeBag("PageLayout", {
  Orientation: "Portrait", PaperSize: "Letter", BlackAndWhite: false, CenterHorizontally: false, CenterVertically: false, DraftMode: false, FirstPageNumber: "", PrintGridlines: false, PrintHeadings: false,
  PrintComments: "NoComments", PrintErrors: "AsDisplayed", PrintOrder: "DownThenOver", Zoom: { scale: 100 }, LeftMargin: 0.7 * inch, RightMargin: 0.7 * inch, TopMargin: 0.75 * inch, BottomMargin: 0.75 * inch, HeaderMargin: 0.3 * inch, FooterMargin: 0.3 * inch,
});
