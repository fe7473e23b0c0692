// Comments: each at a cell, with which it moves and goes. Excel lets nobody set where it is.

import type { Rectangle } from "./area";
import type { Book } from "./book";
import type { Shift } from "./grid";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { shifted } from "./shift";
import { Collection, invalid, Wire } from "./wire";

class Comment extends Wire {
  readonly type = "Comment";
  readonly AuthorName = "Ann";

  constructor(private readonly list: Comments, readonly Id: string, public Content: string, public at: Range) {
    super();
  }

  GetLocation(): Range {
    return new Range(this.at.sheet, this.at.area);
  }

  Delete(): void {
    this.list.drop(this);
  }
}

export class Comments extends Collection<Comment> {
  readonly type = "CommentCollection";
  private list: Comment[] = [];

  constructor(private readonly book: Book) {
    super();
  }

  get items(): readonly Comment[] {
    return this.list;
  }

  Add(cell: Range | string, content: string): Comment {
    const at = this.book.active.range(cell);
    if (this.list.some((one) => one.at.Address === at.Address)) invalid("The cell has a comment already.");
    const comment = new Comment(this, `{comment-${this.book.nextId()}}`, content, at);
    this.list.push(comment);
    return comment;
  }

  drop(comment: Comment): void {
    this.list = this.list.filter((one) => one !== comment);
  }

  /** Cells of a sheet were inserted or deleted. */
  moved(sheet: Sheet, at: Rectangle, to: Shift): void {
    this.list = this.list.filter((one) => {
      const area = one.at.sheet === sheet ? shifted(one.at.area, at, to) : one.at.area;
      if (area) one.at = new Range(one.at.sheet, area);
      return area !== null;
    });
  }

  sheetGone(sheet: Sheet): void {
    this.list = this.list.filter((one) => one.at.sheet !== sheet);
  }
}
