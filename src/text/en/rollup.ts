/** What is said of a rollup file that cannot be used: by the command line and the pane. */
export const rollup = {
  "not-a-rollup": (file: string) => `${file} is JSON or text, but no rollup of Salesbook's. Choose a file that “salesbook rollup” made, or a CSV or Excel export.`,
  newer: (file: string) => `${file} was made by a newer Salesbook. Update yours, then try again.`,
  "cut-off": (file: string) => `${file} ends in the middle. Copy it again, or have it made again with “salesbook rollup”.`,
  damaged: (file: string, where: string) => `${file} is damaged: “${where}” is not as a rollup has it. Copy it again, or have it made again with “salesbook rollup”.`,
  lengths: (file: string, where: string) => `${file} is damaged: “${where}” has more or fewer rows than its table. Copy it again, or have it made again with “salesbook rollup”.`,
  unanswered: (file: string) => `Setup of the workbook asks for figures that ${file} does not hold. Keep the rollup's as-of day, or have it made again for another day and this workbook: “salesbook rollup … --for BOOK.xlsx”. Nothing was written.`,
  "too-long": (file: string) => `${file} has more rows than a sheet holds (1,048,575). Export a shorter period, or have a rollup made of it (“salesbook rollup FILE -o rollup.json”) and choose that file here.`,
  older: (file: string) => `${file} was not taken: the rollup that is there is newer.`,
  twice: (file: string) => `${file} and another table hold records of the same kind, and groups cannot be put together with others. Remove one of the two.`,
  /** What a rollup is, in half a sentence. */
  shown: (records: number, what: string, rows: number) => `${records.toLocaleString("en")} ${what} in ${rows.toLocaleString("en")} rows`,
  made: (engine: string, place: string, at: string) => `Grouped by ${engine}${place === "" ? "" : ` from ${place}`}, ${at}.`,
  notCompared: "Deals are not compared one by one: a rollup holds groups of them.",
  leftOut: (fields: string) => `Not grouped by these, they have too many values: ${fields}.`,
  asOf: (day: string) => `As of ${day}: a workbook made from it shows that day.`,
};
