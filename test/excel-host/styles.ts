// Looks of cells: each kept once, cells hold its number.

/** Properties by path, as `numberFormat`, `fill.color`, `font.bold`, `top.style`; what is absent is Excel's default. */
export type Style = Readonly<Record<string, string | number | boolean>>;

/** What a cell is without any style. */
export const plainStyle: Style = {
  numberFormat: "General", "fill.color": "#FFFFFF", "font.name": "Calibri", "font.size": 11, "font.color": "#000000", "font.bold": false, "font.italic": false, "font.underline": "None",
  "font.strikethrough": false, "font.subscript": false, "font.superscript": false, "font.tintAndShade": 0, "fill.tintAndShade": 0, "fill.pattern": "None", "fill.patternColor": "#FFFFFF", "fill.patternTintAndShade": 0,
  horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, indentLevel: 0, textOrientation: 0, shrinkToFit: false, readingOrder: "Context", autoIndent: false,
  "protection.locked": true, "protection.formulaHidden": false, style: "Normal",
  ...Object.fromEntries(["top", "bottom", "left", "right", "diagonalDown", "diagonalUp"].flatMap((side) => [[`${side}.style`, "None"], [`${side}.color`, "#000000"], [`${side}.weight`, "Thin"], [`${side}.tintAndShade`, 0]])),
};

/** All styles of a workbook; 0 is the plain one. */
export class Styles {
  private readonly list: Style[] = [{}];
  private readonly ids = new Map<string, number>([["{}", 0]]);
  private readonly patches = new Map<string, Map<number, number>>();

  get(id: number): Style {
    return this.list[id] ?? {};
  }

  /** One property, or Excel's default. */
  property(id: number, name: string): string | number | boolean {
    return this.get(id)[name] ?? plainStyle[name] ?? "";
  }

  /** Gives a style's number the number of that with some properties changed. */
  patching(patch: Style): (id: number) => number {
    const said = JSON.stringify(patch);
    const known = this.patches.get(said) ?? new Map<number, number>();
    this.patches.set(said, known);
    return (id) => {
      const made = known.get(id) ?? this.intern({ ...this.get(id), ...patch });
      known.set(id, made);
      return made;
    };
  }

  private intern(style: Style): number {
    const sorted = Object.fromEntries(Object.entries(style).filter(([name, value]) => value !== plainStyle[name]).sort(([one], [other]) => (one < other ? -1 : 1)));
    const key = JSON.stringify(sorted);
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.ids.set(key, this.list.length);
    return this.list.push(sorted) - 1;
  }
}
