import { afterAll, beforeAll, expect, it } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const ROWS = 230;
let app: TestApp;
let director: Client & { id: string };
let ids: string[];
const tags = new Map<string, string>();
const tag = (name: string): string => tags.get(name) ?? "";
beforeAll(async () => {
  app = await testApp();
  director = await app.person({ name: "何总监", role: "sales_director" });
  for (const name of ["战略", "沉默", "展会"]) tags.set(name, (await app.admin.make("tag", { name })).id);
  const { results } = await save(await app.context(), {
    operations: Array.from({ length: ROWS }, (_, at) => ({
      op: "create" as const,
      object: "account",
      values: {
        name: `客户 ${at}`,
        owner: director.id,
        ...(at < 3 ? { tags: [tag("战略"), tag("沉默")] } : {}),
      },
    })),
    road: "seed",
    mode: "all",
  });
  ids = results.flatMap((result) => (result.ok ? [result.id] : []));
});
afterAll(() => app.close());

/** How many accounts have which tags. */
async function counted(): Promise<Readonly<Record<string, number>>> {
  const rows = await app.database.db.query<{ name: string; n: number }>({
    text: `select g.name, count(*)::int as n from w_main.o_account_tag l join w_main.o_tag g on g.id = l.tag where l.deleted_at is null group by g.name`,
  });
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
const change = (values: object, of = ids) => director.post("/records/account/bulk", { ids: of, values });

it("tags are put on and taken off, whatever others a record has", async () => {
  const few = ids.slice(0, 5);
  const answer = await change({ tags: { add: [tag("展会"), tag("战略")], remove: [tag("沉默")] } }, few);
  expect([answer.status, answer.json.done, await counted()]).toEqual([200, 5, { 战略: 5, 展会: 5 }]);
  expect(
    (await director.patch(`/records/account/${few[4]}`, { tags: { remove: [tag("展会")] } })).status,
  ).toBe(200);
  expect(await counted()).toEqual({ 战略: 5, 展会: 4 });
});

it("hundreds are done by a job, which can be undone", async () => {
  const before = await counted();
  const sent = await change({ tags: { add: [tag("沉默")], remove: [tag("战略")] } });
  expect(sent.status).toBe(202);
  await app.idle();
  expect(await counted()).toEqual({ 沉默: ROWS, 展会: 4 });
  const undo = await director.post(`/jobs/${sent.json.id}/undo`, {});
  expect(undo.status, undo.text).toBeLessThan(300);
  await app.idle();
  expect(await counted()).toEqual(before);
});

it("a change of tags of another shape is refused and changes nothing", async () => {
  const before = await counted();
  for (const given of [{ add: "x" }, { put: [tag("展会")] }, { add: [1] }, "x"])
    expect((await director.patch(`/records/account/${ids[0]}`, { tags: given })).status).toBe(422);
  expect(await counted()).toEqual(before);
});

it("who may not change the record, or the field, changes no tags", async () => {
  const seller = await app.person({ name: "周杰", role: "seller" });
  const before = await counted();
  const answer = await seller.post("/records/account/bulk", {
    ids: ids.slice(0, 2),
    values: { tags: { add: [tag("展会")] } },
  });
  expect([answer.status, await counted()]).toEqual([422, before]);
});
