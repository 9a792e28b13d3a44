import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayLog } from "../../../../engine/history/replay.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, MULTIPART } from "../../../../testing/importer.ts";
import { loadDemo } from "../../demo/public.ts";
import { visitsFromLog } from "../../../process/pipeline/server/replay-visits.ts";
import { MOVING_ORDER } from "../shared/moving-order.ts";

const SMALL = { accounts: 20, leads: 20, deals: 40 };
let from: TestApp;
let names: { readonly old: readonly string[]; readonly day: string };
const OVERRIDE = { gates: { override: { reason: "moved from another installation" } } };

beforeAll(async () => {
  from = await testApp();
  await loadDemo(await from.context(), SMALL);
  names = await live(from.admin);
}, 120_000);
afterAll(() => from.close());

const list = async (client: Client, object: string, query: Readonly<Record<string, string>> = {}) => {
  const answer = await client.get(
    `/records/${object}?${new URLSearchParams({ limit: "500", ...query }).toString()}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data;
};

/**
 * Some days of work in the first installation, besides its history: moves with and without a reason, amounts,
 * owners, tags, notes.
 */
async function live(client: Client) {
  const open = await list(client, "opportunity", { filter: 'stage_type == "open"', sort: "id" });
  const [first, second, third] = open;
  const people = await list(client, "user", { filter: "active == true", sort: "id" });
  const other = people.find(({ id }: { id: string }) => id !== first.owner);
  const tag = await client.make("tag", { name: "重点, 2026" });
  await client.patch(`/records/opportunity/${first.id}`, {
    amount: { amount: "123456.78", currency: "CNY" },
    tags: [tag.id],
  });
  await client.patch(`/records/opportunity/${first.id}`, { owner: other.id });
  const moved = await client.post(`/records/opportunity/${second.id}/transitions`, {
    to: "won",
    override: { reason: "signed on the fair" },
    values: { close_date: "2026-11-01" },
  });
  expect(moved.status, moved.text).toBeLessThan(300);
  await client.post(`/records/opportunity/${third.id}/transitions`, {
    to: "lost",
    override: { reason: "gone" },
    values: { lost_reason: "price" },
  });
  await client.make("note", {
    subject: "去年的约定",
    content: "折扣 5%",
    regarding: { object: "opportunity", id: first.id },
  });
  return { old: [first.id, second.id, third.id], day: "2026-06-30" };
}

type Format = "csv" | "xlsx";
async function exported(client: Client, object: string, language: string, format: Format): Promise<Buffer> {
  const answer = await from.app.inject({
    method: "POST",
    url: "/api/v1/exports",
    headers: {
      host: "localhost",
      origin: "http://localhost",
      ...client.headers,
      "accept-language": language,
    },
    payload: { object, history: true, format },
  });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.rawPayload;
}
/** With the suggested mapping, nothing done by hand. */
async function imported(app: TestApp, object: string, file: Buffer, more: object = OVERRIDE) {
  const started = await app.admin.post(
    "/imports",
    form(file, { options: JSON.stringify({ object, ...more }) }),
    MULTIPART,
  );
  expect(started.status, started.text).toBe(202);
  await app.idle();
  const answer = (await app.admin.get(`/imports/${started.json.id}`)).json.data;
  const rows =
    answer.failed > 0
      ? (await app.admin.get(`/imports/${started.json.id}/rows?outcome=failed`)).json.data.slice(0, 3)
      : [];
  expect({
    object,
    status: answer.status,
    failed: answer.failed,
    questions: answer.questions.length,
    rows,
  }).toEqual({
    object,
    status: "done",
    failed: 0,
    questions: 0,
    rows: [],
  });
  return answer;
}

/** What both installations must tell alike; ids of pipelines and of who was there before differ. */
async function figures(client: Client) {
  const period = { object: "opportunity", from: "2025-01-01", to: "2026-12-31" };
  const ask = async (what: string, body: object) => {
    const answer = await client.post(`/insight/${what}`, body);
    expect(answer.status, answer.text).toBe(200);
    return JSON.parse(answer.text, (name, value) =>
      ["records", "pipeline", "computed_at"].includes(name) ? undefined : value,
    );
  };
  const boards = [];
  for (const as_of of ["2025-06-30", "2025-12-31", "2026-03-31", "2026-06-30", "2026-11-20"]) {
    const deals = await list(client, "opportunity", {
      as_of,
      sort: "id",
      fields:
        "name,stage,stage_entered_at,amount,close_date,owner,account,probability,stage_type,forecast_category",
    });
    boards.push(
      deals.map(({ titles: _titles, version: _version, ...rest }: Record<string, unknown>) => rest),
    );
  }
  return {
    funnel: await ask("funnel", { ...period, mode: "flow" }),
    cohort: await ask("funnel", { ...period, mode: "cohort" }),
    dwell: await ask("dwell", period),
    cycle: await ask("cycle", period),
    movement: await ask("movement", { object: "opportunity", from: "2026-03-01", to: "2026-06-30" }),
    boards,
  };
}

describe.each([
  ["zh-CN", "csv"],
  ["en", "xlsx"],
] as const)("from one installation to another (%s, %s)", (language, format) => {
  let to: TestApp;
  beforeAll(async () => {
    to = await testApp();
  });
  afterAll(() => to.close());

  test("everything comes in by the suggested mapping, and every figure is as it was", async () => {
    const [a, b] = [from, to];
    const content = (await a.admin.get("/definitions/package")).json;
    const packed = await b.admin.post("/definitions/package", { package: content });
    expect(packed.status, packed.text).toBe(200);
    for (const object of MOVING_ORDER)
      await imported(b, object, await exported(a.admin, object, language, format));
    const [before, after] = [await figures(a.admin), await figures(b.admin)];
    expect(before.boards.map((board) => board.length > 5)).toEqual([true, true, true, true, true]);
    for (const [index, board] of before.boards.entries()) expect(after.boards[index]).toEqual(board);
    expect(after).toEqual(before);
  }, 240_000);

  test("links, tags, notes, who moved it and why came along", async () => {
    const [a, b] = [from, to];
    const [first, second] = names.old;
    for (const object of ["opportunity", "activity", "task", "note", "contact", "account"]) {
      const strip = ({
        version: _v,
        created_by: _c,
        updated_at: _u,
        updated_by: _b,
        ...rest
      }: Record<string, unknown>) => rest;
      const [ours, theirs] = [
        await list(a.admin, object, { sort: "id" }),
        await list(b.admin, object, { sort: "id" }),
      ];
      expect(theirs.map(({ id }: { id: string }) => id)).toEqual(ours.map(({ id }: { id: string }) => id));
      const titles = (rows: readonly Record<string, unknown>[]) => rows.map((row) => strip(row)["titles"]);
      expect(titles(theirs)).toEqual(titles(ours));
    }
    expect((await b.admin.get(`/records/opportunity/${first}`)).json.data.tags).toHaveLength(1);
    const visit = async (client: Client) =>
      (await list(client, "stage_visit", { filter: `record == "${second}" && stage == "won"` })).map(
        ({ override, entered_at }: Record<string, unknown>) => ({
          override,
          entered_at,
        }),
      );
    expect(await visit(b.admin)).toEqual(await visit(a.admin));
    expect(await visit(b.admin)).toMatchObject([{ override: "signed on the fair" }]);
    const differing = (await replayLog(await b.context(), [visitsFromLog])).flatMap(
      ({ what, differing: rows }) => rows.map(({ id }) => `${what} ${id}`),
    );
    expect(differing).toEqual([]);
  }, 120_000);

  test("the same files again change nothing, in either installation", async () => {
    for (const app of [from, to])
      for (const object of ["account", "opportunity", "task"]) {
        const done = await imported(app, object, await exported(from.admin, object, language, format));
        expect(done).toMatchObject({ created: 0, updated: 0 });
      }
  }, 120_000);
});
