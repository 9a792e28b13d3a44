import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modules } from "../../../../apps/server/modules.ts";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { aggregate } from "../../../../engine/query/aggregate.ts";
import { get } from "../../../../engine/query/get.ts";
import { list } from "../../../../engine/query/list.ts";
import { search } from "../../../../engine/query/search.ts";
import { type Client, signIn, testApp, type TestApp } from "../../../../testing/app.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import { notifyCollaborators } from "./notify-collaborators.react.ts";

let app: TestApp;
let seller: Client & { id: string };
let lawyer: Client & { id: string };
let engineer: Client & { id: string };
let account: string;
const SECRET = "481516234277";

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Liang Hongxia", role: "seller" });
  lawyer = await collaborator("He Lawyer", "lawyer@example.com");
  engineer = await collaborator("Sun Engineer", "engineer@example.com");
  account = (await seller.make("account", { name: "Yuanjing Water", website: "https://yuanjing.example" }))
    .id;
});
afterAll(() => app.close());

const PASSWORD = "harbour linen 42 otter";
/** Invited as one, and inside by the invitation's link and a password of their own. */
async function collaborator(name: string, contact: string): Promise<Client & { id: string }> {
  const made = await app.admin.post("/users/invite", { name, contact, kind: "collaborator" });
  expect(made.status, made.text).toBe(201);
  const token = String(made.json.data.invitation.path).replace("/invite/", "");
  expect((await app.anonymous.post(`/invitations/${token}`, { password: PASSWORD })).status).toBeLessThan(
    300,
  );
  return { ...(await signIn(app.app, contact, PASSWORD)), id: made.json.data.id };
}
const deal = async (more: object = {}): Promise<string> =>
  (
    await seller.make("opportunity", {
      name: "Pump station",
      account,
      amount: "480000",
      next_step: SECRET,
      ...more,
    })
  ).id;
async function hand(record: string, more: object = {}, by: Client = seller): Promise<string> {
  const body = {
    subject: "Check the contract",
    collaborator: lawyer.id,
    fields: ["name", "amount"],
    ...more,
  };
  const made = await by.post(`/records/opportunity/${record}/hand-over`, body);
  expect(made.status, made.text).toBe(201);
  return made.json.data.id;
}
const read = async (id: string, by: Client = lawyer) => (await by.get(`/collaborations/${id}`)).json;
const factsIn = (json: { data: { facts: { label: string; value: string }[] } }) =>
  json.data.facts.map(({ label }) => label);

describe("a task that is handed over", () => {
  it("shows itself and what was opened with it, is answered, and comes back with a notice", async () => {
    const id = await hand(await deal(), { description: "Clause 7", due_date: "2031-01-31" });
    expect((await lawyer.get("/collaborations")).json.data).toMatchObject([
      { id, subject: "Check the contract", status: "open", due_date: "2031-01-31", from: "Liang Hongxia" },
    ]);
    const shown = await read(id);
    expect(shown.data).toMatchObject({ description: "Clause 7", result: null, comments: [] });
    expect(factsIn(shown)).toEqual(["Opportunity name", "Amount"]);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
    const said = await lawyer.post(`/collaborations/${id}/comments`, { text: "Which <clause>?\nSeven?" });
    expect(said.json.data.comments).toMatchObject([
      { by: "He Lawyer", mine: true, text: "Which <clause>?\nSeven?" },
    ]);
    await lawyer.post(`/collaborations/${id}/result`, { result: "Half way", done: false });
    const done = await lawyer.post(`/collaborations/${id}/result`, { result: "Sound", done: true });
    expect(done.json.data).toMatchObject({ result: "Sound", facts: [], task: { status: "done" } });
    expect(
      (await lawyer.post(`/collaborations/${id}/result`, { result: "More", done: true })).json.code,
    ).toBe("task_closed");
    expect((await seller.get(`/records/task/${id}`)).json.data).toMatchObject({
      result: "Sound",
      status: "done",
      handed_by: seller.id,
    });
    const { db, workspace } = await app.context();
    const [last] = await db.query<{ actor: string; actor_kind: string }>({
      text: `select actor, actor_kind from ${workspace.schema}.changes where object = 'task' and record = $1 order by seq desc limit 1`,
      values: [id],
    });
    expect(last).toEqual({ actor: lawyer.id, actor_kind: "collaborator" });
    while ((await runSubscribers(db, workspace, app.context, [notifyCollaborators])).read > 0);
    const texts = (await seller.get("/notifications")).json.data.map((one: { text: string }) => one.text);
    expect(texts).toContain("He Lawyer completed the task you handed over: Check the contract");
  });

  it("shows of the record what its giver sees at that moment, and nothing once it is taken back", async () => {
    const record = await deal();
    const id = await hand(record, { fields: ["name", "amount", "account"] });
    expect(factsIn(await read(id))).toEqual(["Opportunity name", "Amount", "Account"]);
    await app.admin.patch(`/records/opportunity/${record}`, { owner: engineer.id });
    expect((await read(id)).data.facts).toEqual([]);
    await app.admin.patch(`/records/opportunity/${record}`, { owner: seller.id });
    expect(factsIn(await read(id))).toHaveLength(3);
    expect((await lawyer.post(`/collaborations/${id}/take-back`)).status).toBe(404);
    const stranger = await app.person({ name: "Stranger", role: "seller" });
    expect((await stranger.post(`/collaborations/${id}/take-back`)).status).toBe(404);
    expect((await seller.post(`/collaborations/${id}/take-back`)).status).toBe(204);
    expect((await lawyer.get(`/collaborations/${id}`)).status).toBe(404);
  });

  it("is handed to active collaborators only, with fields that the giver sees, on a record they see", async () => {
    const record = await deal();
    const body = { subject: "x", collaborator: lawyer.id, fields: ["name"] };
    const path = `/records/opportunity/${record}/hand-over`;
    expect((await seller.post(path, { ...body, collaborator: seller.id })).json.code).toBe(
      "not_collaborator",
    );
    expect((await seller.post(path, { ...body, fields: ["nothing"] })).json.code).toBe("field_not_yours");
    expect((await app.anonymous.post(path, body)).status).toBe(401);
  });
});

