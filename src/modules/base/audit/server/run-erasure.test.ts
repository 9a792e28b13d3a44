import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import { type Client, type TestApp, testApp } from "../../../../testing/app.ts";
import { loadPrincipal } from "../../identity/public.ts";
import { checkSeals } from "./check-seals.ts";
import { allTables, countRowsWith } from "./erase-person.ts";
import { decideErasure } from "./erasure-requests.ts";
import { runErasure } from "./run-erasure.job.ts";
import { sealLogs } from "./seal-log.ts";

let app: TestApp;
let other: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  other = await app.person({ name: "Second administrator", role: "administrator" });
});
afterAll(() => app.close());

/** Tables of the workspace in which a word stands, the resume points of jobs among them. */
async function tablesWith(word: string): Promise<readonly string[]> {
  const context = await app.context();
  const found: string[] = [];
  for (const name of await allTables(context.db, context)) {
    const [row] =
      name === "job_run"
        ? await context.db.query<{ rows: number }>({
            text: "select count(*) as rows from w_main.job_run t where t::text like $1",
            values: [`%${word}%`],
          })
        : [{ rows: await countRowsWith(context.db, context, name, [word]) }];
    if (row && row.rows > 0) found.push(name);
  }
  return found;
}

test("killed between its steps an erasure goes on, and whoever approved it sees it among their jobs", async () => {
  const person = await app.admin.make("contact", { name: "Killed Halfway", mobile: "13612340000" });
  const asked = await app.admin.post("/erasures", {
    object: "contact",
    id: person.id,
    legal_basis: "asked",
    attachments: true,
  });
  await app.admin.make("note", { content: "13612340000 belongs to nobody" });
  const { id } = asked.json.data;
  const context = await app.context();
  const principal = await loadPrincipal(context.db, context.workspace, other.id);
  if (!principal) throw new Error("nobody");
  const services = { ...context.services, jobs: { enqueue: async () => undefined } };
  expect((await decideErasure({ ...context, principal, services }, id, true)).ok).toBe(true);
  let count = 0;
  const transaction: Context["db"]["transaction"] = (work, options) =>
    context.db.transaction(async (tx) => {
      const value = await work(tx);
      count += 1;
      if (count === 2) throw new Error("killed");
      return value;
    }, options);
  const query: Context["db"]["query"] = (statement) => context.db.query(statement);
  const dying: Context = { ...context, db: { ...context.db, query, transaction } };
  await expect(runErasure(dying, id)).rejects.toThrow("killed");
  expect(await tablesWith("Killed Halfway"), "its words are known until all is looked through").toEqual([
    "job_run",
  ]);
  await runErasure(context, id);
  expect(await tablesWith("Killed Halfway")).toEqual([]);
  const [job] = (await other.get("/jobs?kind=erasure")).json.data;
  expect(job).toMatchObject({ id, object: "contact", status: "done", can_cancel: false, can_undo: false });
  expect(job.done).toBe(job.total);
  expect((await other.get("/jobs?kind=erasure")).json.data[0].label.en).toBe("Erasure of personal data");
  expect(
    (await app.admin.get("/jobs?kind=erasure")).json.data.map((one: { id: string }) => one.id),
  ).not.toContain(id);
  expect((await app.admin.get(`/records/erasure_request/${id}`)).json.data).toMatchObject({
    status: "done",
    outcome: { erased: { contact: 1 }, found: { o_note: 1 } },
  });
  await sealLogs(context, { all: true });
  expect((await checkSeals(context.db, context.workspace)).broken).toEqual([]);
});
