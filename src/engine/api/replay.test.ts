import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import type { SaveResult } from "../kernel/save-request.ts";
import { answeringOnce } from "../record/idempotency.ts";
import { save } from "../record/save.ts";
import { replay } from "./replay.ts";
import { Answer } from "../kernel/answer.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

test("an answer about several records is kept with the write: who died before sending it sends the same again", async () => {
  const context = await app.context();
  const key = { principal: "system:", key: "k-1", digest: "d-1", status: 200 };
  const told = ({ results }: SaveResult) => ({ data: results.map((result) => result.id) });
  const keeping = answeringOnce({ ...context, idempotency: key }, (result) => ({
    status: 202,
    body: told(result),
  }));
  const operations = ["A", "B"].map(
    (name) => ({ op: "create", object: "account", values: { name } }) as const,
  );
  const written = await save(keeping, { road: "api", mode: "all", operations });
  expect(written.saved).toBe(true);
  // Nothing but the transaction has run: the process is gone here.
  const again = await replay(context, key.principal, key.key, key.digest);
  expect(again).toEqual({ ok: true, value: new Answer(202, told(written)) });
});
