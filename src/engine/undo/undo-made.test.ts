import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../apps/server/modules.ts";
import { loadPrincipal } from "../../modules/base/identity/public.ts";
import { account } from "../../objects/party/account/account.object.ts";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import { replayLog } from "../history/replay.ts";
import type { Operation } from "../kernel/save-request.ts";
import { creating, deleting, updating } from "../record/operations.ts";
import { save } from "../record/save.ts";
import { placeOfLog } from "../record/versions-seen.ts";
import type { Cause, Kept, LogRange } from "./contract.ts";
import { previewUndo } from "./preview-undo.ts";
import { undoBatch } from "./undo-batch.ts";

let app: TestApp;
let director: Client & { id: string };
let who: Context;
beforeAll(async () => {
  app = await testApp();
  director = await app.person({ name: "何总监", role: "sales_director" });
  const context = await app.context();
  const principal = await loadPrincipal(context.db, context.workspace, director.id);
  if (!principal) throw new Error("nobody");
  who = { ...context, principal, language: "en" };
});
afterAll(() => app.close());

/** Writes because of an approval, each list in a transaction of its own, others writing in between. */
async function because(
  ...lists: readonly (readonly Operation[])[]
): Promise<{ cause: Cause; range: LogRange; ids: string[] }> {
  const cause = { object: "approval", id: randomUUID() };
  const from = (await placeOfLog(who)) + 1;
  const ids: string[] = [];
  for (const operations of lists) {
    const now = new Date().toISOString();
    const done = await save({ ...who, now }, { operations, road: "api", mode: "all", cause });
    expect(done).toMatchObject({ saved: true });
    ids.push(...done.results.flatMap(({ id }) => (id === null ? [] : [id])));
    await app.admin.make("account", { name: `beside ${randomUUID()}` });
  }
  return { cause, range: { from, to: await placeOfLog(who) }, ids };
}
async function undo(work: { cause: Cause; range: LogRange }, size: number, by = who) {
  const all = { deleted: 0, restored: 0, kept: new Array<Kept>() };
  for (let position: number | null = work.range.to; position !== null;) {
    const at: number = position;
    const done = await by.db.transaction((tx) =>
      undoBatch(tx, { ...by, now: new Date().toISOString() }, { ...work, reason: "no" }, at, size),
    );
    all.deleted += done.deleted;
    all.restored += done.restored;
    all.kept.push(...done.kept);
    position = done.next;
  }
  return all;
}
/** The same transaction, telling of each statement. */
const counting = (tx: Transaction, tell: (text: string) => void): Transaction => ({
  inTransaction: true,
  query: (statement) => (tell(statement.text), tx.query(statement)),
  later: (statement) => (tell(statement.text), tx.later(statement)),
  whenCommitted: (key, told) => tx.whenCommitted(key, told),
});
const made = (name: string) => creating(account, { name, owner: director.id });
const shown = async (id: string, asOf?: string) => {
  const query = asOf ? `?as_of=${encodeURIComponent(asOf)}` : "?expand=tags";
  const { status, json } = await director.get(`/records/account/${id}${query}`);
  return status === 200 ? json.data : status;
};
const replayed = async () =>
  (
    await replayLog(
      await app.context(),
      modules.flatMap((module) => module.ledgers ?? []),
    )
  ).flatMap(({ what, differing }) => (differing.length > 0 ? [what] : []));

test("what a cause made never was, unless somebody uses or changed it; fields and tags are as before", async () => {
  const [old, fresh] = [
    await app.admin.make("tag", { name: "old" }),
    await app.admin.make("tag", { name: "fresh" }),
  ];
  const there = await app.admin.make("account", {
    name: "There",
    industry: "steel",
    owner: director.id,
    tags: [old.id],
  });
  const changing = updating(account, there.id, { industry: "glass", tags: [fresh.id] });
  const work = await because(
    [made("One"), made("Used")],
    [changing, made("Changed")],
    [updating(account, there.id, { industry: "wood" })],
  );
  const [one = "", used = "", , changed = ""] = work.ids;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const between = new Date().toISOString();
  expect(await shown(one, between)).toMatchObject({ name: "One" });
  await app.admin.make("contact", { name: "Somebody", account: used });
  await app.admin.patch(`/records/account/${changed}`, { industry: "paper" });

  const expected = { deleted: 1, restored: 1 };
  expect(await previewUndo(who, work, 1)).toMatchObject({
    ...expected,
    kept_total: 2,
    kept: [{ why: "changed" }],
  });
  const done = await undo(work, 1);
  expect(done).toMatchObject(expected);
  expect(done.kept).toEqual([
    {
      object: "account",
      id: changed,
      title: "Changed",
      why: "changed",
      fields: expect.arrayContaining(["industry"]),
    },
    { object: "account", id: used, title: "Used", why: "used", fields: [] },
  ]);
  expect([await shown(one), await shown(one, between)]).toEqual([404, 404]);
  const now = await shown(there.id);
  expect(now).toMatchObject({ industry: "steel" });
  expect(JSON.stringify(now.tags)).toContain(old.id);
  expect(JSON.stringify(now.tags)).not.toContain(fresh.id);
  expect(await shown(there.id, between)).toMatchObject({ industry: "steel" });
  expect(await previewUndo(who, work)).toMatchObject({ deleted: 0, restored: 0, kept_total: 2 });
  expect(await replayed()).toEqual([]);
});

