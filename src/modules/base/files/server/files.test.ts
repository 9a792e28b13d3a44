import { createHash } from "node:crypto";
import { buffer, text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { newId } from "../../../../engine/public.ts";
import { isContentNeeded } from "../../jobs/public.ts";
import { readLink } from "./file-link.ts";
import { dropOldUpload } from "./remove-upload.ts";

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

const linkOf = async (id: string): Promise<string> => {
  const { json } = await world.admin.get(`/files/${id}/link`);
  return json.data.url;
};
const follow = (url: string, headers: Record<string, string> = {}) => world.app.inject({ url, headers });

it("a link opens for five minutes without a cookie, whole or in part, and only as it was spelled", async () => {
  const cookie = world.admin.headers["cookie"] ?? "";
  const { id } = (await upload(cookie, PNG, {})).json().data;
  const { json } = await world.admin.get(`/files/${id}/link`);
  const lasts = Date.parse(json.data.expires_at) - Date.now();
  expect([lasts > 290_000, lasts <= 300_000]).toEqual([true, true]);
  const { url } = json.data;
  const whole = await follow(url);
  expect([whole.statusCode, whole.rawPayload.equals(PNG), whole.headers["x-content-type-options"]]).toEqual([
    200,
    true,
    "nosniff",
  ]);
  const part = await follow(url, { range: "bytes=1-3" });
  expect([part.statusCode, part.body, part.headers["content-range"]]).toEqual([
    206,
    "PNG",
    `bytes 1-3/${PNG.length}`,
  ]);
  expect((await follow(url, { range: "bytes=1-3", "if-range": '"another"' })).statusCode).toBe(200);
  expect((await follow(url, { range: `bytes=${PNG.length}-` })).statusCode).toBe(416);
  const [code, payload = "", mark] = url.split("=").at(-1)?.split(".") ?? [];
  const longer = JSON.parse(Buffer.from(payload, "base64url").toString());
  const spell = (change: object) =>
    Buffer.from(JSON.stringify({ ...longer, ...change })).toString("base64url");
  const forged = [
    `${code}.${spell({ until: longer.until - 1 })}.${mark}`,
    `acme.${payload}.${mark}`,
    "main",
    "main.e30.AA",
  ];
  for (const token of forged)
    expect((await follow(`/api/v1/files/linked?token=${token}`)).statusCode).toBe(404);
  const late = { ...(await world.context()), now: new Date(Date.now() + 300_001).toISOString() };
  expect(readLink(late, `${code}.${payload}.${mark}`)).toBeNull();
});

it("a link ends with the sight of who made it", async () => {
  const seller = await world.person({ name: "有链接的人", role: "seller" });
  const { id } = (await upload(seller.headers["cookie"] ?? "", PNG, {})).json().data;
  const { url } = (await seller.get(`/files/${id}/link`)).json.data;
  expect((await follow(url)).statusCode).toBe(200);
  const other = await world.person({ name: "旁观的人", role: "seller" });
  expect((await other.get(`/files/${id}/link`)).status).toBe(404);
  expect((await world.admin.patch(`/records/file/${id}`, { owner: other.id })).status).toBe(200);
  expect((await follow(url)).statusCode).toBe(404);
  expect((await follow(await linkOf(id))).statusCode).toBe(200);
});

const sendFrom = (
  id: string,
  offset: number,
  piece: Buffer,
  cookie = world.admin.headers["cookie"] ?? "",
) => {
  const form = new FormData();
  form.set("piece", new Blob([new Uint8Array(piece)]), "piece");
  const encoded = new Response(form);
  return encoded.arrayBuffer().then((payload) =>
    world.app.inject({
      method: "PATCH",
      url: `/api/v1/uploads/${id}?offset=${offset}`,
      headers: {
        cookie,
        origin: "http://localhost",
        host: "localhost",
        "content-type": encoded.headers.get("content-type") ?? "",
      },
      payload: Buffer.from(payload),
    }),
  );
};

it("a file comes in pieces, is asked where it stands, and is the file of the chosen id once it is whole", async () => {
  const id = newId();
  const sha256 = createHash("sha256").update(PNG).digest("hex");
  const begin = { id, name: "../../图纸.exe", size: PNG.length, type: "text/html", sha256 };
  expect((await world.admin.post("/uploads", begin)).json.data).toMatchObject({ id, offset: 0 });
  expect((await sendFrom(id, 0, PNG.subarray(0, 30))).json().data.offset).toBe(30);
  const again = await sendFrom(id, 0, PNG.subarray(0, 30));
  expect([again.statusCode, again.json().code]).toEqual([409, "wrong_offset"]);
  expect((await sendFrom(id, 30, PNG)).statusCode).toBe(413);
  expect((await world.admin.post(`/uploads/${id}/finish`, {})).json.code).toBe("unfinished");
  expect((await world.admin.post("/uploads", begin)).json.data.offset).toBe(30);
  const seller = await world.person({ name: "别人", role: "seller" });
  expect((await seller.get(`/uploads/${id}`)).status).toBe(404);
  expect((await sendFrom(id, 30, PNG.subarray(30), seller.headers["cookie"])).statusCode).toBe(404);
  expect((await seller.post("/uploads", { ...begin })).status).toBe(409);
  expect((await sendFrom(id, 30, PNG.subarray(30))).json().data.offset).toBe(PNG.length);
  const account = await world.admin.make("account", { name: "收图纸的客户" });
  const given = { regarding_object: "account", regarding_id: account.id };
  const made = await world.admin.post(`/uploads/${id}/finish`, given);
  expect([made.status, made.json.data]).toMatchObject([201, { id, mime: "image/png", size: PNG.length }]);
  expect(made.json.data.name).not.toContain("/");
  const got = await world.app.inject({ url: `/api/v1/files/${id}/content`, headers: world.admin.headers });
  expect(got.rawPayload.equals(PNG)).toBe(true);
  expect((await world.admin.post(`/uploads/${id}/finish`, given)).json.data.id).toBe(id);
  expect((await world.admin.get(`/uploads/${id}`)).status).toBe(404);
});

it("what is not finished in a day goes with its content, but no content that something else holds", async () => {
  const context = await world.context();
  const { files } = context.services;
  const [kept, gone] = [PNG, Buffer.from("a piece that nobody finishes")];
  const [id, hash] = [newId(), createHash("sha256").update(gone).digest("hex")];
  await world.admin.post("/uploads", { id, name: "a.txt", size: 1_000_000 });
  await sendFrom(id, 0, kept);
  await sendFrom(id, kept.length, gone);
  expect(await isContentNeeded(context, hash)).toBe(true);
  await dropOldUpload(context, { id });
  expect((await world.admin.get(`/uploads/${id}`)).json.data.offset).toBe(kept.length + gone.length);
  await context.db.query({ text: "update w_main.upload set made_at = made_at - interval '25 hours'" });
  await dropOldUpload(context, { id });
  expect((await world.admin.get(`/uploads/${id}`)).status).toBe(404);
  expect(await isContentNeeded(context, hash)).toBe(false);
  await expect(text(await files.open(hash))).rejects.toThrow("ENOENT");
  await expect(buffer(await files.open(createHash("sha256").update(kept).digest("hex")))).resolves.toEqual(
    kept,
  );
});

it("what is announced is compared with what comes, and who may not make files begins none", async () => {
  const id = newId();
  await world.admin.post("/uploads", { id, name: "a.txt", size: 3, sha256: "0".repeat(64) });
  await sendFrom(id, 0, Buffer.from("abc"));
  expect((await world.admin.post(`/uploads/${id}/finish`, {})).json.code).toBe("digest_differs");
  expect((await world.admin.get(`/uploads/${id}`)).status).toBe(404);
  const [large, mine] = [
    { id: newId(), name: "b", size: 5 * 2 ** 30 },
    { id: newId(), name: "b", size: 3 },
  ];
  expect((await world.admin.post("/uploads", large)).status).toBe(413);
  const reader = await world.person({ name: "只看的人", role: "read_only" });
  expect((await reader.post("/uploads", mine)).status).toBe(403);
  await world.admin.post("/uploads", mine);
  expect((await world.admin.delete(`/uploads/${mine.id}`)).status).toBe(204);
  expect((await world.admin.get(`/uploads/${mine.id}`)).status).toBe(404);
});
