import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());

const nobody = "-".repeat(36);
const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
const send = async (method: "POST" | "PATCH" | "PUT", path: string, payload: string): Promise<number> => {
  const headers = {
    ...app.admin.headers,
    "content-type": "application/json",
    host: "localhost",
    origin: "http://localhost",
  };
  return (await app.app.inject({ method, url: `/api/v1${path}`, headers, payload })).statusCode;
};

test("texts that no database keeps are kept without what makes them so, wherever they stand", async () => {
  for (const [name, text, kept] of [
    ["nul", "a\u0000b", "ab"],
    ["half", "x\ud800y", "x\ufffdy"],
  ] as const) {
    const made = await app.admin.post("/records/account", {
      name: `${name} ${text}`,
      address: { detail: text },
    });
    expect(made).toMatchObject({
      status: 201,
      json: { data: { name: `${name} ${kept}`, address: { detail: kept } } },
    });
    const reason = await app.admin.post("/batch", {
      operations: [{ op: "create", object: "account", values: { name: `batch ${name}` } }],
      reason: text,
    });
    expect(reason.status).toBe(200);
    const written = `A backslash stays one: \\u0000 ${name}`;
    const view = await app.admin.post("/records/view", {
      name: written,
      object: "account",
      state: { note: "\\u0000", [text]: text },
    });
    expect(view.status, view.text).toBeLessThan(500);
    expect(
      (
        await app.admin.post("/pipelines", {
          object: "opportunity",
          name: `p_${name}`,
          label: { "zh-CN": text, en: text },
          stages: [],
        })
      ).status,
    ).toBeLessThan(500);
  }
  expect((await app.admin.get("/pipelines?object=%00")).status).toBe(400);
});

test("what is nested without end is refused before anything recurses over it", async () => {
  const account = await app.admin.make("account", { name: "Nested" });
  for (const [method, path, body] of [
    ["POST", "/records/account", `{"name":${deep}}`],
    ["PATCH", `/records/account/${account.id}`, `{"address":${deep}}`],
    ["PUT", "/me/preferences", `{"a":${deep}}`],
    ["POST", "/batch", `{"operations":[{"op":"create","object":"account","values":{"name":${deep}}}]}`],
  ] as const)
    expect(await send(method, path, body), path).toBe(400);
});

test.each([
  ["/records/account?as_of=0000-01-01", 400],
  ["/records/account?as_of=0001-01-01T00:00:00%2B14:00", 400],
  ["/records/account?as_of=9999-12-31T23:59:59-12:00", 400],
  [`/records/opportunity/${nobody}/transitions`, 404],
  [`/records/opportunity/${nobody}/visits`, 404],
  [`/pipelines/${nobody}`, 404],
  [`/imports/${nobody}`, 404],
  [`/jobs/${nobody}`, 404],
  ["/records/__proto__", 404],
  ["/records/account?sort=constructor", 400],
  [`/records/account?filter=${encodeURIComponent("(".repeat(3000))}`, 400],
  ["/search?q=a", 200],
])("GET %s is %i", async (path, status) => {
  const answer = await app.admin.get(path);
  expect(answer.status, answer.text).toBe(status);
});

test("dates and cursors out of range are the caller's mistake", async () => {
  const account = await app.admin.make("account", { name: "Ranges" });
  for (const cursor of ["1.5", "1e300", "abc"])
    expect(
      (await app.admin.get(`/records/account/${account.id}/changes?cursor=${cursor}`)).status,
      cursor,
    ).toBe(400);
  for (const at of ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"]) {
    const made = await app.admin.post("/records/activity", {
      subject: "x",
      type: "call",
      occurred_at: at,
      regarding: { object: "account", id: account.id },
    });
    expect(made.status, made.text).toBe(422);
  }
  expect(
    (await app.admin.post("/api-keys", { name: "far", expires_at: "+275760-09-13T00:00:00.000Z" })).status,
  ).toBe(400);
});
