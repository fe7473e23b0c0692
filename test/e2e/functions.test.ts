// The pane and its functions in one runtime, as Excel on the web runs them: the real office.js in a frame, Excel's messages from around it.

import { functionIds, type FunctionId } from "../../src/functions/ids";
import { exampleOf } from "../functions/examples";
import { errorCell, shownIn } from "../excel-host/functions";
import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { startBrowser } from "./browser";

let browser: Awaited<ReturnType<typeof startBrowser>>;
let excel: ExcelFrame;

beforeAll(async () => {
  browser = await startBrowser();
  excel = await openInExcel(await browser.newContext());
});
afterAll(async () => browser.close());

it("shows the pane beside the functions, and asks nobody else for anything", async () => {
  await excel.pane().getByRole("textbox").first().waitFor();
  expect(excel.trouble).toEqual([]);
});

it("computes every function: its example, nothing at all, and an error cell", async () => {
  const asked = functionIds.flatMap((id): [FunctionId, unknown[]][] => {
    const { given } = exampleOf(id);
    return [[id, [...given]], [id, given.map(() => null)], [id, [[[errorCell("#N/A")]], ...given.slice(1)]]];
  });
  const answers = (await excel.call(asked)).map(shownIn);
  functionIds.forEach((id, at) => {
    const [example, ...refused] = answers.slice(3 * at, 3 * at + 3);
    expect([id, example]).toEqual([id, exampleOf(id).result]);
    for (const one of refused) expect(`${id} ${one!.flat().join(" ")}`).toMatch(/(#VALUE!|#N\/A) .{12,}/);
  });
});

it("answers 2,000 one-cell calls of one message", async () => {
  const calls = Array.from({ length: 2000 }, (_, at): [FunctionId, unknown[]] => ["BONUS", [[[1000 + at]], [[1]], [[1]], [[1]], null, null, null, null]]);
  const answers = await excel.call(calls);
  expect(shownIn(answers[1999]!)).toEqual([[2999]]);
  expect(answers.every(([, ok]) => ok)).toBe(true);
});

it("speaks Chinese in a Chinese Excel", async () => {
  const chinese = await openInExcel(await browser.newContext(), "zh-CN");
  const [answer] = await chinese.call([["CAC", [[[100]], [[0]], null]]]);
  expect(shownIn(answer!)).toEqual([[expect.stringMatching(/^#N\/A 新客户数/)]]);
});
