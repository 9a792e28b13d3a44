import { afterEach, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../shared/wire/contract.ts";
import { closed, data, object, optional, text, whole } from "../../shared/wire/schema.ts";
import { answers, answersElse, endAnswers, NO_NETWORK, Otherwise, refusal, standIn } from "./stand-in.ts";

const readThing = contract({
  method: "GET",
  path: "/things/:id",
  tag: "things",
  summary: label("读取", "Read"),
  query: object({ part: optional(text()) }),
  answer: data(object({ count: whole() })),
  errors: { gone: 410 },
});
const makeThing = contract({
  method: "POST",
  path: "/things",
  tag: "things",
  summary: label("新建", "Make"),
  status: 201,
  body: closed({ name: text() }),
  answer: object({ id: text() }),
  also: { 202: object({ later: text() }) },
});
const dropThing = contract({
  method: "DELETE",
  path: "/things/:id",
  tag: "things",
  summary: label("删除", "Drop"),
  status: 204,
  answer: NOTHING,
});
const post = (body: unknown) => standIn("/api/v1/things", { method: "POST", body: JSON.stringify(body) });

afterEach(() => void endAnswers());

it("answers by path and method, and tells what was asked", async () => {
  const asked = answers(readThing, ({ params }) => ({ data: { count: params.id.length } }));
  const answer = await standIn("/api/v1/things/a%20b?part=x");
  expect(await answer.json()).toEqual({ data: { count: 3 } });
  expect(asked.map(({ params, query }) => [params.id, query.part])).toEqual([["a b", "x"]]);
  expect(endAnswers()).toEqual([]);
});

it("what nobody answers is a fault", async () => {
  expect((await standIn("/api/v1/things/1")).status).toBe(501);
  expect(endAnswers()).toEqual(["nobody answers GET /api/v1/things/1?"]);
  expect(endAnswers()).toEqual([]);
});

it("the last answer wins, and one that only fills in never does", async () => {
  answers(readThing, { data: { count: 1 } });
  answers(readThing, { data: { count: 2 } }, { id: "two" });
  answersElse(readThing, { data: { count: 9 } });
  const counts = await Promise.all(
    ["one", "two"].map(async (id) => (await standIn(`/api/v1/things/${id}`)).json()),
  );
  expect(counts).toEqual([{ data: { count: 1 } }, { data: { count: 2 } }]);
});

it("a body against the contract is a fault, and reaches no answer", async () => {
  const made = answers(makeThing, { id: "1" });
  expect((await post({ name: "x" })).status).toBe(201);
  await post({ name: "x", colour: "red" });
  await post({});
  expect(made).toHaveLength(1);
  expect(endAnswers()).toEqual([
    expect.stringContaining("asked against its contract: /colour"),
    expect.stringContaining("asked against its contract: /name"),
  ]);
});

it("an answer against the contract is a fault", async () => {
  answers(readThing, () => JSON.parse('{"data":{"count":"many"}}'));
  await standIn("/api/v1/things/1");
  expect(endAnswers()).toEqual([expect.stringContaining("answered against its contract: /data/count")]);
});

it("another status must stand in the contract", async () => {
  answers(makeThing, new Otherwise(202, { later: "today" }));
  expect((await post({ name: "x" })).status).toBe(202);
  answers(makeThing, new Otherwise(200, { id: "1" }));
  await post({ name: "x" });
  expect(endAnswers()).toEqual(["POST /things does not answer 200"]);
});

it("a refusal is a problem document with a code that the contract knows", async () => {
  answers(readThing, refusal(410, "gone", { detail: "It is gone" }));
  const answer = await standIn("/api/v1/things/1");
  expect(answer.status).toBe(410);
  expect(await answer.json()).toMatchObject({ code: "gone", detail: "It is gone", errors: [] });
  answers(readThing, refusal(409, "gone"));
  await standIn("/api/v1/things/1");
  expect(endAnswers()).toEqual(["GET /things/:id does not refuse with 409 gone"]);
});

it("a dead line throws as a browser does; nothing is an empty answer", async () => {
  answers(dropThing, undefined);
  expect((await standIn("/api/v1/things/1", { method: "DELETE" })).status).toBe(204);
  answers(dropThing, NO_NETWORK);
  await expect(standIn("/api/v1/things/1", { method: "DELETE" })).rejects.toThrow(TypeError);
});
