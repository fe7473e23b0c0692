import { requestOf } from "../../src/cli/arguments";
import { voiceIn } from "../../src/cli/voice";

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
