// Series of a chart and their points.

import { addressOf, quoted } from "./area";
import { Bag, describeBag, makeBag } from "./bag";
import type { Chart } from "./charts";
import { Range } from "./range";
import { Collection, invalid } from "./wire";

/** What a series shows, as formulas; a name may also be a text. */
interface Shown {
  name: string;
  values: string | null;
  categories: string | null;
}

export class SeriesBag extends Bag {
  readonly Points: ChartPoints;

  constructor(readonly chart: Chart, readonly shown: Shown) {
    super("ChartSeries", chart.guard);
    this.Points = new ChartPoints(this);
  }

  /** The text of the cell where the name is a reference. */
  get Name(): string {
    if (!this.shown.name.startsWith("=")) return this.shown.name;
    const range = this.chart.sheet.book.rangeIn(this.shown.name, this.chart.sheet);
    return range ? String(range.sheet.grid.value(range.area.top, range.area.left)) : "#REF!";
  }

  set Name(name: string) {
    this.shown.name = name;
  }

  get ChartType(): string {
    return String(this.values.get("ChartType") ?? this.chart.ChartType);
  }

  set ChartType(type: string) {
    this.values.set("ChartType", type);
  }

  Delete(): void {
    this.guard();
    this.chart.series = this.chart.series.filter((one) => one !== this);
  }

  SetValues(range: Range): void {
    this.guard();
    this.shown.values = formulaOf(range);
  }

  SetXAxisValues(range: Range): void {
    this.guard();
    this.shown.categories = formulaOf(range);
  }

  GetDimensionDataSourceString(dimension: string): string {
    return (/^(Values|YValues)$/.test(dimension) ? this.shown.values : this.shown.categories)?.slice(1) ?? "";
  }

  GetDimensionDataSourceType(): string {
    return "LocalRange";
  }

  GetDimensionValues(dimension: string): unknown[] {
    const formula = /^(Values|YValues)$/.test(dimension) ? this.shown.values : this.shown.categories;
    const range = formula === null ? null : this.chart.sheet.book.rangeIn(formula, this.chart.sheet);
    return (range?.Values ?? []).flat();
  }

  changeFormulas(changed: (formula: string) => string): void {
    const { shown } = this;
    if (shown.name.startsWith("=")) shown.name = changed(shown.name);
    if (shown.values) shown.values = changed(shown.values);
    if (shown.categories) shown.categories = changed(shown.categories);
  }

  override settings(): Record<string, unknown> {
    const points = this.Points.made();
    return { ...super.settings(), ...(Object.keys(points).length > 0 ? { points } : {}) };
  }
}

function formulaOf(range: Range): string {
  return range instanceof Range ? `=${quoted(range.sheet.Name)}!${addressOf(range.area, "$")}` : invalid("A series shows a range.");
}

export class ChartSeriesCollection extends Collection<SeriesBag> {
  readonly type = "ChartSeriesCollection";

  constructor(private readonly chart: Chart) {
    super();
  }

  get items(): readonly SeriesBag[] {
    return this.chart.series;
  }

  Add(name?: string | null, index?: number | null): SeriesBag {
    this.chart.guard();
    const series = new SeriesBag(this.chart, { name: name ?? `Series${this.items.length + 1}`, values: null, categories: null });
    this.chart.series.splice(index ?? this.items.length, 0, series);
    return series;
  }
}

class ChartPoints extends Collection<Bag> {
  readonly type = "ChartPointsCollection";
  private readonly points = new Map<number, Bag>();

  constructor(private readonly series: SeriesBag) {
    super();
  }

  override get Count(): number {
    return this.series.GetDimensionValues("Values").length;
  }

  override GetCount(): number {
    return this.Count;
  }

  get items(): readonly Bag[] {
    return Array.from({ length: this.Count }, (_, index) => this.GetItemAt(index));
  }

  override GetItemAt(index: number): Bag {
    if (index < 0 || index >= this.Count) invalid();
    const point = this.points.get(index) ?? makeBag("ChartPoint", this.series.guard, { Value: this.series.GetDimensionValues("Values")[index] });
    this.points.set(index, point);
    return point;
  }

  made(): Record<string, unknown> {
    return Object.fromEntries([...this.points].map(([index, point]) => [index, Object.fromEntries(Object.entries(point.settings()).filter(([name]) => name !== "value"))]));
  }
}

describeBag("ChartSeries", { HasDataLabels: false, AxisGroup: "Primary", Smooth: false, GapWidth: 219, Overlap: 0, DoughnutHoleSize: 75, Filtered: false, MarkerStyle: "Automatic", MarkerSize: 5, ShowShadow: false, PlotOrder: 0, FirstSliceAngle: 0, Explosion: 0, VaryByCategories: false, ShowLeaderLines: true, InvertIfNegative: false });
describeBag("ChartDataLabels", { ShowValue: true, ShowCategoryName: false, ShowSeriesName: false, ShowPercentage: false, ShowLegendKey: false, ShowBubbleSize: false });