describe("closed by default", () => {
  it(
    "to a collaborator every endpoint but their own does not exist, whatever ids they guess",
    { timeout: 120_000 },
    async () => {
      const record = await deal();
      await hand(record);
      const ids: Readonly<Record<string, string>> = {
        object: "opportunity",
        id: record,
        user: seller.id,
        version: "1",
        token: "x",
      };
      const routes = modules.flatMap((module) => module.routes ?? []).filter((route) => !route.open);
      const theirs = routes
        .filter(({ outsiders }) => outsiders)
        .map(({ method, path }) => `${method} ${path}`);
      expect(theirs.toSorted()).toEqual([
        "DELETE /session",
        "DELETE /view-as",
        "GET /collaborations",
        "GET /collaborations/:id",
        "GET /me",
        "GET /objects",
        "POST /collaborations/:id/comments",
        "POST /collaborations/:id/result",
        "POST /me/password",
        "POST /reads",
      ]);
      const open: string[] = [];
      for (const { method, path, outsiders } of routes.filter((route) => !route.outsiders)) {
        const url = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? record);
        const answer = await lawyer.send(
          method,
          url,
          method === "GET" || method === "DELETE" ? undefined : {},
        );
        if (answer.status !== 404 || outsiders) open.push(`${method} ${path} ${answer.status}`);
      }
      expect(open).toEqual([]);
      expect((await lawyer.get("/objects")).json.data).toEqual([]);
      const paths = [`/records/opportunity/${record}`, "/records/task"];
      const together = (await lawyer.post("/reads", { paths })).json.data;
      expect(together.map(({ status }: { status: number }) => status)).toEqual([404, 404]);
    },
  );

  it("no road of the engine tells more than their tasks: lists, search, sums, single records", async () => {
    const base = await app.context();
    const stages = fc.record({
      to: fc.constantFrom(lawyer, engineer),
      title: fc.constantFrom("Zebra contract", "Zebra drawing"),
      back: fc.boolean(),
      done: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(stages, { minLength: 1, maxLength: 4 }), async (drawn) => {
        const mine = new Map<string, Set<string>>([
          [lawyer.id, new Set()],
          [engineer.id, new Set()],
        ]);
        const record = await deal();
        for (const { to, title, back, done } of drawn) {
          const id = await hand(record, { subject: title, collaborator: to.id });
          if (done) await to.post(`/collaborations/${id}/result`, { result: "r", done });
          if (back) await seller.post(`/collaborations/${id}/take-back`);
          else mine.get(to.id)?.add(id);
        }
        for (const who of [lawyer, engineer]) {
          const principal = await loadPrincipal(base.db, base.workspace, who.id);
          expect(principal?.kind).toBe("collaborator");
          const context: Context = { ...base, principal: principal ?? base.principal };
          const expected = [...(mine.get(who.id) ?? [])].toSorted();
          const found = await list(context, {
            object: "task",
            filter: `regarding == "${record}"`,
            limit: 200,
          });
          const all = await list(context, { object: "task", limit: 200 });
          expect(found.ok ? found.value.data : []).toEqual([]);
          const ids = all.ok ? all.value.data.map((row) => String(row["id"])) : [];
          expect(expected.every((id) => ids.includes(id))).toBe(true);
          const told = (await who.get("/collaborations")).json.data.map((task: { id: string }) => task.id);
          expect(told.toSorted()).toEqual(ids.toSorted());
          const sum = await aggregate(context, { object: "task", measures: [{ fn: "count" }] });
          expect(sum.ok && Number(Object.values(sum.value.groups[0]?.values ?? {})[0] ?? 0)).toBe(ids.length);
          for (const object of ["opportunity", "account", "user", "comment", "note", "activity"])
            expect(await list(context, { object, limit: 5 })).toMatchObject({
              ok: true,
              value: { data: [] },
            });
          const hits = await search(context, "Pump");
          expect(JSON.stringify(hits)).not.toContain(record);
          const opportunity = context.catalog.object("opportunity")!;
          expect((await get(context, opportunity, record)).ok).toBe(false);
          const shown = all.ok ? Object.keys(all.value.data[0] ?? {}) : [];
          for (const field of ["opened", "regarding", "owner", "handed_by"])
            expect(shown).not.toContain(field);
        }
      }),
      { numRuns: 4 },
    );
  });

  it("neither a role nor a share, an ownership, a key or a link makes more of them; roles are not given", async () => {
    const [role] = (await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "seller"')}`))
      .json.data;
    const given = await app.admin.post("/records/user_role", { user: lawyer.id, role: role.id });
    expect(given.json.errors[0].code).toBe("collaborator_roles");
    expect(
      (await app.admin.patch(`/records/user/${seller.id}`, { kind: "collaborator" })).json.errors[0].code,
    ).toBe("collaborator_roles");
    const own = await deal();
    await app.admin.patch(`/records/opportunity/${own}`, { owner: lawyer.id });
    expect((await lawyer.get(`/records/opportunity/${own}`)).status).toBe(404);
    expect((await lawyer.post("/api-keys", { name: "k" })).status).toBe(404);
    const { db, workspace } = await app.context();
    for (const kind of ["program", "link"] as const)
      expect((await loadPrincipal(db, workspace, lawyer.id, { kind }))?.kind).toBe("collaborator");
  });

  it("is proved in words, and looked at as they see it", async () => {
    const record = await deal();
    const id = await hand(record);
    const why = async (object: string, one: string) =>
      (await app.admin.get(`/permissions/explain?user=${lawyer.id}&object=${object}&record=${one}`)).json
        .data;
    expect(await why("task", id)).toMatchObject({ allowed: true, because: [{ why: "handed" }] });
    expect(await why("opportunity", record)).toMatchObject({ allowed: false });
    expect((await app.admin.post("/view-as", { user: lawyer.id })).status).toBeLessThan(300);
    expect((await app.admin.get("/me")).json.data).toMatchObject({
      collaborator: true,
      viewing: { kind: "user" },
    });
    expect((await app.admin.get(`/records/opportunity/${record}`)).status).toBe(404);
    expect((await read(id, app.admin)).data.task.id).toBe(id);
    expect(
      (await app.admin.post(`/collaborations/${id}/result`, { result: "x", done: false })).json.code,
    ).toBe("view_as_read_only");
    expect((await app.admin.delete("/view-as")).status).toBeLessThan(300);
  });

  it("ends with their account", async () => {
    const gone = await collaborator("Gone", "gone@example.com");
    const id = await hand(await deal(), { collaborator: gone.id });
    expect((await gone.get(`/collaborations/${id}`)).status).toBe(200);
    await app.admin.patch(`/records/user/${gone.id}`, { active: false });
    expect((await gone.get(`/collaborations/${id}`)).status).toBe(401);
  });
});
