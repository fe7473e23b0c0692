// What is sent to servers newer than the one that can be installed: parameters bound by the server, settings within the bounds it sets.

import { createServer, type Server } from "node:http";
import { openClickHouse } from "../../src/engine/clickhouse";
import type { Engine } from "../../src/engine/engine";
import { sourceOf } from "../../src/engine/source";
import { anyDialect } from "./any-dialect";
import { problemOf } from "./problem-of";
import { listening } from "./servers/free-port";

interface Asked {
  readonly sql: string;
  readonly options: URLSearchParams;
}

/** Says that it is 24.8, and whatever `answer` says to everything else; a text beginning with `Code` is an error. */
async function newer(answer: (asked: Asked) => unknown[][] | string): Promise<{ readonly engine: () => Promise<Engine>; readonly asked: Asked[]; readonly server: Server }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let sql = "";
    for await (const part of request) sql += String(part);
    const one = { sql, options: new URL(request.url ?? "", "http://localhost").searchParams };
    asked.push(one);
    const data = answer(one);
    if (typeof data === "string") return void response.writeHead(500).end(data);
    response.end(JSON.stringify({ meta: (data[0] ?? []).map((_, at) => ({ name: `c${at}`, type: "String" })), data, rows: data.length }));
  });
  const port = await listening(server);
  return { asked, server, engine: () => openClickHouse(sourceOf(`clickhouse://127.0.0.1:${port}`), "default", null, { seconds: 5 }, anyDialect) };
}

const isVersion = ({ sql }: Asked) => sql.startsWith("select version()");

it("lets the server bind parameters and cut days by UTC", async () => {
  const { engine: open, asked, server } = await newer((one) => (isVersion(one) ? [["24.8.1.1"]] : [["x"]]));
  const engine = await open();
  expect(engine.name).toBe("ClickHouse 24.8");
  await engine.rows({ sql: "select $1, $2", parameters: ["it's", 5] }, 7);
  await engine.close();
  server.close();
  const { sql, options } = asked.at(-1)!;
  expect(sql).toContain("select {p1:String}, {p2:Int64}");
  expect(Object.fromEntries(options)).toMatchObject({ param_p1: "it\\'s", param_p2: "5", readonly: "2", session_timezone: "UTC", max_result_rows: "7", max_execution_time: "5", skip_unavailable_shards: "0", join_use_nulls: "1", distributed_product_mode: "global", wait_end_of_query: "1" });
});

it("reads on with no settings but read-only where the server keeps settings within bounds", async () => {
  const bounded = "Code: 452. DB::Exception: Setting max_execution_time shouldn't be greater than 3. (SETTING_CONSTRAINT_VIOLATION) (version 24.8.1.1)";
  const { engine: open, asked, server } = await newer((one) => (one.options.has("max_execution_time") ? bounded : isVersion(one) ? [["24.8.1.1"]] : one.sql.includes("system.settings") ? [["readonly", "1"], ["skip_unavailable_shards", "0"]] : [["x"]]));
  const engine = await open();
  await engine.rows({ sql: "select 1", parameters: [] }, 7);
  await engine.close();
  server.close();
  expect(asked.at(-1)!.options.get("readonly")).toBe("1");
  expect(asked.at(-1)!.sql).toContain("select * from (select 1) limit 8");
});

it("does not open where it cannot be read only", async () => {
  const fixed = "Code: 164. DB::Exception: Cannot modify 'readonly' setting in readonly mode. (READONLY) (version 24.8.1.1)";
  const { engine: open, server } = await newer((one) => (one.options.has("max_execution_time") || one.options.has("readonly") ? fixed : isVersion(one) ? [["24.8.1.1"]] : [["readonly", "0"]]));
  await problemOf(open(), "not-allowed");
  server.close();
});

it("takes a half answer for none", async () => {
  const { engine: open, server } = await newer((one) => (isVersion(one) ? [["24.8.1.1"]] : [["x"], ["y"]]));
  const engine = await open();
  await problemOf(engine.rows({ sql: "select 1", parameters: [] }, 1), "too-many-rows");
  await engine.close();
  server.close();
  const half = createServer((request, response) => void request.resume().on("end", () => response.end('{"meta":[{"name":"a","type":"String"}],"data":[["24.8"]],"rows":2}')));
  const port = await listening(half);
  await problemOf(openClickHouse(sourceOf(`clickhouse://127.0.0.1:${port}`), "default", null, { seconds: 5 }, anyDialect), "lost");
  half.close();
});
