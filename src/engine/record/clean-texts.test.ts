import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

test("one-line texts lose what nobody sees and what turns the direction, on every road", async () => {
  const { admin } = world;
  const made = await admin.make("contact", {
    name: "Adm\u200bin\u202e",
    email: "\u200bone@harbor.example\u200e",
    title: " buyer\u00a0",
    mobile: "\u202a13812345678\u202c",
  });
  expect(made).toMatchObject({
    name: "Admin",
    email: "one@harbor.example",
    title: "buyer",
    mobile: expect.stringMatching(/^[+\d ]+$/),
  });
  const patched = await admin.patch(`/records/contact/${made.id}`, { name: "RTL\u202eexe.gnp" });
  expect(patched.json.data.name).toBe("RTLexe.gnp");
  const bulk = await admin.post("/records/contact/bulk", {
    ids: [made.id],
    values: { name: "x\u2066y\u2069\u001b" },
  });
  expect(bulk.json).toMatchObject({ done: 1 });
  const batch = await admin.post("/batch", {
    operations: [{ op: "update", object: "contact", id: made.id, values: { title: "z\u200d\ufeffz" } }],
  });
  expect(batch.status).toBe(200);
  expect((await admin.get(`/records/contact/${made.id}`)).json.data).toMatchObject({
    name: "xy",
    title: "zz",
  });
  const place = await admin.make("account", {
    name: "Har\u200bbour",
    address: { detail: "\u202eStreet\u200b", city: "\u200b" },
  });
  expect(place).toMatchObject({ name: "Harbour", address: { detail: "Street" } });
  expect((await admin.get(`/records/account?search=Harbour`)).json.data).toMatchObject([{ id: place.id }]);
});

test("a required name of which nothing can be seen is missing", async () => {
  for (const name of ["\u200b\u2063\u00ad", "\u202e", "\u3164", "\u0301", "\u001b", "\ufe0f", "\u2800"])
    expect((await world.admin.post("/records/account", { name })).json, JSON.stringify(name)).toMatchObject({
      errors: [{ code: "required", field: "name" }],
    });
});

test("text of several lines keeps its lines and emoji stay whole", async () => {
  const made = await world.admin.make("account", {
    name: "Family 👨‍👩‍👧 GmbH",
    description: "one\n\ttwo\u202e three\u001b",
  });
  expect(made).toMatchObject({ name: "Family 👨‍👩‍👧 GmbH", description: "one\n\ttwo three" });
});

test("what an older release stored is no change and no conflict when it comes back as it was seen", async () => {
  const { admin, database } = world;
  const made = await admin.make("account", { name: "Old", description: "d" });
  const old = "Old\u200b name ";
  await database.db.query({
    text: "update w_main.o_account set name = $2 where id = $1",
    values: [made.id, old],
  });
  const answer = await admin.patch(`/records/account/${made.id}`, {
    name: old,
    description: "e",
    base: { name: old, description: "d" },
  });
  expect([answer.status, answer.json.data?.name, answer.json.data?.description], answer.text).toEqual([
    200,
    old,
    "e",
  ]);
  const changed = await admin.patch(`/records/account/${made.id}`, { name: "New", base: { name: old } });
  expect([changed.status, changed.json.data?.name], changed.text).toEqual([200, "New"]);
});

test("names of files and keys are cleaned, too", async () => {
  const { admin, app } = world;
  const form = new FormData();
  form.set("file", new Blob(["x"]), "invoice\u202efdp.exe");
  const encoded = new Response(form);
  const sent = await app.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: {
      ...admin.headers,
      origin: "http://localhost",
      host: "localhost",
      "content-type": encoded.headers.get("content-type") ?? "",
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(sent.json().data.name).toBe("invoicefdp.exe");
  expect((await admin.post("/api-keys", { name: "\u200b" })).status).toBe(400);
  await admin.post("/api-keys", { name: "E\u202eRP" });
  expect((await admin.get("/api-keys")).json.data).toMatchObject([{ name: "ERP" }]);
});

test("labels of objects, fields, options, pipelines and stages are cleaned like one-line texts", async () => {
  const { admin } = world;
  const hostile = { "zh-CN": "\u202e名称\u200b", en: "Na\u202eme\u2066" };
  const shown = { "zh-CN": "名称", en: "Name" };
  const options = [{ name: "one", label: hostile }];
  const made = await admin.post("/objects", {
    name: "labelled_c",
    label: hostile,
    stages: true,
    title_label: hostile,
    fields: { label_c: { kind: "select", label: hostile, options } },
  });
  expect(made.status, made.text).toBe(201);
  const later = [
    await admin.patch("/objects/labelled_c", {
      plural: hostile,
      sections: [{ label: hostile, fields: ["name"] }],
    }),
    await admin.post("/objects/labelled_c/fields", { name: "more", kind: "text", label: hostile }),
    await admin.post("/pipelines", {
      object: "labelled_c",
      name: "labels",
      label: hostile,
      stages: [{ name: "a", label: hostile, type: "open" }],
    }),
  ];
  for (const answer of later) expect(answer.status, answer.text).toBeLessThan(300);
  for (const answer of [made, ...later])
    expect(answer.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  expect(made.json.data.label).toEqual(shown);
  const draft = await admin.patch(`/pipelines/${later[2]?.json.data.id}`, {
    label: { "zh-CN": "\u202e流程", en: "Flow\u202e" },
  });
  expect([draft.status, /\u202e/.test(draft.text)]).toEqual([200, false]);
  const blank = await admin.post("/objects/labelled_c/fields", {
    name: "blank",
    kind: "text",
    label: { "zh-CN": "\u200b\u2063", en: "\u200b" },
  });
  expect(blank.status).toBe(422);
});

test("rich text is cleaned on the server whichever way it comes, and refused where it is nested too deeply", async () => {
  const { admin } = world;
  const hostile =
    '<p onclick=x>Seen <a href="/api/v1/session">in</a> <a href="https://ok.example">out</a></p><img src="/api/v1/session" onerror=alert(1)><script>alert(1)</script>';
  const clean =
    '<p>Seen in <a href="https://ok.example" rel="noopener noreferrer" target="_blank">out</a></p>';
  const made = await admin.make("note", { content: hostile });
  expect(made["content"]).toBe(clean);
  const batch = await admin.post("/batch", {
    operations: [{ op: "create", object: "note", values: { content: `${hostile}<p>2</p>` } }],
  });
  expect(batch.status, batch.text).toBe(200);
  const patched = await admin.patch(`/records/note/${made.id}`, { content: `<h1>T</h1>${hostile}` });
  expect(patched.json.data?.content, patched.text).toBe(`<h3>T</h3>${clean}`);
  const kept = (await admin.get("/records/note")).json.data;
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/script|onerror|onclick|api\/v1/);
  const deep = await admin.post("/records/note", { content: `${"<div>".repeat(50_000)}x` });
  expect([deep.status, deep.json.errors?.[0]?.code], deep.text).toEqual([422, "too_nested"]);
  for (const content of ["<script>1</script>", "<img src=x>", "<p>&nbsp;</p>"])
    expect((await admin.post("/records/note", { content })).json, content).toMatchObject({
      errors: [{ code: "required", field: "content" }],
    });
});
