// The table of docs/twins.md: which functions can be said as a name with LAMBDA, and which cannot.

import { functionIds } from "../../src/functions/ids";
import { twinName } from "../../src/sheets/twins/twin";
import { twins } from "../../src/sheets/twins/twins";
import { twinNotesIn } from "../../src/text/functions";

/** The whole document. */
export function twinsDocument(): string {
  const rows = functionIds.map((id) => {
    const twin = twins.find((one) => one.id === id);
    return `| ${id} | ${twin ? `\`${twinName(twin)}\`` : "no"} | ${twinNotesIn("en")[id]} | ${twinNotesIn("zh-CN")[id]} |`;
  });
  return `# Functions for those without the add-in

A workbook can carry custom functions as defined names with LAMBDA, with the same arguments in the same order:
\`=SALES_LTV(100,80%,5%)\` gives what \`=SALES.LTV(100,80%,5%)\` gives, on whole columns too. LAMBDA needs Microsoft 365,
Excel for the web or Excel 2024; Excel 2021 has LET but no LAMBDA and shows \`#NAME?\`, as do WPS and LibreOffice.

\`salesbook build … --twins\` puts all of them into the workbook, and a workbook that has them keeps them when it is built anew.
For a single one, copy the formula from the function's help page into Formulas › Name Manager.

A name gives \`#N/A\` without a sentence where the function says what is wrong, and takes numbers, not texts such as “98 分”.
It reads each cell by itself: 0.5 beside 5 is 50 %, where the function refuses what could be a share or hundredths.
Each name's formula is checked by LibreOffice against the function, with LAMBDA and LET written out.

| Function | Name | What differs, or why there is none | 说明 |
|---|---|---|---|
${rows.join("\n")}

Made by \`npm run twins\`.
`;
}
