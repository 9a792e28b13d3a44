import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { modules } from "../../../../apps/server/modules.ts";
import { mountPublicPages } from "../../../../apps/server/mount-public-pages.ts";
import { mountRoutes } from "../../../../engine/api/edge.ts";
import type { Module } from "../../../../engine/module.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { createLog } from "../../../../platform/log/log.ts";
import { createServer } from "../../../../platform/http/create-server.ts";
import { appOn, prepareApp, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";
import { solvePuzzle } from "../client/page/solve-puzzle.ts";
import { linkPurposes } from "./link-purposes.ts";
import { isProof, makePuzzle } from "./spam-guard.ts";

/** Purposes of a module that only this test has: one of our own pages alone, one that stands on other sites. */
const purpose = (more: object) => ({
  label: label("试", "Probe"),
  applies: ({ name }: { readonly name: string }) => name === "account",
  actsFor: "nobody" as const,
  days: 1,
  verbs: [
    {
      name: "wave",
      tone: "primary",
      comment: "optional",
      label: label("挥手", "Wave"),
      done: label("好", "Done"),
    },
  ] as const,
  show: async () => ({
    heading: "Hello",
    title: "",
    lead: null,
    facts: [],
    checks: [],
    note: null,
    closed: null,
    seen: null,
  }),
  act: async () => ({ ok: true as const, value: null }),
  ...more,
});
const makeProbe = (): Module => ({
  name: "probe",
  contributes: [
    linkPurposes.define("probe.own", purpose({})),
    linkPurposes.define("probe.guarded", purpose({ guarded: true })),
    linkPurposes.define("probe.open", purpose({ onOtherSites: true })),
  ],
});

let app: TestApp;
let server: FastifyInstance;
let pages: string;
beforeAll(async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  app = await appOn(database, { of: [...modules, makeProbe()] });
  pages = mkdtempSync(join(tmpdir(), "pages-"));
  writeFileSync(join(pages, "public.html"), "<!doctype html><p>page</p>");
  server = await createServer({ log: createLog("silent") });
  mountRoutes(
    server,
    app.engine,
    modules.flatMap((module) => module.routes ?? []),
  );
  mountPublicPages(server, app.engine, pages);
  await server.ready();
});
afterAll(async () => {
  await server.close();
  rmSync(pages, { recursive: true });
  await app.close();
});

async function tokenFor(name: string): Promise<string> {
  const { id } = await app.admin.make("account", { name: `Account of ${name}` });
  const made = await app.admin.post("/links", { purpose: name, object: "account", record: id });
  expect(made.status, made.text).toBe(201);
  return String(made.json.url).split("/p/")[1] ?? "";
}
const from = (origin: string) => ({ host: "localhost", origin, "accept-language": "en" });
const ask = (method: "GET" | "POST" | "OPTIONS", url: string, payload?: object) =>
  server.inject({ method, url, headers: from("https://elsewhere.example"), ...(payload ? { payload } : {}) });

test("a page stands in frames of other sites, and is asked from there, only where its purpose says so", async () => {
  const [own, open] = [await tokenFor("probe.own"), await tokenFor("probe.open")];
  const framed = async (token: string) => {
    const { headers, statusCode } = await ask("GET", `/p/${token}`);
    return [
      statusCode,
      /frame-ancestors ([^;]+)/.exec(String(headers["content-security-policy"]))?.[1],
      headers["x-frame-options"],
      headers["referrer-policy"],
      headers["cache-control"],
    ];
  };
  expect(await framed(own)).toEqual([200, "'none'", "DENY", "no-referrer", "no-store"]);
  expect(await framed(open)).toEqual([200, "*", undefined, "no-referrer", "no-store"]);
  expect(await framed("main.unknown")).toEqual([200, "'none'", "DENY", "no-referrer", "no-store"]);
  const shared = async (token: string) =>
    (await ask("GET", `/api/public/${token}`)).headers["access-control-allow-origin"];
  expect([await shared(own), await shared(open)]).toEqual([undefined, "*"]);
  const before = async (token: string) => (await ask("OPTIONS", `/api/public/${token}/act`)).statusCode;
  expect([await before(own), await before(open)]).toEqual([404, 204]);
  const act = async (token: string) =>
    (await ask("POST", `/api/public/${token}/act`, { verb: "wave" })).json();
  expect((await act(own)).code).toBe("other_site");
  expect(await act(open)).toEqual({ data: { done: "Done" } });
});

test("a link in nobody's name has no rights, works as often as it was made for, and no longer", async () => {
  const { id } = await app.admin.make("account", { name: "Counted" });
  const made = await app.admin.post("/links", {
    purpose: "probe.open",
    object: "account",
    record: id,
    max_uses: 3,
  });
  const token = String(made.json.url).split("/p/")[1];
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => ask("POST", `/api/public/${token}/act`, { verb: "wave" })),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
    200,
    200,
    200,
    ...Array(9).fill(404),
  ]);
  expect((await app.admin.get(`/links?record=${id}`)).json.data[0]).toMatchObject({
    uses: 3,
    max_uses: 3,
    state: "used",
    person: null,
  });
});

test("where anybody may act, a solved puzzle does it once; without one, or as a program, nobody does", async () => {
  const token = await tokenFor("probe.guarded");
  const own = (payload?: object) =>
    server.inject({
      method: payload ? "POST" : "GET",
      url: `/api/public/${token}${payload ? "/act" : ""}`,
      headers: from("http://localhost"),
      ...(payload ? { payload } : {}),
    });
  const puzzle = (await own()).json().data.proof_of_work;
  expect(puzzle).toMatchObject({ algorithm: "SHA-256", max: 40_000 });
  const proof = await solvePuzzle(puzzle);
  expect(proof).not.toBeNull();
  const act = async (more: object) => (await own({ verb: "wave", ...more })).statusCode;
  expect(await act({})).toBe(422);
  expect(await act({ proof, website: "https://spam.example" })).toBe(422);
  expect(await act({ proof: { ...proof, number: (proof?.number ?? 0) + 1 } })).toBe(422);
  const other = (
    await server.inject({ method: "GET", url: `/api/public/${await tokenFor("probe.guarded")}` })
  ).json();
  expect(await act({ proof: await solvePuzzle(other.data.proof_of_work) })).toBe(422);
  expect(await act({ proof })).toBe(200);
  expect(await act({ proof })).toBe(422);
  const context = await app.context();
  const old = makePuzzle(context, "page", Date.now() - 21 * 60_000);
  const late = await solvePuzzle(old);
  expect(late && isProof(context, "page", late, Date.now() - 20 * 60_000)).toBe(true);
  expect(late && isProof(context, "page", late)).toBe(false);
});
