import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type {} from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import { createLog } from "../log/log.ts";
import { createServer } from "./create-server.ts";
import type { Patience } from "./patience.ts";

let app: FastifyInstance;
let port: number;
/** Uploads that are being read. */
let receiving = 0;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

async function serve(patience: Partial<Patience>): Promise<void> {
  app = await createServer({ log: createLog("silent"), patience: { lookMs: 40, ...patience } });
  app.post("/echo", async ({ body }) => ({ size: JSON.stringify(body).length }));
  app.post("/form", async (request) => {
    let size = 0;
    receiving += 1;
    try {
      for await (const part of request.parts())
        if (part.type === "file") for await (const chunk of part.file) size += (chunk as Buffer).length;
    } finally {
      receiving -= 1;
    }
    return { size };
  });
  app.post(
    "/refused",
    { onRequest: async (_request, reply) => reply.code(401).send({ code: "unauthenticated" }) },
    async () => ({}),
  );
  app.get("/much", async () => "x".repeat(40 * 2 ** 20));
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = Number(new URL(app.listeningOrigin).port);
}

interface Caller {
  readonly socket: Socket;
  send(text: string): void;
  /** All that came, once the server has closed the connection. */
  readonly ended: Promise<string>;
  /** The first answer. */
  readonly answer: Promise<string>;
}
async function caller(): Promise<Caller> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let got = "";
  const answer = new Promise<string>((resolve) =>
    socket.on("data", (chunk) => {
      got += chunk.toString();
      // Not for each piece of a long one: the server is in this process.
      if (got.length < 10_000 && got.includes("\r\n\r\n") && got.includes("}")) resolve(got);
    }),
  );
  const ended = new Promise<string>((resolve) =>
    socket.on("error", () => undefined).once("close", () => resolve(got)),
  );
  await new Promise((resolve) => socket.once("connect", resolve));
  return { socket, answer, ended, send: (text) => void (socket.destroyed || socket.write(text)) };
}
const post = (path: string, headers: string): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\naccept-language: en\r\n${headers}\r\n\r\n`;
const JSON_BODY = "content-type: application/json\r\ncontent-length: 9000000";
const CHUNKED = "content-type: application/json\r\ntransfer-encoding: chunked";
const FORM = "content-type: multipart/form-data; boundary=b\r\ncontent-length: 9000000";
const PART = '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';
const dripping = (who: Caller, text = "x"): void => {
  const timer = setInterval(() => (who.socket.destroyed ? clearInterval(timer) : who.send(text)), 20);
};

test.each([
  ["a JSON body", post("/echo", JSON_BODY) + '{"a":"', "x"],
  ["a body in chunks", `${post("/echo", CHUNKED)}1\r\n[\r\n`, "1\r\n1\r\n"],
  ["an upload", post("/form", FORM) + PART, "x"],
  ["a body of no known kind", post("/echo", "content-type: text/weird\r\ncontent-length: 9000000"), "x"],
])("%s that never ends is ended in words, whether it drips or stands still", async (_what, begin, drop) => {
  await serve({ graceMs: 400, leastBytes: 2000 });
  const [still, drips] = [await caller(), await caller()];
  for (const one of [still, drips]) one.send(begin);
  dripping(drips, drop);
  for (const answer of await Promise.all([still.ended, drips.ended])) {
    if (answer.startsWith("HTTP/1.1 415")) continue;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"timeout"');
    expect(answer).toContain("did not arrive in time");
  }
  expect([await connections(), receiving]).toEqual([0, 0]);
});

test("what comes after a refusal that needed no body is ended as well", async () => {
  await serve({ graceMs: 400, leastBytes: 2000 });
  const one = await caller();
  one.send(post("/refused", JSON_BODY));
  expect(await one.answer).toMatch(/^HTTP\/1\.1 401 /);
  dripping(one);
  expect(await one.ended).not.toContain("HTTP/1.1 408");
});

test("a slow but honest upload takes as long as it takes, with pauses, beside many slow ones of the same address", async () => {
  await serve({ graceMs: 1500, leastBytes: 1000, momentMs: 200, slowBytes: 100_000, slowBodies: 2 });
  const honest = await caller();
  const [size, piece] = [400_000, randomBytes(5000).toString("hex")];
  honest.send(
    post(
      "/form",
      `content-type: multipart/form-data; boundary=b\r\ncontent-length: ${Buffer.byteLength(PART) + size + 7}`,
    ) + PART,
  );
  const slow = await Promise.all(Array.from({ length: 5 }, caller));
  for (const one of slow) {
    one.send(post("/echo", JSON_BODY));
    dripping(one, "x".repeat(60));
  }
  for (let at = 0; at < size / piece.length; at += 1) {
    honest.send(piece);
    await new Promise((resolve) => setTimeout(resolve, at === 10 ? 600 : 60));
  }
  honest.send("\r\n--b--\r\n");
  expect(await honest.answer).toContain(`{"size":${size}}`);
  expect(slow.filter(({ socket }) => socket.destroyed).length).toBeGreaterThanOrEqual(3);
});

test("what is kept in memory until it is whole is bounded over all", async () => {
  await serve({ heldBytes: 3_000_000 });
  const all = await Promise.all(Array.from({ length: 6 }, caller));
  for (const one of all) one.send(post("/echo", JSON_BODY) + "1".repeat(1_000_000));
  while (all.filter(({ socket }) => !socket.destroyed).length > 3)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(all.filter(({ socket }) => !socket.destroyed)).toHaveLength(3);
});

test("a head that comes a line at a time, or no head at all, is ended in words", async () => {
  await serve({ headMs: 400 });
  const [silent, loris] = [await caller(), await caller()];
  loris.send("GET /echo HTTP/1.1\r\nhost: x\r\n");
  dripping(loris, "a: b\r\n");
  for (const answer of await Promise.all([silent.ended, loris.ended]))
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"timeout"/);
  const garbage = await caller();
  garbage.send("oops\r\n\r\n");
  expect(await garbage.ended).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"malformed"/);
  const large = await caller();
  large.send(`GET / HTTP/1.1\r\na: ${"x".repeat(70_000)}\r\n\r\n`);
  expect(await large.ended).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"head_too_large"/);
});

test("many idle connections of one address give way to new ones, those at work stay", async () => {
  await serve({ connectionsOfOne: 5, graceMs: 60_000 });
  const working = await caller();
  working.send(post("/echo", JSON_BODY));
  const idle = await Promise.all(Array.from({ length: 4 }, caller));
  const fresh = await caller();
  fresh.send(post("/echo", "content-type: application/json\r\ncontent-length: 2") + "{}");
  expect(await fresh.answer).toMatch(/^HTTP\/1\.1 200 /);
  await idle[0]?.ended;
  expect([working, ...idle.slice(1)].map(({ socket }) => socket.destroyed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("an answer that nobody takes is given up", async () => {
  await serve({ unreadMs: 3000 });
  const one = await caller();
  one.socket.pause();
  one.send("GET /much HTTP/1.1\r\nhost: x\r\n\r\n");
  await vanished();
  const other = await caller();
  other.send("GET /much HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
  expect((await other.ended).length).toBeGreaterThan(40 * 2 ** 20);
});

test("answers that wait to be taken are bounded over all", async () => {
  await serve({ unreadBytes: 60 * 2 ** 20 });
  const all = await Promise.all(Array.from({ length: 3 }, caller));
  while ((await connections()) < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const one of all) {
    one.socket.pause();
    one.send("GET /much HTTP/1.1\r\nhost: x\r\n\r\n");
  }
  while ((await connections()) > 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await connections()).toBe(1);
});

const connections = (): Promise<number> =>
  new Promise((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
async function vanished(): Promise<void> {
  while ((await connections()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  while ((await connections()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
