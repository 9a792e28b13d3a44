import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let base: string;
beforeAll(async () => {
  app = await testApp();
  base = `${await app.app.listen({ port: 0, host: "127.0.0.1" })}/api/v1`;
});
afterAll(() => app.close());

const ask = (path: string, body?: object, signal?: AbortSignal): Promise<Response> =>
  fetch(base + path, {
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
    headers: {
      cookie: app.admin.headers["cookie"] ?? "",
      "accept-language": "en",
      origin: base.replace("/api/v1", ""),
      ...(body ? { "content-type": "application/json" } : {}),
    },
  });
/** Statements that wait or work on accounts. */
async function busy(): Promise<number> {
  const [row] = await app.database.db.query<{ n: number }>({
    text: `select count(*) as n from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%o_account%'`,
  });
  return row?.n ?? 0;
}
/** While `work` runs nobody can read accounts: every read of them takes as long as it may. */
async function whileStuck(work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  await client.query("begin; lock table w_main.o_account in access exclusive mode");
  try {
    await work();
  } finally {
    await client.end();
  }
}

const READS: readonly (readonly [string, object?])[] = [
  ["/records/account?limit=1"],
  ["/records/account?limit=1&count=exact"],
  ["/records/account?search=stone"],
  ["/search?q=stone"],
  ["/records/account/aggregate", { measures: [{ fn: "count" }, { fn: "max", field: "revenue" }] }],
];

test("every read has an end, said in words, and what is given up by its caller ends in the database", async () => {
  await whileStuck(async () => {
    const caller = new AbortController();
    const given = Promise.allSettled(READS.map(([path, body]) => ask(path, body, caller.signal)));
    while ((await busy()) < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    caller.abort();
    await given;
    while ((await busy()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const answers = await Promise.all(READS.map(([path, body]) => ask(path, body)));
    for (const [at, answer] of answers.entries()) {
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      expect([READS[at]?.[0], answer.status, code]).toEqual([READS[at]?.[0], 422, "read_too_long"]);
      expect(detail).toContain("5 seconds");
    }
    expect(await busy()).toBe(0);
  });
  expect((await ask("/records/account?limit=1")).status).toBe(200);
}, 60_000);
