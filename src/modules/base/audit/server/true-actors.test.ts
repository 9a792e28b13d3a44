import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { importer } from "../../../../testing/importer.ts";

let app: TestApp;
let me: string;
const PAGE = { "x-sluice-road": "form" };
const both = (text: string) => ({ "zh-CN": text, en: text });
beforeAll(async () => {
  app = await testApp();
  me = (await app.admin.get("/me")).json.data.user.id;
});
afterAll(() => app.close());

/** Who, of what kind, by which way: the newest line about such a record. */
const line = async (object: string) => {
  const [last] = (await app.admin.get(`/audit/changes?object=${object}&notifications=1`)).json.data;
  return [last?.actor.id, last?.actor.kind, last?.road];
};
const post = (path: string, body: unknown, headers: Record<string, string> = PAGE) =>
  app.admin.post(path, body, headers);

test("whoever sets something off on a page stands in the log as who did it, and with the page", async () => {
  const frozen = await post("/insight/baselines", {
    name: "now",
    metric: "funnel",
    body: { object: "opportunity", from: "2026-01-01", to: "2026-12-31", mode: "flow" },
  });
  expect([frozen.status, await line("baseline")], frozen.text).toEqual([201, [me, "person", "form"]]);

  const stages = [
    { name: "a", label: both("a"), type: "open" },
    { name: "b", label: both("b"), type: "open" },
  ];
  const made = await post("/pipelines", {
    object: "opportunity",
    name: "roads",
    label: both("roads"),
    stages,
  });
  expect(await line("pipeline")).toEqual([me, "person", "form"]);
  await app.admin.patch(`/pipelines/${made.json.data.id}`, { label: both("roads 2") });
  expect(await line("pipeline")).toEqual([me, "person", "api"]);
  await post(`/pipelines/${made.json.data.id}/publish`, {});
  expect([await line("pipeline"), await line("pipeline_version")]).toEqual([
    [me, "person", "form"],
    [me, "person", "form"],
  ]);

  expect(
    (await post("/objects/account/fields", { name: "road_c", kind: "text", label: both("Source") })).status,
  ).toBe(201);
  expect(await line("field_definition")).toEqual([me, "person", "form"]);

  const file =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\na\r\n--b--\r\n';
  await post("/files", file, { "content-type": "multipart/form-data; boundary=b" });
  expect(await line("file")).toEqual([me, "person", "api"]);
  await post("/files", file, { ...PAGE, "content-type": "multipart/form-data; boundary=b" });
  expect(await line("file")).toEqual([me, "person", "form"]);
});

test("the definition of a pipeline cannot be written past its endpoints", async () => {
  const [one] = (await app.admin.get("/records/pipeline")).json.data;
  const sent = await app.admin.patch(`/records/pipeline/${one.id}`, { title: "x" }, PAGE);
  expect(sent.status).not.toBe(200);
});

test("how far an import has come stands in the log in the name of who started it", async () => {
  const done = await importer(app).imported("Name\nOnce\n", { object: "account", mapping: { Name: "name" } });
  expect([done.created, await line("import")]).toEqual([1, [me, "person", "import"]]);
});

test("rules of a move work in the name of who moved", async () => {
  const seller = await app.person({ name: "Seller", role: "sales_director" });
  const task = { id: "t", kind: "task", title: both("Call back") };
  const stages = [
    { name: "a", label: both("a"), type: "open" },
    { name: "b", label: both("b"), type: "open", on_enter: [task] },
  ];
  const made = await post("/pipelines", { object: "opportunity", name: "acts", label: both("acts"), stages });
  await post(`/pipelines/${made.json.data.id}/publish`, {});
  const deal = await app.admin.make("opportunity", {
    name: "d",
    pipeline: made.json.data.id,
    owner: seller.id,
  });
  expect((await seller.post(`/records/opportunity/${deal.id}/transitions`, { to: "b" })).status).toBe(200);
  expect(await line("task")).toEqual([seller.id, "person", "rule"]);
});

test("the access log says who acted and whom it concerned", async () => {
  const person = await app.admin.make("user", { name: "Ouyang Xiao" });
  expect(
    (await post(`/users/${person.id}/credentials`, { login: "ouyang@example.com", invite: true })).status,
  ).toBe(200);
  const log = async (kind: string, client: Client = app.admin) =>
    (await client.get(`/access-log?kind=${kind}`)).json.data[0];
  expect(await log("invited")).toMatchObject({ user: me, subject: person.id, subject_name: "Ouyang Xiao" });
  const seller = await app.person({ name: "Leaving", role: "sales_director" });
  await app.admin.delete(`/users/${seller.id}/sessions`);
  expect(await log("session_ended")).toMatchObject({ user: me, subject: seller.id, subject_name: "Leaving" });
  // What one does for oneself concerns nobody else; both are found by the person's filter.
  const of = async (id: string) =>
    (await app.admin.get(`/access-log?user=${id}`)).json.data.map((one: { kind: string }) => one.kind);
  expect(await of(String(person.id))).toContain("invited");
  expect(await of(me)).toContain("invited");
  expect((await log("sign_in")).subject).toBe(null);
});
