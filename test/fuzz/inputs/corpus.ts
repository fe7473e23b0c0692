// Real exports to start from: our samples, and the beginnings of the shared ones, read in place.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sharedData } from "../../shared-data";

const most = 1500;

/** Beginnings of exports as text. */
export function corpusTexts(): readonly string[] {
  return corpusBytes().map((bytes) => new TextDecoder().decode(bytes));
}

/** Beginnings of exports as the bytes they are, in several encodings. */
export function corpusBytes(): readonly Uint8Array[] {
  const samples = resolve(__dirname, "../../../templates/samples");
  return [...filesIn(samples), ...filesIn(sharedData("nasty")), ...filesIn(sharedData("csv_spectrum/csvs"))].map((path) => new Uint8Array(readFileSync(path)).slice(0, most));
}

/** Clipboards of Excel where the shared data are, and of our own making as Sheets and a CRM's page have them. */
export function corpusHtml(): readonly string[] {
  return [...clipboards, ...filesIn(sharedData("excel_clipboard")).filter((path) => path.endsWith(".html")).map((path) => readFileSync(path, "utf8"))];
}

const clipboards = [
  '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--td{mso-number-format:General}--></style></head><body><!--StartFragment--><col width=64><tr height=20><td class=xl65>Deal</td><td>Stage</td><td>Amount</td></tr><tr><td rowspan=2>A</td><td>Won</td><td align=right>1,000</td></tr><tr><td>Lost</td><td>5</td></tr><!--EndFragment--></body></html>',
  '<google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr><td data-sheets-value="{&quot;1&quot;:2}">Deal Name</td><td>Amount</td></tr><tr><td>A<br/>B</td><td data-sheets-numberformat="{}">12</td></tr><tr><td colspan="2">Total</td></tr></tbody></table>',
  '<div class="list"><script>steal("1")</script><table role="grid"><thead><tr><th><span title="Sort">Opportunity Name</span></th><th>Stage</th><th hidden>Id</th></tr></thead><tbody><tr><th><a href="javascript:void(0)">Acme &lt;1&gt;</a></th><td><table><tr><td>inner</td></tr></table>Closed Won</td><td style="display:none">9</td></tr></tbody></table></div>',
];

function filesIn(folder: string | null): string[] {
  return folder === null ? [] : readdirSync(folder).filter((name) => !/\.(json|md|ts)$/.test(name)).sort().map((name) => join(folder, name));
}
