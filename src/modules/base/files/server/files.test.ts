import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
async function upload(
  cookie: string,
  content: Buffer,
  fields: Record<string, string>,
  name = "图纸.png",
  more: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new Blob([new Uint8Array(content)], { type: "image/png" }), name);
  const encoded = new Response(form);
  const headers = {
    cookie,
    origin: "http://localhost",
    host: "localhost",
    "content-type": encoded.headers.get("content-type") ?? "",
    ...more,
  };
  return world.app.inject({
    method: "POST",
    url: "/api/v1/files",
    headers,
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
}

it("a file comes back as it was, to those who see what it hangs on and nobody else", async () => {
  const cookie = world.admin.headers["cookie"] ?? "";
  const account = await world.admin.make("account", { name: "有图纸的客户" });
  const sent = await upload(cookie, PNG, {
    regarding_object: "account",
    regarding_id: account.id,
    document_type: "photo",
  });
  expect(sent.statusCode, sent.body).toBe(201);
  const { id } = sent.json().data;
  expect(sent.json().data).toMatchObject({ name: "图纸.png", mime: "image/png", size: PNG.length });
  const got = await world.app.inject({ url: `/api/v1/files/${id}/content`, headers: world.admin.headers });
  expect(got.rawPayload.equals(PNG)).toBe(true);
  expect(got.headers["content-disposition"]).toContain("inline");
  const seller = await world.person({ name: "旁人", role: "seller" });
  expect((await seller.get(`/files/${id}/content`)).status).toBe(404);
  expect(
    (
      await upload(seller.headers["cookie"] ?? "", PNG, {
        regarding_object: "account",
        regarding_id: account.id,
      })
    ).statusCode,
  ).toBe(404);
});

it("a page pretending to be a picture is only downloaded, and nobody can claim another's content by its digest", async () => {
  const cookie = world.admin.headers["cookie"] ?? "";
  const sent = await upload(cookie, Buffer.from("<script>alert(1)</script>"), {}, "../../evil.png");
  const { id, name } = sent.json().data;
  expect(name).not.toContain("/");
  const got = await world.app.inject({ url: `/api/v1/files/${id}/content`, headers: world.admin.headers });
  expect(got.headers["content-disposition"]).toContain("attachment");
  expect(got.headers["content-security-policy"]).toContain("sandbox");
  const claim = await world.admin.post("/records/file", { name: "mine", hash: "0".repeat(64) });
  expect(claim.json.errors).toMatchObject([{ field: "hash", code: "not_writable" }]);
});

it("who may not make files uploads none, and an id is chosen as for any record", async () => {
  const reader = await world.person({ name: "只读的人", role: "read_only" });
  expect((await upload(reader.headers["cookie"] ?? "", PNG, {})).statusCode).toBe(403);
  expect(
    (await upload(world.admin.headers["cookie"] ?? "", PNG, { id: "00000000-0000-4000-8000-000000000001" }))
      .statusCode,
  ).toBe(422);
});

it("a key covers what is in the file: the same again is the first answer, another content under it is refused", async () => {
  const send = (content: Buffer, fields = {}) =>
    upload(world.admin.headers["cookie"] ?? "", content, fields, "key.png", {
      "idempotency-key": "an upload",
    });
  const first = await send(PNG);
  // Every form has a boundary of its own: what counts is what was sent.
  const again = await send(PNG);
  expect([again.statusCode, again.json().data.id]).toEqual([201, first.json().data.id]);
  const others = [await send(Buffer.concat([PNG, PNG])), await send(PNG, { document_type: "photo" })];
  expect(others.map((other) => [other.statusCode, other.json().code])).toEqual(
    others.map(() => [422, "key_mismatch"]),
  );
  const { data } = (await world.admin.get(`/records/file?filter=${encodeURIComponent('name == "key.png"')}`))
    .json;
  expect(data).toHaveLength(1);
});
