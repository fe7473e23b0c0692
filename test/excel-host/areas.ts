// Several areas of one sheet.

import { addressOf, quoted, type Rectangle } from "./area";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { Collection, Wire } from "./wire";

export class RangeAreas extends Wire {
  readonly type = "RangeAreas";

  constructor(readonly sheet: Sheet, readonly areas: readonly Rectangle[]) {
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
}

class Ranges extends Collection<Range> {
  readonly type = "RangeCollection";

  constructor(readonly items: readonly Range[]) {
    super();
  }
}
