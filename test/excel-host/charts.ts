// Charts: where they lie, the ranges their series show, everything else as properties.

import { addressOf, columnsOf, quoted, rowsOf, type Rectangle } from "./area";
import { Bag, describeBag, makeBag } from "./bag";
import { ChartSeriesCollection, SeriesBag } from "./chart-series";
import type { Range } from "./range";
import type { Sheet } from "./sheet";
import { Collection, invalid, refuse, same } from "./wire";

type SeriesBy = "Auto" | "Columns" | "Rows";

export class Chart extends Bag {
  series: SeriesBag[] = [];
  readonly Series = new ChartSeriesCollection(this);

  constructor(readonly sheet: Sheet, chartType: string, source: Range, seriesBy: SeriesBy) {
    const number = sheet.book.nextId();
    super("Chart", () => sheet.guardObjects(), { Id: `{chart-${number}}`, Name: `Chart ${number}`, ChartType: chartType, Top: 0, Left: 0, Width: 360, Height: 216 });
    this.setChild("Axes", new ChartAxes("ChartAxes", this.guard));
    this.show(source, seriesBy);
  }

  get Name(): string {
    return String(this.values.get("Name"));
  }

  set Name(name: string) {
    if (this.sheet.charts.some((chart) => chart !== this && same(chart.Name, name))) refuse("ItemAlreadyExists", "The resource being created already exists.");
    this.values.set("Name", name);
  }

  get ChartType(): string {
    return String(this.values.get("ChartType"));
  }

  set ChartType(type: string) {
    this.values.set("ChartType", type);
    for (const series of this.series) series.values.delete("ChartType");
  }

  get Worksheet(): Sheet {
    return this.sheet;
  }

  Activate(): void {
    this.sheet.Activate();
    this.sheet.book.activeChart = this;
  }

  Delete(): void {
    this.guard();
    this.sheet.charts.splice(this.sheet.charts.indexOf(this), 1);
    if (this.sheet.book.activeChart === this) this.sheet.book.activeChart = null;
  }

  SetData(source: Range | string, seriesBy?: SeriesBy | null): void {
    this.guard();
    this.show(this.sheet.range(source), seriesBy ?? "Auto");
  }

  /** Covers the cells from one to the other. */
  SetPosition(start: Range | string, end?: Range | string | null): void {
    this.guard();
    const first = this.sheet.range(start);
    const last = end === undefined || end === null ? first : this.sheet.range(end);
    this.values.set("Top", first.Top).set("Left", first.Left);
    if (end !== undefined && end !== null) this.values.set("Width", last.Left + last.Width - first.Left).set("Height", last.Top + last.Height - first.Top);
  }

  changeFormulas(changed: (formula: string) => string): void {
    for (const series of this.series) series.changeFormulas(changed);
  }

  /** Series as Excel finds them: a first row or column of texts names series and points. */
  private show(source: Range, seriesBy: SeriesBy): void {
    const { area } = source;
    const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && rowsOf(area) >= columnsOf(area));
    const corner = source.sheet.grid.value(area.top, area.left);
    const isText = (row: number, column: number) => row <= area.bottom && column <= area.right && typeof source.sheet.grid.value(row, column) === "string";
    const hasNames = byColumns ? isText(area.top, area.right) : isText(area.bottom, area.left);
    const hasPoints = byColumns ? isText(area.bottom, area.left) && columnsOf(area) > 1 : isText(area.top, area.right) && rowsOf(area) > 1;
    const skipsColumn = byColumns ? hasPoints || (corner === "" && columnsOf(area) > 1) : hasNames;
    const skipsRow = byColumns ? hasNames : hasPoints || (corner === "" && rowsOf(area) > 1);
    const body = { ...area, top: area.top + (skipsRow ? 1 : 0), left: area.left + (skipsColumn ? 1 : 0) };
    const formula = (part: Rectangle) => `=${quoted(source.sheet.Name)}!${addressOf(part, "$")}`;
    const count = byColumns ? columnsOf(body) : rowsOf(body);
    this.series = Array.from({ length: Math.max(0, count) }, (_, at) => {
      const line = byColumns ? { ...body, left: body.left + at, right: body.left + at } : { ...body, top: body.top + at, bottom: body.top + at };
      const named = byColumns ? skipsRow && { ...line, top: area.top, bottom: area.top } : skipsColumn && { ...line, left: area.left, right: area.left };
      const points = byColumns ? skipsColumn && { ...line, left: area.left, right: area.left } : skipsRow && { ...line, top: area.top, bottom: area.top };
      return new SeriesBag(this, { name: named ? formula(named) : `Series${at + 1}`, values: formula(line), categories: points ? formula(points) : null });
    });
  }
}

