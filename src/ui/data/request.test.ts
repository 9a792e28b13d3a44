import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../shared/wire/contract.ts";
import { closed, data, object, optional, text } from "../../shared/wire/schema.ts";
import { call } from "./call.ts";
import { createClient } from "./client.ts";
import { newId } from "./new-id.ts";
import { NetworkError, ProblemError, problemFrom } from "./problem-error.ts";
import { apiPath, request, requestBlob, SESSION_ENDED } from "./request.ts";

type Sent = { readonly url: string; readonly init: RequestInit; readonly headers: Headers };
let sent: Sent[] = [];
let told: string[] = [];
const answer = (make: () => Response | Promise<Response>) =>
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push({ url, init, headers: new Headers(init.headers) });
    return make();
  });
const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  sent = [];
  told = [];
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
  vi.stubGlobal("window", { dispatchEvent: ({ type }: Event) => told.push(type) });
});
afterEach(() => vi.unstubAllGlobals());

describe("an address", () => {
  it("has what is given and leaves out what is nothing", () => {
    expect(apiPath("/records/lead")).toBe("/api/v1/records/lead");
    expect(
      apiPath("/records/lead", {
        filter: 'a == "b&c"',
        limit: 0,
        deleted: true,
        as_of: null,
        q: "",
        on: false,
      }),
    ).toBe("/api/v1/records/lead?filter=a+%3D%3D+%22b%26c%22&limit=0&deleted=1");
  });
});

describe("a request", () => {
  it("says in which language the answer is to be, and where a write came from", async () => {
    answer(json(200, { data: 1 }));
    await request("/things");
    await request("/things", { method: "POST", body: { a: 1 }, key: "k-1", ifVersion: 3, road: "board" });
    await request("/things", { method: "DELETE" });
    const [read, write, drop] = sent;
    expect(read?.headers.get("accept-language")).toBe("zh-CN");
    expect([read?.headers.has("x-sluice-road"), read?.headers.has("content-type")]).toEqual([false, false]);
    expect(write?.init.body).toBe('{"a":1}');
    expect(write?.headers.get("content-type")).toBe("application/json");
    expect(write?.headers.get("idempotency-key")).toBe("k-1");
    expect(write?.headers.get("if-match")).toBe('"3"');
    expect([write, drop].map((one) => one?.headers.get("x-sluice-road"))).toEqual(["board", "form"]);
  });
  it("of a form has no type of its own: the browser says where its parts end", async () => {
    answer(json(200, {}));
    const form = new FormData();
    await request("/files", { method: "POST", body: form });
    expect(sent[0]?.headers.has("content-type")).toBe(false);
    expect(sent[0]?.init.body).toBe(form);
  });
  it("gives the answer, and nothing where there is none", async () => {
    answer(json(200, { data: [1] }));
    expect(await request("/things")).toEqual({ data: [1] });
    answer(() => new Response(null, { status: 204 }));
    expect(await request("/things", { method: "DELETE" })).toBeUndefined();
  });
  it("that is refused throws the problem, whatever form it came in", async () => {
    answer(json(422, { code: "invalid", detail: "No", errors: [{ code: "x", message: "No name" }] }));
    await expect(request("/things")).rejects.toMatchObject({ status: 422, code: "invalid", message: "No" });
    answer(() => new Response("<html>Bad gateway</html>", { status: 502 }));
    await expect(request("/things")).rejects.toMatchObject({ status: 502, code: "http_502" });
  });
  it("that got lost throws that, but one that was given up stays what it is", async () => {
    answer(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(request("/things")).rejects.toBeInstanceOf(NetworkError);
    answer(() => Promise.reject(new DOMException("aborted", "AbortError")));
    await expect(request("/things")).rejects.not.toBeInstanceOf(NetworkError);
  });
  it("tells the page when the session is over, but not at the door", async () => {
    answer(json(401, { code: "signed_out" }));
    for (const path of ["/me", "/session", "/session/second-step", "/invitations/abc"])
      await expect(request(path)).rejects.toBeInstanceOf(ProblemError);
    expect(told).toEqual([]);
    await expect(request("/records/lead")).rejects.toBeInstanceOf(ProblemError);
    expect(told).toEqual([SESSION_ENDED]);
    answer(json(403, { code: "forbidden" }));
    await expect(request("/records/lead")).rejects.toBeInstanceOf(ProblemError);
    expect(told).toHaveLength(1);
  });
});

describe("a file", () => {
  it("has the name that the server insists on, or none", async () => {
    const named = {
      "content-disposition": "attachment; filename=\"x.csv\"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.csv; a=b",
    };
    answer(() => new Response("a,b", { headers: named }));
    const { blob, marked } = await requestBlob("/exports", { method: "POST", body: {} });
    expect([await blob.text(), marked]).toEqual(["a,b", "报价.csv"]);
    answer(() => new Response("a,b"));
    expect((await requestBlob("/exports")).marked).toBeNull();
    answer(json(403, { code: "forbidden" }));
    await expect(requestBlob("/exports")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a call by its contract", () => {
  const changeThing = contract({
    method: "PATCH",
    path: "/things/:object/:id",
    tag: "things",
    summary: label("修改", "Change"),
    query: object({ part: optional(text()) }),
    body: closed({ name: text() }),
    answer: data(text()),
  });
  const drop = contract({
    method: "DELETE",
    path: "/things/:id",
    tag: "things",
    summary: label("删", "Drop"),
    status: 204,
    answer: NOTHING,
  });
  it("puts its parameters into the path so that they stay one part of it", async () => {
    answer(json(200, { data: "x" }));
    await call(changeThing, {
      params: { object: "a/b", id: "? #" },
      query: { part: "p" },
      body: { name: "n" },
      key: "k",
    });
    expect(sent[0]?.url).toBe("/api/v1/things/a%2Fb/%3F%20%23?part=p");
    expect([sent[0]?.init.method, sent[0]?.init.body, sent[0]?.headers.get("idempotency-key")]).toEqual([
      "PATCH",
      '{"name":"n"}',
      "k",
    ]);
    await call(drop, { params: { id: "1" } });
    expect(sent[1]?.init.method).toBe("DELETE");
  });
});

describe("what is tried again by itself", () => {
  const retry = createClient().getDefaultOptions().queries?.retry;
  const tries = (error: Error): number => {
    if (typeof retry !== "function") throw new Error("Nothing decides about a second try");
    let count = 0;
    while (count < 9 && retry(count, error)) count += 1;
    return count;
  };
  it("is a lost line and a fault of the server, twice; never a refusal", () => {
    expect(tries(new NetworkError("lost"))).toBe(2);
    expect(tries(new ProblemError(problemFrom(503, null)))).toBe(2);
    for (const status of [400, 403, 404, 409, 422, 499])
      expect(tries(new ProblemError(problemFrom(status, null))), String(status)).toBe(0);
  });
});

it("new ids are of the seventh kind, each its own, and sort by when they were made", () => {
  const ids = Array.from({ length: 50 }, () => newId());
  expect(new Set(ids).size).toBe(50);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const moments = [0, 1, 255, 256, 1_700_000_000_000, 1_700_000_000_001, 281_474_976_710_655];
  const made = moments.map((moment) => newId(moment));
  expect(made.toSorted()).toEqual(made);
  expect(newId(0x0195f02a8000).slice(0, 13)).toBe("0195f02a-8000");
});
