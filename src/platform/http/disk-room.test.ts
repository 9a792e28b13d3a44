import { fastify } from "fastify";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answerErrors } from "./answer-errors.ts";
import { hasRoom } from "./disk-room.ts";

const app = fastify();
const failing: Readonly<Record<string, string>> = { database: "53100", files: "ENOSPC", quota: "EDQUOT" };
beforeAll(async () => {
  answerErrors(app);
  for (const [name, code] of Object.entries(failing))
    app.get(`/${name}`, () => Promise.reject(Object.assign(new Error("could not extend file"), { code })));
  await app.ready();
});
afterAll(() => app.close());

test("a full disk is told in words, in both languages, and health knows of it until it has passed", async () => {
  expect(await hasRoom(undefined)).toBe(true);
  for (const name of Object.keys(failing)) {
    const answer = await app.inject({ url: `/${name}`, headers: { "accept-language": "en" } });
    expect([answer.statusCode, answer.json().code], name).toEqual([507, "storage_full"]);
    expect(answer.json().detail).toContain("disk");
    expect(
      (await app.inject({ url: `/${name}`, headers: { "accept-language": "zh-CN" } })).json().detail,
    ).toContain("磁盘");
  }
  expect(await hasRoom(undefined)).toBe(false);
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
  expect(await hasRoom(undefined)).toBe(true);
  vi.useRealTimers();
});