export class Charts extends Collection<Chart> {
  readonly type = "ChartCollection";

  constructor(private readonly sheet: Sheet) {
    super();
  }

  get items(): readonly Chart[] {
    return this.sheet.charts;
  }

  Add(type: string, source: Range | string, seriesBy?: SeriesBy | null): Chart {
    this.sheet.guardObjects();
    if (typeof type !== "string" || !/^[A-Z3_][A-Za-z0-9]+$/.test(type)) invalid(`There is no chart type ${type}.`);
    const chart = new Chart(this.sheet, type, this.sheet.range(source), seriesBy ?? "Auto");
    this.sheet.charts.push(chart);
    return chart;
  }
}

class ChartAxes extends Bag {
  private readonly second = new Map<string, Bag>();

  GetItem(type: "Category" | "Value" | "Series", group?: "Primary" | "Secondary" | null): Bag {
    if ((group ?? "Primary") === "Primary") return this.child(`${type}Axis`) as Bag;
    const axis = this.second.get(type) ?? makeBag("ChartAxis", this.guard, { AxisGroup: "Secondary" });
    this.second.set(type, axis);
    return axis;
  }

  override settings(): Record<string, unknown> {
    return { ...super.settings(), ...Object.fromEntries([...this.second].map(([type, axis]) => [`second${type}Axis`, axis.settings()])) };
  }
}

class SolidFill extends Bag {
  SetSolidColor(color: string): void {
    this.guard();
    this.values.set("Color", color);
  }

  Clear(): void {
    this.guard();
    this.values.set("Color", "none");
  }

  GetSolidColor(): string {
    return String(this.values.get("Color") ?? "");
  }
}

class Line extends Bag {
  Clear(): void {
    this.guard();
    this.values.set("LineStyle", "None");
  }
}

describeBag("ChartFill", {}, SolidFill);
describeBag("ChartLineFormat", { LineStyle: "Continuous", Weight: 0.75, Color: "#000000" }, Line);
describeBag("ChartBorder", { LineStyle: "None", Weight: 0.75, Color: "#000000" }, Line);
describeBag("ChartTitle", { Text: "Chart Title", Visible: true, Overlay: false });
describeBag("ChartLegend", { Visible: true, Position: "Right", Overlay: false });
describeBag("ChartAxis", { Visible: true, AxisGroup: "Primary", NumberFormat: "General", LinkNumberFormat: true, Minimum: 0, Maximum: 100, ReversePlotOrder: false, ScaleType: "Linear", TickLabelPosition: "NextToAxis", MajorTickMark: "None", MinorTickMark: "None", DisplayUnit: "None" });
describeBag("ChartAxisTitle", { Text: "Axis Title", Visible: false });
describeBag("ChartGridlines", { Visible: false });
describeBag("Chart", { CategoryLabelLevel: 0, DisplayBlanksAs: "NotPlotted", PlotBy: "Columns", PlotVisibleOnly: true, SeriesNameLevel: 0, ShowAllFieldButtons: true, ShowDataLabelsOverMaximum: true, Style: 2 });