test("a batch asks as many statements for many records as for few", async () => {
  const counts: number[] = [];
  for (const count of [3, 90]) {
    const fresh = Array.from({ length: count }, () => made(`Many ${randomUUID()}`));
    const there = await Promise.all(
      [1, 2].map((at) =>
        app.admin.make("account", { name: `Old ${at} ${randomUUID()}`, owner: director.id }),
      ),
    );
    const changes = there.map(({ id }) => updating(account, id, { industry: "glass" }));
    const work = await because([...changes, ...fresh]);
    const asked: string[] = [];
    const done = await who.db.transaction((tx) =>
      undoBatch(
        counting(tx, (text) => void asked.push(text)),
        who,
        { ...work, reason: "no" },
        work.range.to,
        200,
      ),
    );
    expect(done).toMatchObject({ deleted: count, restored: 2, kept: [] });
    counts.push(asked.length);
    // Planning over the months of the log costs more than reading it: all links of an account in one statement.
    const links = [...(who.catalog.inbound.get("account") ?? [])].filter(({ object, field }) =>
      asked.some((text) => text.includes(`o_${object}"`) && text.includes(`x."${field}"`)),
    );
    expect(links.length).toBeGreaterThan(8);
    expect(asked.filter((text) => text.includes("as target from")).length).toBe(1);
  }
  expect(counts[1]).toBe(counts[0]);
});

test("what a cause changed and then deleted comes back with the values before, with what went along", async () => {
  const there = await app.admin.make("account", { name: "Gone", industry: "steel", owner: director.id });
  const other = await app.admin.make("account", { name: "Gone too", owner: director.id });
  const work = await because(
    [updating(account, there.id, { industry: "glass" }), made("Short")],
    [deleting(account, there.id), deleting(account, other.id)],
  );
  await app.admin.post(`/records/account/${other.id}/restore`);
  expect(await undo(work, 2, await app.context())).toMatchObject({ deleted: 1, restored: 1, kept: [] });
  expect(await shown(there.id)).toMatchObject({ name: "Gone", industry: "steel" });
  expect(await shown(other.id)).toMatchObject({ name: "Gone too" });
  expect(await replayed()).toEqual([]);
});

test("links that a deletion emptied lead to the restored record again, unless somebody wrote them since", async () => {
  const [parent, other] = [
    await app.admin.make("account", { name: "Parent", owner: director.id }),
    await app.admin.make("account", { name: "Other parent", owner: director.id }),
  ];
  const child = (name: string, of: string) =>
    app.admin.make("account", { name, parent: of, owner: director.id });
  const [kept, moved, emptied, second] = await Promise.all([
    child("Kept", parent.id),
    child("Moved", parent.id),
    child("Emptied on purpose", parent.id),
    child("Second", other.id),
  ]);
  const work = await because([deleting(account, parent.id), deleting(account, other.id)]);
  const parentOf = async ({ id }: { id: string }) => (await shown(id)).parent;
  expect([await parentOf(kept), await parentOf(second)]).toEqual([null, null]);
  await app.admin.patch(`/records/account/${moved.id}`, { parent: kept.id });
  await app.admin.patch(`/records/account/${emptied.id}`, { parent: kept.id });
  await app.admin.patch(`/records/account/${emptied.id}`, { parent: null });
  expect(await undo(work, 1, await app.context())).toMatchObject({ deleted: 0, restored: 2, kept: [] });
  expect([await parentOf(kept), await parentOf(second)]).toEqual([parent.id, other.id]);
  expect([await parentOf(moved), await parentOf(emptied)]).toEqual([kept.id, null]);
  expect(await undo(work, 1, await app.context())).toMatchObject({ deleted: 0, restored: 0, kept: [] });
  expect(await replayed()).toEqual([]);
});

test("a hand-over is reverted, but for what has got another owner since", async () => {
  const [leaver, heir] = [
    await app.person({ name: "王芳", role: "seller" }),
    await app.person({ name: "李明", role: "seller" }),
  ];
  const mine = await Promise.all(
    ["A", "B", "C"].map((name) => leaver.make("account", { name: `Handed ${name}` })),
  );
  const from = (await placeOfLog(who)) + 1;
  const started = await app.admin.post(`/handovers/${leaver.id}`, { to: heir.id, deactivate: false });
  expect(started.status, started.text).toBeLessThan(300);
  await app.idle();
  const owners = async () =>
    Promise.all(mine.map(async ({ id }) => (await app.admin.get(`/records/account/${id}`)).json.data.owner));
  expect(await owners()).toEqual([heir.id, heir.id, heir.id]);
  const work = { cause: { object: "job", id: started.json.id }, range: { from, to: await placeOfLog(who) } };
  await app.admin.patch(`/records/account/${mine[1]?.id}`, { owner: director.id });
  const { kept } = await undo(work, 50, await app.context());
  expect(kept).toEqual([
    expect.objectContaining({ id: mine[1]?.id, why: "changed", fields: expect.arrayContaining(["owner"]) }),
  ]);
  expect(await owners()).toEqual([leaver.id, director.id, leaver.id]);
  expect(await replayed()).toEqual([]);
});
