/** Thrown where a workbook lacks a part of itself: read on, what was typed there would be lost. */
export class DamagedXlsx extends Error {
  constructor() {
    super("a damaged .xlsx file");
  }
}
