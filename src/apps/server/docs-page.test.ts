import { afterAll, beforeAll, expect, it } from "vitest";
import type { FastifyInstance } from "fastify";
import { createServer } from "../../platform/http/create-server.ts";
import { createLog } from "../../platform/log/log.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import { modules } from "./modules.ts";
import { mountDocs } from "./mount-docs.ts";

let app: TestApp;
let server: FastifyInstance;
beforeAll(async () => {
  app = await testApp();
  server = await createServer({ log: createLog("silent") });
  const routes = modules.flatMap((module) => module.routes ?? []);
  mountDocs(server, app.engine, routes, "1");
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** A page of the API as a browser that speaks this language gets it. */
async function read(path: string, { cookie = "", language = "en" } = {}) {
  const answer = await server.inject({
    url: path,
    headers: { "accept-language": language, ...(cookie && { cookie }) },
  });
  return { status: answer.statusCode, text: answer.body };
}

it("begins with how to begin, and leads to every group", async () => {
  const { status, text } = await read("/api/docs", { language: "zh-CN" });
  expect(status).toBe(200);
  expect(text).toContain("随每个请求发送");
  expect(text).toContain('href="/api/docs/opportunity"');
  expect(text).toContain('href="/api/docs/pipelines"');
  expect(text).not.toContain("<script");
});

it("a group has its operations with parameters, an example to be copied and what comes back", async () => {
  const { text } = await read("/api/docs/opportunity?open=post_records_opportunity");
  expect(text).toMatch(/id="post_records_opportunity"\s+open>/);
  expect(text).toMatch(/id="get_records_opportunity"\s*>/);
  expect(text).toContain("Answers the record as it was kept");
  expect(text).toMatch(/curl -X POST .*\n.*content-type.*\n.*&quot;name&quot;/);
  expect(text).toContain("<code>close_date</code>");
});

it("what is looked for is found by its words and its address, and what is typed stays text", async () => {
  const { text } = await read("/api/docs?q=opportunity+transitions");
  expect(text).toContain("/api/docs/opportunity?open=post_records_opportunity_id_transitions#");
  expect(text).not.toContain("/api/docs/account?open");
  const hostile = await read(`/api/docs?q=${encodeURIComponent('"><img src=x>')}`);
  expect(hostile.text).not.toContain("<img");
  expect((await read("/api/docs?q=a&q=b")).status).toBe(200);
});

it("an object of the company's own is shown to who may read it, to no stranger, and its label stays text", async () => {
  const label = { "zh-CN": "<b>秘密</b>", en: "<b>Secret</b>" };
  await app.admin.post("/objects", { name: "secret_c", label, plural: label });
  const cookie = app.admin.headers["cookie"] ?? "";
  expect((await read("/api/docs/secret_c", { cookie })).text).toContain("&lt;b&gt;Secret&lt;/b&gt;");
  expect((await read("/api/docs", { cookie })).text).not.toContain("<b>Secret");
  expect((await read("/api/docs")).text).not.toContain("secret_c");
  expect((await read("/api/docs/secret_c")).status).toBe(302);
});
