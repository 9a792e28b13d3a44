import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../apps/server/modules.ts";
import { loadPrincipal } from "../../modules/base/identity/public.ts";
import { opportunity } from "../../objects/selling/opportunity/opportunity.object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import type { Context } from "../kernel/context.ts";
import { replayLog } from "../history/replay.ts";
import { creating } from "../record/operations.ts";
import { save } from "../record/save.ts";
import { placeOfLog } from "../record/versions-seen.ts";
import type { Cause, Kept, LogRange, UndoneBatch } from "./contract.ts";
import { previewUndo } from "./preview-undo.ts";
import { undoBatch } from "./undo-batch.ts";

const COUNT = 300;
const both = (text: string) => ({ "zh-CN": text, en: text });
let app: TestApp;
let director: Client & { id: string };
let pipeline: string;
beforeAll(async () => {
  app = await testApp();
  director = await app.person({ name: "何总监", role: "sales_director" });
  const task = { id: "call", kind: "task", title: both("call them") };
  const stages = [
    { name: "one", label: both("one"), type: "open" },
    { name: "two", label: both("two"), type: "open", on_enter: [task] },
    { name: "won", label: both("won"), type: "won" },
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "undone",
    label: both("undone"),
    stages,
    default: true,
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
});
afterAll(() => app.close());

const acting = async (who: { id: string }): Promise<Context> => {
  const context = await app.context();
  const principal = await loadPrincipal(context.db, context.workspace, who.id);
  if (!principal) throw new Error("nobody");
  return { ...context, principal, language: "en", now: new Date().toISOString() };
};
async function deals(prefix: string, count: number): Promise<string[]> {
  const operations = Array.from({ length: count }, (_, at) =>
    creating(opportunity, {
      name: `${prefix} ${at}`,
      pipeline,
      stage: "one",
      next_step: "before",
      owner: director.id,
    }),
  );
  const { results } = await save(await app.context(), { road: "api", mode: "all", operations });
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  return results.flatMap(({ id }) => (id === null ? [] : [id]));
}
/** Does a bulk change as a job and says between which positions of the log it wrote. */
async function bulk(ids: readonly string[], body: object): Promise<{ cause: Cause; range: LogRange }> {
  const from = (await placeOfLog(await app.context())) + 1;
  const sent = await director.post("/records/opportunity/bulk", { ids, ...body });
  expect(sent.status, sent.text).toBe(202);
  await app.idle();
  const { data } = (await director.get(`/jobs/${sent.json.id}`)).json;
  expect(data).toMatchObject({ status: "done", result: { done: ids.length, refused: 0 } });
  return {
    cause: { object: "job", id: sent.json.id },
    range: { from, to: await placeOfLog(await app.context()) },
  };
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
const now = async (): Promise<string> => {
  await pause();
  const at = new Date().toISOString();
  await pause();
  return at;
};

/** Undoes it batch by batch; the nth batch is killed before its commit and done again. */
async function undo(
  who: Context,
  work: { cause: Cause; range: LogRange },
  { size = 70, killed = 2 } = {},
): Promise<{ deleted: number; restored: number; kept: Kept[] }> {
  const all = { deleted: 0, restored: 0, kept: new Array<Kept>() };
  let position: number | null = work.range.to;
  for (let nth = 1; position !== null; nth += 1) {
    const at: number = position;
    const batch = (dies: boolean): Promise<UndoneBatch> =>
      who.db.transaction(async (tx) => {
        const done = await undoBatch(
          tx,
          { ...who, now: new Date().toISOString() },
          { ...work, reason: "wrong" },
          at,
          size,
        );
        if (dies) throw new Error("killed");
        return done;
      });
    if (nth === killed) await expect(batch(true)).rejects.toThrow("killed");
    const { next, deleted, restored, kept } = await batch(false);
    all.deleted += deleted;
    all.restored += restored;
    all.kept.push(...kept);
    position = next;
  }
  return all;
}
const shown = async (id: string, asOf?: string) =>
  partOf(
    opportunity,
    (await director.get(`/records/opportunity/${id}${asOf ? `?as_of=${encodeURIComponent(asOf)}` : ""}`)).json
      .data,
  );
const tasksOf = async (ids: readonly string[]) =>
  app.database.db.query<{ id: string; regarding: string }>({
    text: `select id, regarding from w_main.o_task where regarding = any($1::uuid[]) and deleted_at is null`,
    values: [ids],
  });
const wrong = async () =>
  (
    await replayLog(
      await app.context(),
      modules.flatMap((module) => module.ledgers ?? []),
    )
  ).flatMap(({ what, differing }) => (differing.length > 0 ? [{ what, differing }] : []));

test("a bulk change of 300 deals is reverted with the tasks that rules made; what was changed since is kept and listed", async () => {
  const ids = await deals("U1", COUNT);
  const before = await now();
  const work = await bulk(ids, { values: { stage: "two", next_step: "after" }, reason: "moved" });
  expect(await tasksOf(ids)).toHaveLength(COUNT);
  const between = await now();
  const [step = "", staged = "", gone = "", busy = "", free = ""] = ids;
  const done = async (answer: Promise<{ status: number; text: string }>) => {
    const { status, text } = await answer;
    expect(status, text).toBeLessThan(300);
  };
  await done(director.patch(`/records/opportunity/${step}`, { next_step: "mine" }));
  await done(director.post(`/records/opportunity/${staged}/transitions`, { to: "won" }));
  await done(app.admin.delete(`/records/opportunity/${gone}`));
  const [touched] = await tasksOf([busy]);
  await done(director.patch(`/records/task/${touched?.id}`, { status: "done" }));

  const who = await acting(director);
  const foreseen = await previewUndo(who, work);
  expect(foreseen).toMatchObject({ deleted: 0, restored: COUNT - 1, kept_total: 4, complete: true });
  const result = await undo(who, work);
  expect(result).toMatchObject({ deleted: 0, restored: COUNT - 1 });
  const told = result.kept.map(({ id, why, title, fields }) => [id, why, title, [...fields].toSorted()]);
  expect(told).toHaveLength(4);
  expect(told).toEqual(
    expect.arrayContaining([
      [step, "changed", "U1 0", ["next_step"]],
      [staged, "changed", "U1 1", expect.arrayContaining(["stage"])],
      [gone, "gone", null, []],
      [touched?.id, "changed", "call them", expect.arrayContaining(["status"])],
    ]),
  );
  expect(foreseen.kept).toEqual(
    expect.arrayContaining(result.kept.map((one) => expect.objectContaining({ id: one.id, why: one.why }))),
  );
  expect(await shown(step)).toMatchObject({ stage: "one", next_step: "mine" });
  expect(await shown(staged)).toMatchObject({ stage: "won", next_step: "before" });
  expect(await shown(busy)).toMatchObject({ stage: "one", next_step: "before" });
  for (const moment of [before, between, undefined])
    expect(await shown(free, moment)).toMatchObject({ stage: "one", next_step: "before" });
  // What was changed since is not reverted, neither now nor in the past.
  expect(await shown(step, between)).toMatchObject({ stage: "one", next_step: "after" });
  const left = await tasksOf(ids);
  expect(left.map(({ regarding }) => regarding)).toEqual([busy]);
  const lines = await app.database.db.query<{ road: string; note: unknown; actor: string }>({
    text: `select road, note, actor from w_main.changes where record = $1 order by seq desc limit 1`,
    values: [free],
  });
  expect(lines).toMatchObject([
    { road: "bulk", actor: director.id, note: { reason: "wrong", cause: { ...work.cause, note: "undo" } } },
  ]);
  // Twice is once.
  expect(await undo(who, work, { size: 500, killed: 0 })).toMatchObject({ deleted: 0, restored: 0 });
  expect(await wrong()).toEqual([]);
});

test("a bulk deletion is reverted: records come back from the recycle bin", async () => {
  const ids = await deals("U2", 210);
  const work = await bulk(ids, { delete: true });
  const who = await acting(director);
  expect(await undo({ ...(await app.context()), language: "en" }, work)).toEqual({
    deleted: 0,
    restored: 210,
    kept: [],
  });
  expect(await shown(ids[7] ?? "")).toMatchObject({ stage: "one" });
  expect(await undo(who, work)).toEqual({ deleted: 0, restored: 0, kept: [] });
  expect(await wrong()).toEqual([]);
});

test("who may not write a record keeps it as it is, and learns neither its title nor a field that they may not read", async () => {
  const ids = await deals("U3", 210);
  const work = await bulk(ids, { values: { stage: "two", next_step: "after" } });
  await director.patch(`/records/opportunity/${ids[0]}`, { next_step: "mine" });
  const stranger = await app.person({ name: "路人", role: "seller" });
  const outside = await acting(stranger);
  const hidden = await undo(outside, work, { killed: 0 });
  expect(hidden).toMatchObject({ deleted: 0, restored: 0 });
  const preview = await previewUndo(outside, work, 10);
  for (const { kept } of [hidden, preview])
    for (const one of kept) expect(one).toMatchObject({ title: null, why: "gone", fields: [] });
  // What rules made stays with the record that it was made for.
  expect(await tasksOf(ids)).toHaveLength(210);
  expect([hidden.kept.length, preview.kept_total, preview.kept.length]).toEqual([210, 210, 10]);
  const who = await acting(director);
  const roles = who.principal.roles.map((role) => ({
    ...role,
    fields: {
      ...role.fields,
      opportunity: { ...role.fields["opportunity"], next_step: "hidden", name: "hidden" } as const,
    },
  }));
  const half = await previewUndo({ ...who, principal: { ...who.principal, roles } }, work);
  expect(half.kept).toEqual([
    expect.objectContaining({ id: ids[0], why: "changed", title: null, fields: [] }),
  ]);
  expect(await shown(ids[1] ?? "")).toMatchObject({ next_step: "after" });
});
