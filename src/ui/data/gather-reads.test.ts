import { afterEach, expect, test, vi } from "vitest";
import { gatherRead } from "./gather-reads.ts";
import { ProblemError } from "./problem-error.ts";
import { request } from "./request.ts";

const asked: { url: string; paths?: readonly string[] }[] = [];
/** A server that says which address was asked; what has "no" in it is refused. */
function answering(): void {
  const told = (path: string) =>
    path.includes("no") ? { status: 404, body: { code: "not_found" } } : { status: 200, body: { path } };
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string | null }) => {
    const paths = body === null ? undefined : JSON.parse(body).paths;
    asked.push({ url, ...(paths ? { paths } : {}) });
    const alone = told(url.replace("/api/v1", ""));
    return paths
      ? new Response(JSON.stringify({ data: paths.map(told) }))
      : new Response(JSON.stringify(alone.body), { status: alone.status });
  });
}
afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

test("what is asked in one moment goes in one request, and each gets its own answer or refusal", async () => {
  answering();
  const [one, other, refused] = await Promise.allSettled([
    gatherRead("/objects", {}),
    gatherRead("/records/deal", { query: { limit: 2 } }),
    gatherRead("/no", {}),
  ]);
  expect(asked).toEqual([{ url: "/api/v1/reads", paths: ["/objects", "/records/deal?limit=2", "/no"] }]);
  expect([one, other]).toEqual([
    { status: "fulfilled", value: { path: "/objects" } },
    { status: "fulfilled", value: { path: "/records/deal?limit=2" } },
  ]);
  expect(refused.status === "rejected" && refused.reason).toBeInstanceOf(ProblemError);
});

test("what is asked alone, and who is there, goes by itself", async () => {
  answering();
  await gatherRead("/objects", {});
  await Promise.all([gatherRead("/session", {}), gatherRead("/objects", {})]);
  expect(asked.map(({ url }) => url).toSorted()).toEqual([
    "/api/v1/objects",
    "/api/v1/objects",
    "/api/v1/session",
  ]);
});

test("who gives up is told so at once, and the others get their answers", async () => {
  answering();
  const leaving = new AbortController();
  const given = Promise.allSettled([
    gatherRead("/objects", { signal: leaving.signal }),
    gatherRead("/a", {}),
    gatherRead("/b", {}),
  ]);
  leaving.abort();
  expect((await given).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(asked).toEqual([{ url: "/api/v1/reads", paths: ["/a", "/b"] }]);
});

test("more than one request takes are several", async () => {
  answering();
  await Promise.all(Array.from({ length: 31 }, (_, at) => gatherRead(`/a${at}`, {})));
  expect(asked.map(({ paths }) => paths?.length)).toEqual([30, undefined]);
});

test("what the page has asked for before is taken once, unless something was written since", async () => {
  answering();
  const early = (path: string) => new Map([[path, Promise.resolve({ status: 200, body: { early: path } })]]);
  vi.stubGlobal("window", { sluiceAskedFirst: early("/objects") });
  const both = await Promise.all([gatherRead("/objects", {}), gatherRead("/objects", {})]);
  expect(both).toEqual([{ early: "/objects" }, { path: "/objects" }]);
  vi.stubGlobal("window", { sluiceAskedFirst: early("/objects") });
  await request("/session", { method: "POST", body: {} });
  expect(await gatherRead("/objects", {})).toEqual({ path: "/objects" });
});
