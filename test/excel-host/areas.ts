// Several areas of one sheet, as `getRanges("A1:B2,D4")` gives them.

import { addressOf, lastColumn, lastRow, meet, quoted, type Rectangle } from "./area";
import { Range } from "./range";
import { RangeFormat } from "./range-format";
import { RulesOfRange } from "./rules";
import type { Sheet } from "./sheet";
import { ValidationOfRange } from "./validation";
import { Collection, notFound, Wire } from "./wire";

export class RangeAreas extends Wire {
  readonly type = "RangeAreas";

  constructor(readonly sheet: Sheet, public areas: readonly Rectangle[]) {
    super();
  }

  get Address(): string {
    return this.areas.map((area) => `${quoted(this.sheet.Name)}!${addressOf(area)}`).join(",");
  }

  get AreaCount(): number {
    return this.areas.length;
  }

  get CellCount(): number {
    return this.areas.reduce((sum, area) => sum + new Range(this.sheet, area).CellCount, 0);
  }

  get Areas(): Collection<Range> {
    return new Ranges(this.areas.map((area) => new Range(this.sheet, area)));
  }

  get Worksheet(): Sheet {
    return this.sheet;
  }

  get Format(): RangeFormat {
    return new RangeFormat(this);
  }

  get ConditionalFormats(): RulesOfRange {
    return new RulesOfRange(this.sheet, this.areas);
  }

  get DataValidation(): ValidationOfRange {
    return new ValidationOfRange(this.sheet, this.areas);
  }

  GetEntireRow(): RangeAreas {
    return new RangeAreas(this.sheet, this.areas.map((area) => ({ ...area, left: 0, right: lastColumn })));
  }

  GetEntireColumn(): RangeAreas {
    return new RangeAreas(this.sheet, this.areas.map((area) => ({ ...area, top: 0, bottom: lastRow })));
  }

  GetIntersection(other: Range | string): RangeAreas {
    return this.GetIntersectionOrNullObject(other) ?? notFound();
  }

  GetIntersectionOrNullObject(other: Range | string): RangeAreas | null {
    const { area } = this.sheet.range(other);
    const common = this.areas.flatMap((one) => meet(one, area) ?? []);
    return common.length === 0 ? null : new RangeAreas(this.sheet, common);
  }

  Clear(applyTo?: `${Excel.ClearApplyTo}` | null): void {
    for (const area of this.areas) this.sheet.clear(area, applyTo ?? "All");
  }

  Calculate(): void {}
}

class Ranges extends Collection<Range> {
  readonly type = "RangeCollection";

  constructor(readonly items: readonly Range[]) {
    super();
  }
}
