import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import { createLog } from "../log/log.ts";
import { createServer } from "./create-server.ts";

let app: FastifyInstance;
let logged: string[];
beforeEach(async () => {
  logged = [];
  const web = mkdtempSync(join(tmpdir(), "sluice-web-"));
  mkdirSync(join(web, "assets"));
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Sluice</title>");
  writeFileSync(join(web, "door.html"), "<!doctype html><title>Door</title>");
  writeFileSync(join(web, "assets", "main-abc123.js"), "export {};");
  app = await createServer({
    log: createLog("info", { write: (line) => void logged.push(line) }),
    publicUrl: "https://crm.example.com",
    trustedProxies: ["10.0.0.5"],
    webDirectory: web,
  });
  app.get<{ Querystring: { of: string } }>("/api/v1/rows", async ({ query }) =>
    Array.from({ length: Number(query.of) }, (_, at) => `一行内容 ${at}`),
  );
  app.get("/api/v1/from", async (request) => ({ ip: request.ip }));
  app.post("/api/v1/echo", async (request) => ({ got: request.body ?? null }));
  app.delete("/api/v1/echo", async (_request, reply) => reply.code(204).send());
  app.post("/api/v1/session", async () => ({}));
  app.get("/api/v1/broken", async () => {
    throw Object.assign(new Error("syntax error at or near secret_table"), {
      code: "42601",
      password: "hunter2",
    });
  });
  app.get("/api/v1/away", async () => {
    throw Object.assign(new Error("terminating connection"), { code: "57P01" });
  });
});

const post = (headers: Record<string, string>, payload = "{}") =>
  app.inject({
    method: "POST",
    url: "/api/v1/echo",
    headers: { "content-type": "application/json", host: "crm.local", ...headers },
    payload,
  });

test("a page of a list is compressed in one piece, a record is not: that would take longer than to send it", async () => {
  const headers = { "accept-encoding": "gzip, deflate, br, zstd" };
  const [record, page] = [
    await app.inject({ url: "/api/v1/rows?of=200", headers }),
    await app.inject({ url: "/api/v1/rows?of=2000", headers }),
  ];
  expect([record.headers["content-encoding"], record.json().length]).toEqual([undefined, 200]);
  expect([page.headers["content-encoding"], Number(page.headers["content-length"])]).toEqual([
    "br",
    page.rawPayload.length,
  ]);
  expect(JSON.parse(brotliDecompressSync(page.rawPayload).toString())).toHaveLength(2000);
});

test("an unexpected error says nothing of the inside, and is logged once under the request's id", async () => {
  const answer = await app.inject({
    url: "/api/v1/broken",
    headers: { "accept-language": "en-GB,zh;q=0.5" },
  });
  expect(answer.statusCode).toBe(500);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.body).not.toMatch(/secret_table|at .*\.ts|hunter2/);
  expect(answer.json()).toMatchObject({
    status: 500,
    code: "unexpected",
    title: "Something went wrong",
    request_id: answer.headers["x-request-id"],
  });
  expect(logged.filter((line) => line.includes(String(answer.headers["x-request-id"])))).toHaveLength(1);
  expect(logged.join()).not.toContain("hunter2");
});

test("only a proxy that is named is believed about where a request came from", async () => {
  const from = async (remoteAddress: string): Promise<string> =>
    (
      await app.inject({ url: "/api/v1/from", remoteAddress, headers: { "x-forwarded-for": "203.0.113.7" } })
    ).json<{ ip: string }>().ip;
  expect(await from("10.0.0.5")).toBe("203.0.113.7");
  expect(await from("10.0.0.6")).toBe("10.0.0.6");
  expect(await from("127.0.0.1")).toBe("127.0.0.1");
});

test("every refusal of the server itself is a problem document in the caller's language", async () => {
  const cases = [
    [await app.inject({ url: "/api/v1/nothing" }), 404, "not_here"],
    [await app.inject({ url: "/api/%zz" }), 400, "malformed"],
    [await post({}, "{oops"), 400, "malformed"],
    [await post({}, '{"__proto__":{"x":1}}'), 400, "malformed"],
    [await post({}, JSON.stringify("x".repeat(11 * 2 ** 20))), 413, "too_large"],
    [await post({ "content-type": "text/weird" }), 415, "media_type"],
    [await app.inject({ url: "/api/v1/away" }), 503, "busy"],
  ] as const;
  for (const [answer, status, code] of cases) {
    expect([answer.statusCode, answer.json().code, answer.headers["content-type"]]).toEqual([
      status,
      code,
      "application/problem+json; charset=utf-8",
    ]);
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]/);
  }
});

test("a write with a cookie must come from our own pages", async () => {
  const cookie = "session=x";
  const status = async (headers: Record<string, string>) => (await post(headers)).statusCode;
  expect(await status({ cookie, origin: "https://evil.example" })).toBe(403);
  expect(await status({ cookie, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status({ cookie, "sec-fetch-site": "same-site" })).toBe(403);
  expect(await status({ cookie, origin: "null" })).toBe(403);
  expect(await status({ cookie })).toBe(403);
  expect(await status({ origin: "https://evil.example" })).toBe(403);
  expect(await status({ cookie, origin: "http://crm.local" })).toBe(200);
  expect(await status({ cookie, origin: "https://crm.example.com" })).toBe(200);
  expect(await status({ cookie, "sec-fetch-site": "same-origin" })).toBe(200);
  expect(await status({ authorization: "Bearer k" })).toBe(200);
});

test("the client's page answers every address of its own, its hashed files keep for ever", async () => {
  const page = await app.inject({ url: "/opportunity/42?tab=files", headers: { accept: "text/html" } });
  expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(page.headers["content-security-policy"]).toContain("script-src 'self';");
  const script = await app.inject({ url: "/assets/main-abc123.js" });
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await app.inject({ url: "/assets/gone.js", headers: { accept: "text/html" } })).statusCode).toBe(
    404,
  );
  expect((await app.inject({ url: "/api/v1/nothing", headers: { accept: "text/html" } })).statusCode).toBe(
    404,
  );
  expect((await app.inject({ url: "/../package.json" })).body).not.toContain("dependencies");
});

test("who comes with a session gets the page with its frame, everybody else the one without", async () => {
  const titleFor = async (url: string, cookie?: string) => {
    const headers = { accept: "text/html", ...(cookie === undefined ? {} : { cookie }) };
    const { body, headers: given } = await app.inject({ url, headers });
    expect([given["cache-control"], given["vary"]]).toEqual(["no-cache", expect.stringContaining("cookie")]);
    return /<title>(.*)<\/title>/.exec(body)?.[1];
  };
  for (const url of ["/", "/records/opportunity"]) {
    expect(await titleFor(url)).toBe("Door");
    expect(await titleFor(url, "a=1; sluice_session=x")).toBe("Sluice");
    expect(await titleFor(url, "not_a_sessions=x")).toBe("Door");
  }
  expect((await app.inject({ url: "/", headers: { accept: "*/*" } })).statusCode).toBe(200);
});

test("guessing a password is slowed down, an empty JSON body is none", async () => {
  let last = 0;
  for (let i = 0; i < 125; i++)
    last = (await app.inject({ method: "POST", url: "/api/v1/session", remoteAddress: "203.0.113.9" }))
      .statusCode;
  expect(last).toBe(429);
  expect(
    (
      await app.inject({
        method: "DELETE",
        url: "/api/v1/echo",
        headers: { "content-type": "application/json" },
      })
    ).statusCode,
  ).toBe(204);
});
