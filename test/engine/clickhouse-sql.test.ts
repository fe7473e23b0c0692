// Values in statements for ClickHouse: bound where the server can, literals that nothing leaves where it cannot.

import { bound, inlined, literal, quotedName } from "../../src/engine/clickhouse-sql";

it("binds parameters by their type", () => {
  const parameters = ["won", 5, 1.5, true, null];
  expect(bound({ sql: "select $1, $2, $3, $4, $5", parameters })).toEqual({
    query: "select {p1:String}, {p2:Int64}, {p3:Float64}, {p4:UInt8}, {p5:Nullable(String)}",
    query_params: { p1: "won", p2: 5, p3: 1.5, p4: true, p5: null },
  });
});

it("puts literals where a server binds nothing", () => {
  expect(inlined({ sql: "select * from t where a = $1 and b > $2 and c = $10", parameters: ["it's", -5, 3, 4, 5, 6, 7, 8, 9, "\\"] })).toBe("select * from t where a = 'it\\'s' and b > (-5) and c = '\\\\'");
});

it("leaves alone what looks like a parameter in names, texts and comments", () => {
  const sql = `select "$1", '$1', 'it''s $1', 'a\\'$1', \`$1\`, "a""$1" -- $1\n, /* $1 */ $1`;
  expect(inlined({ sql, parameters: ["x"] })).toBe(sql.replace(/\$1$/, "'x'"));
});

it("does not look for parameters in what it has put in", () => {
  expect(inlined({ sql: "select $1, $2", parameters: ["$2", "' $1"] })).toBe("select '$2', '\\' $1'");
});

it.each([
  ["a'b", "'a\\'b'"],
  ["a\\", "'a\\\\'"],
  ["\\'", "'\\\\\\''"],
  ["\0", "'\\0'"],
  ["a\nb\r\t", "'a\\nb\\r\\t'"],
  ["'; DROP TABLE x --", "'\\'; DROP TABLE x --'"],
  ["名字", "'名字'"],
  [1e21, "1e+21"],
  [-0, "(0)"],
  [-1.5, "(-1.5)"],
  [true, "1"],
  [null, "NULL"],
])("writes %j as %s", (value, expected) => {
  expect(literal(value)).toBe(expected);
});

it("has no literal for what is no number, and no statement for a parameter that is not given", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    expect(() => literal(value)).toThrow("no literal");
    expect(() => bound({ sql: "select $1", parameters: [value] })).toThrow("no literal");
  }
  expect(() => inlined({ sql: "select $2", parameters: ["a"] })).toThrow("no parameter for $2");
});

it("quotes names so that nothing in them ends them", () => {
  expect(quotedName('a"b\\')).toBe('"a\\"b\\\\"');
  expect(() => quotedName("")).toThrow();
});
