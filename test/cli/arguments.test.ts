import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/usage-error";
import { requestOf } from "../../src/cli/arguments";
import { voiceIn } from "../../src/cli/voice";

const voice = voiceIn("en", () => undefined);
const inChinese = voiceIn("zh-CN", () => undefined);

it.each([
  [["rollup", "deals.csv"], "请指定汇总文件的保存位置"],
  [["rollup", "deals.csv", "-o", "book.xlsx"], "汇总文件名必须以 .json 结尾"],
  [["metrics", "clickhouse://h/d"], "数据库地址不是文件"],
  [["metrics", "--source", "clickhouse://h/d"], "请指明数据库中哪张表是商机"],
  [["metrics", "--deal", "t"], "--deal 指定的是数据库中的表"],
  [["metrics", "--source", "mysql://h/d", "--deal", "t"], "不支持“mysql://”"],
  [["metrics", "deals.csv", "--timeout", "soon"], "“soon”不是秒数"],
])("says in the language asked for what is wrong with %j", (words, said) => {
  expect(() => requestOf(words, inChinese)).toThrow(said);
});

it.each([
  [["build", "deals.csv", "-o", "book.xlsx", "--json"], "--json does nothing with build, only with inspect, metrics."],
  [["metrics", "deals.csv", "-o", "figures.json"], "-o does nothing with metrics, only with build, refresh, rollup, templates write, templates save."],
  [["inspect", "deals.csv", "--sheets", "all"], "--sheets does nothing with inspect, only with build, refresh."],
  [["rollup", "deals.csv", "-o", "r.json", "--template", "saas"], "--template does nothing with rollup, only with build, refresh."],
  [["refresh", "book.xlsx", "deals.csv", "--for", "other.xlsx"], "--for does nothing with refresh, only with rollup."],
  [["metrics", "deals.csv", "--title", "Ours"], "--title does nothing with metrics, only with templates save."],
])("refuses an option that another command takes: %j", (words, said) => {
  expect(() => requestOf(words, voice)).toThrow(new UsageError(said));
});

describe("a word before a sign of equality", () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-arguments-"));
  const before = process.cwd();
  beforeAll(() => {
    mkdirSync(join(folder, "year=2026"));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it.each(["year=2026", "year=2026/deals.parquet", "year=*/deals.parquet"])("is part of the path where a file or folder begins so: %s", (path) => {
    expect(requestOf(["metrics", path], voice)?.files).toEqual([{ path, object: null }]);
  });

  it("says what the rows are", () => {
    expect(requestOf(["metrics", "stage-move=a=b.csv"], voice)?.files).toEqual([{ path: "a=b.csv", object: "stageMove" }]);
  });

  it("is refused where it is neither", () => {
    expect(() => requestOf(["metrics", "deals=q3.csv"], voice)).toThrow(new UsageError(voice.text.cli.badObject("deals", "deal, lead, account, activity, stageMove, spend, order, survey, rep")));
  });
});
