/** What is said of a rollup file that cannot be used: by the command line and the pane. */
export const rollup = {
  "not-a-rollup": (file: string) => `${file} is JSON or text, but no rollup of Salesbook's. Make one with “salesbook rollup”.`,
  newer: (file: string) => `${file} was made by a newer Salesbook. Update yours, then try again.`,
  "cut-off": (file: string) => `${file} ends in the middle. Copy it again, or make it again with “salesbook rollup”.`,
  damaged: (file: string, where: string) => `${file} is damaged: “${where}” is not as a rollup has it. Make it again with “salesbook rollup”.`,
  lengths: (file: string, where: string) => `${file} is damaged: “${where}” has more or fewer rows than its table. Make it again with “salesbook rollup”.`,
  unanswered: (file: string) => `Setup of the workbook asks for figures that ${file} does not hold. Make the rollup again with “salesbook rollup … --for BOOK.xlsx”, for the same as-of day. Nothing was written.`,
};
