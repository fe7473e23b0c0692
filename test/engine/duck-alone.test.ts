// DuckDB on its own fetches nothing.

import { openDuck, rowsOf, run, type Duck } from "../../src/engine/files/duck";

let duck: Duck;
beforeAll(async () => { duck = await openDuck("test"); });
afterAll(() => duck.close());

it("installs and loads no extension by itself", async () => {
  const rows = await rowsOf(duck, "select name, value from duckdb_settings() where name in ('autoinstall_known_extensions', 'autoload_known_extensions') order by name");
  expect(rows).toEqual([["autoinstall_known_extensions", "false"], ["autoload_known_extensions", "false"]]);
});

it.each(["https://127.0.0.1:9/deals.csv", "http://127.0.0.1:9/deals.csv", "s3://bucket/deals.csv"])("does not reach for %s", async (address) => {
  await expect(run(duck, `select * from read_csv('${address}')`)).rejects.toMatchObject({ detail: expect.stringMatching(/httpfs|extension/i) });
});
