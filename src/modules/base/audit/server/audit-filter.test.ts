import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let account: string;
let adminId: string;
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Li Na", role: "seller" });
  adminId = (await app.admin.get("/me")).json.data.user.id;
  account = (await seller.make("account", { name: "Vision Water" })).id;
  expect((await seller.patch(`/records/account/${account}`, { short_name: "Vision" })).status).toBe(200);
  expect((await app.admin.patch(`/records/account/${account}`, { short_name: "VW" })).status).toBe(200);
});
afterAll(() => app.close());

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly road: string;
  readonly request: string;
  readonly actor: { readonly id: string };
}
const changes = async (asked: string, who: Client = app.admin): Promise<readonly Line[]> => {
  const answer = await who.get(`/audit/changes?${asked}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data;
};
const ofAccount = (more = "") => changes(`record=${account}${more}`);

describe("the change log is narrowed", () => {
  test("by who, by what was done and by which road", async () => {
    expect((await ofAccount(`&actor=${seller.id}`)).map(({ kind }) => kind)).toEqual(["update", "create"]);
    expect((await ofAccount(`&actor=${adminId}`)).map(({ kind }) => kind)).toEqual(["update"]);
    expect((await ofAccount("&kind=create")).map(({ actor }) => actor.id)).toEqual([seller.id]);
    const [{ road } = expect.fail("no line")] = await ofAccount();
    expect(await ofAccount(`&road=${road}`)).toHaveLength(3);
    expect(await ofAccount("&road=import")).toEqual([]);
  });

  test("by time: from a moment on, and up to one that is not part of it", async () => {
    const lines = await ofAccount();
    const [last, middle, first] = lines.map(({ at }) => at);
    expect((await ofAccount(`&from=${middle}`)).map(({ at }) => at)).toEqual([last, middle]);
    expect((await ofAccount(`&to=${middle}`)).map(({ at }) => at)).toEqual([first]);
    expect(await ofAccount(`&from=${middle}&to=${middle}`)).toEqual([]);
  });

  test("by the request that it came with, and goes on below a number", async () => {
    const [last, middle, first] = await ofAccount();
    expect((await changes(`request=${middle?.request}&object=account`)).map(({ seq }) => seq)).toEqual([
      middle?.seq,
    ]);
    expect((await ofAccount(`&cursor=${last?.seq}`)).map(({ seq }) => seq)).toEqual([
      middle?.seq,
      first?.seq,
    ]);
  });

  test("by no word that is none, and no id that is none", async () => {
    for (const asked of [
      "actor=me",
      "object=Account!",
      "kind=Create",
      "record=1",
      "cursor=-1",
      "from=today",
      "notifications=yes",
    ])
      expect((await app.admin.get(`/audit/changes?${asked}`)).status, asked).toBe(400);
  });
});

describe("who may read it", () => {
  test("is asked for the ability, on every way to it", async () => {
    for (const path of ["/audit/changes", "/audit/seals", "/access-log"])
      expect((await seller.get(path)).status, path).toBe(403);
    for (const path of ["/audit/export", "/audit/check"])
      expect((await seller.post(path)).status, path).toBe(403);
  });

  test("is told of records out of their sight that they changed, and nothing of them", async () => {
    const rights = {
      objects: { contact: { create: false, read: "all", update: "none", delete: "none" } },
      fields: {},
      abilities: ["audit.read"],
    };
    await app.admin.make("role", { name: "auditor", label: { en: "Auditor" }, rights: rights as never });
    const auditor = await app.person({ name: "Auditor", role: "auditor" });
    const answer = await auditor.get(`/audit/changes?record=${account}`);
    expect(answer.json.data).toHaveLength(3);
    for (const line of answer.json.data)
      expect(line).toMatchObject({
        hidden: true,
        title: null,
        before: {},
        after: {},
        note: null,
        erased: [],
      });
    expect(answer.text).not.toContain("Vision");
    expect((await auditor.post("/audit/export")).status, "a file takes the ability for files").toBe(403);
  });

  test("sees no field that their role hides", async () => {
    const rights = {
      objects: { account: { create: false, read: "all", update: "none", delete: "none" } },
      fields: { account: { short_name: "hidden" } },
      abilities: ["audit.read"],
    };
    await app.admin.make("role", { name: "half", label: { en: "Half" }, rights: rights as never });
    const half = await app.person({ name: "Half", role: "half" });
    const { data } = (await half.get(`/audit/changes?record=${account}&kind=update`)).json;
    for (const line of data) {
      expect(line.hidden).toBe(false);
      expect(line.after).not.toHaveProperty("short_name");
      expect(line.before).not.toHaveProperty("short_name");
    }
  });
});

describe("the log as a file", () => {
  const take = (body: object) => app.admin.post("/audit/export", body);

  test("has what the filter lets through, under the names of its columns", async () => {
    const answer = await take({ record: account, actor: seller.id });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-disposition"]).toContain("changes.csv");
    const [head = "", ...rows] = answer.text.replace("\ufeff", "").trim().split("\r\n");
    expect(head.startsWith("seq,at,actor,actor_kind,road,kind,object,record,title")).toBe(true);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.includes("Li Na") && row.includes(account))).toBe(true);
  });

  test("is written down with its filter and rows, and counts against the limit", async () => {
    await take({ record: account });
    const [line] = (await app.admin.get("/access-log?kind=export")).json.data;
    expect(line).toMatchObject({ user: adminId, detail: { object: "changes", rows: 3 } });
    expect(JSON.parse(line.detail.filter)).toEqual({ record: account });
    const limit = (rows: number | null) =>
      app.admin.patch("/settings/security", { exports: { company: { rows, daily: null }, roles: {} } });
    await limit(2);
    const refused = await take({ record: account });
    expect([refused.status, refused.json.code]).toEqual([422, "export_rows_limit"]);
    expect((await take({ record: account, kind: "create" })).status).toBe(200);
    await limit(null);
  });

  test("is asked for by the same words as the list", async () => {
    expect((await take({ actor: "me" })).status).toBe(400);
    expect((await take({ colour: "red" })).status).toBeLessThan(500);
  });
});

describe("the access log", () => {
  test("is found by whom a line concerns as well as by who did it", async () => {
    await app.admin.delete(`/users/${seller.id}/sessions`);
    const kinds = async (user: string) =>
      (await app.admin.get(`/access-log?user=${user}&kind=session_ended`)).json.data;
    const [own] = await kinds(seller.id);
    expect(own).toMatchObject({ user: adminId, subject: seller.id, subject_name: "Li Na" });
    expect((await kinds(adminId))[0]?.id).toBe(own.id);
    expect((await app.admin.get("/access-log?user=x")).status).toBe(400);
  });

  test("is narrowed by time and goes on below a number", async () => {
    const { data } = (await app.admin.get("/access-log")).json;
    const [newest, second] = data;
    const from = (await app.admin.get(`/access-log?from=${newest.at}`)).json.data;
    expect(from.map(({ id }: { id: number }) => id)).toEqual([newest.id]);
    const to = (await app.admin.get(`/access-log?to=${newest.at}`)).json.data;
    expect(to[0].id).toBe(second.id);
    expect((await app.admin.get(`/access-log?cursor=${newest.id}`)).json.data[0].id).toBe(second.id);
  });

  test("says of a line about oneself nobody else", async () => {
    const [line] = (await app.admin.get(`/access-log?user=${seller.id}&kind=sign_in`)).json.data;
    expect(line).toMatchObject({ user: seller.id, subject: null, subject_name: null });
  });
});
