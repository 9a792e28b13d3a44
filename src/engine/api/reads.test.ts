import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let seller: Client;
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
});
afterAll(() => app.close());

const together = (who: Client, ...paths: readonly string[]) => who.post("/reads", { paths });

test("each question is answered as by itself, in its order, with the rights of who asks", async () => {
  const account = await app.admin.make("account", { name: "Stone Works" });
  const paths = [
    "/objects",
    `/records/account/${account.id}`,
    "/records/account?limit=1&titles=1",
    "/records/nothing",
    "/audit/changes?limit=1",
    `/records/account?filter=${encodeURIComponent('name == "Stone Works" && owner != null')}`,
  ];
  for (const who of [app.admin, seller]) {
    const answer = await together(who, ...paths);
    const alone = [];
    for (const path of paths) {
      const { status, json } = await who.get(path);
      alone.push({ status, body: json });
    }
    const bare = (given: unknown): unknown =>
      JSON.parse(JSON.stringify(given).replace(/"request_id":"[^"]+"/g, '"request_id":""'));
    expect(answer.status).toBe(200);
    expect(bare(answer.json.data)).toEqual(bare(alone));
  }
  const [forAdmin, forSeller] = [await together(app.admin, ...paths), await together(seller, ...paths)];
  expect(forAdmin.json.data.map(({ status }: { status: number }) => status)).toEqual([
    200, 200, 200, 404, 200, 200,
  ]);
  expect(forSeller.json.data[4].status).toBe(403);
});

test("refusals are in the language of who asks", async () => {
  const { json } = await app.admin.post(
    "/reads",
    { paths: ["/records/nothing"] },
    { "accept-language": "zh-CN" },
  );
  expect(json.data[0].body.detail).toMatch(/[\u4e00-\u9fff]/);
});

test("nobody gets nothing, and too many or other addresses are refused", async () => {
  expect((await together(app.anonymous, "/objects")).status).toBe(401);
  expect((await together(app.admin)).status).toBe(400);
  expect((await together(app.admin, ...Array<string>(31).fill("/objects"))).status).toBe(400);
  expect((await together(app.admin, "//example.com/")).status).toBe(400);
  const outside = await together(app.admin, "/../../healthz", "/x/../../../metrics");
  expect(outside.status).toBe(400);
});

test("files and the stream are asked for by themselves: a stream would never end", async () => {
  const { json } = await together(app.admin, "/stream", "/jobs/01a1ed53-0378-7e21-8108-e49dd41403dd/file");
  expect(
    json.data.map(({ status, body }: { status: number; body: { code: string } }) => [status, body.code]),
  ).toEqual([
    [400, "asked_apart"],
    [400, "asked_apart"],
  ]);
});
