import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, move, openStagesWorld, publish, stage } from "../../../../testing/worlds/stages-world.ts";

let pipeline: string;
beforeAll(async () => {
  await openStagesWorld();
  app.now = "2026-11-02T02:00:00.000Z";
  const exit = [
    { id: "money", kind: "fields", fields: ["amount"] },
    { id: "call", kind: "checklist", items: [{ id: "x", label: { "zh-CN": "电话", en: "Call" } }] },
  ];
  pipeline = await publish("excused", [
    stage("a", "open", { exit }),
    stage("b", "open"),
    stage("c", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ]);
});
afterAll(() => app.close());

const deal = () => app.make("opportunity", { name: "deal", pipeline });
const letPast = (id: string, to: string, until: object) =>
  move(id, to, { override: { reason: "Their auditor is ill", ...until } });
const unmetOf = (reply: Awaited<ReturnType<typeof move>>) =>
  ((reply.at("errors") ?? []) as { criterion: string }[]).map(({ criterion }) => criterion);

describe("until when an exception may last", () => {
  it.each([
    [{ valid_until: "2026-11-01" }, "yesterday"],
    [{ valid_until: "2027-11-04" }, "more than a year"],
    [{ valid_until: "2027-02-30" }, "no day"],
    [{ valid_until: "soon" }, "no day either"],
  ])("%o is refused (%s), and nothing is moved", async (until) => {
    const id = await deal();
    const answer = await letPast(id, "b", until);
    expect([answer.status, answer.at("code")]).toEqual([422, "bad_valid_until"]);
    expect((await app.call("GET", `/records/opportunity/${id}`)).at("data.stage")).toBe("a");
  });

  it.each([
    [{ valid_until: "2026-11-02" }, "2026-11-02"],
    [{ valid_until: "2027-11-03" }, "2027-11-03"],
    [{ valid_days: 0 }, "2026-11-02"],
    [{ valid_days: 3 }, "2026-11-05"],
  ])("%o is to the end of %s", async (until, day) => {
    const id = await deal();
    expect((await letPast(id, "b", until)).status).toBe(200);
    const { at } = await app.call("GET", `/records/opportunity/${id}/exceptions`);
    expect([at("data.0.until"), at("data.1.until"), at("data.2")]).toEqual([day, day, undefined]);
  });
});

describe("what an exception passed", () => {
  it("counts as met until its day is over, then is owed wherever the record goes on, and not by losing", async () => {
    const id = await deal();
    await letPast(id, "b", { valid_days: 2 });
    app.now = "2026-11-04T15:59:00.000Z"; // The last minute of the 4th in Shanghai.
    expect((await move(id, "c")).status).toBe(200);
    expect((await move(id, "b")).status).toBe(200);
    app.now = "2026-11-04T16:00:00.000Z";
    const shut = await move(id, "c");
    expect([shut.status, unmetOf(shut)]).toEqual([422, ["money", "call"]]);
    expect(String(shut.at("errors.0.message"))).toContain("2026-11-04");
    expect((await move(id, "a")).status).toBe(200);
    expect((await move(id, "lost")).status).toBe(200);
    app.now = "2026-11-02T02:00:00.000Z";
  });

  it("is owed no more once it is supplied, of several only what is supplied", async () => {
    const id = await deal();
    await letPast(id, "b", { valid_days: 0 });
    app.now = "2026-11-03T02:00:00.000Z";
    expect((await app.call("PATCH", `/records/opportunity/${id}`, { amount: "7" })).status).toBe(200);
    expect(unmetOf(await move(id, "c"))).toEqual(["call"]);
    const meet = [{ criterion: "call", value: ["x"] }];
    expect((await move(id, "c", { meet })).status).toBe(200);
    expect((await app.call("GET", `/records/opportunity/${id}/exceptions`)).at("data")).toEqual([]);
    app.now = "2026-11-02T02:00:00.000Z";
  });

  it("without a day is passed this once: nothing is owed, nothing is listed", async () => {
    const id = await deal();
    expect((await letPast(id, "b", {})).status).toBe(200);
    expect((await app.call("GET", `/records/opportunity/${id}/exceptions`)).at("data")).toEqual([]);
    app.now = "2026-12-01T02:00:00.000Z";
    expect((await move(id, "c")).status).toBe(200);
    app.now = "2026-11-02T02:00:00.000Z";
  });

  it("granted again lasts to its new day", async () => {
    const id = await deal();
    await letPast(id, "b", { valid_days: 0 });
    app.now = "2026-11-03T02:00:00.000Z";
    expect((await letPast(id, "c", { valid_days: 5 })).status).toBe(200);
    expect((await app.call("GET", `/records/opportunity/${id}/exceptions`)).at("data.0.until")).toBe(
      "2026-11-08",
    );
    app.now = "2026-11-02T02:00:00.000Z";
  });

  it("an open gate needs none: a day given for nothing is kept nowhere", async () => {
    const id = await app.make("opportunity", { name: "open", pipeline });
    await move(id, "b", { values: { amount: "1" }, meet: [{ criterion: "call", value: ["x"] }] });
    expect((await letPast(id, "c", { valid_days: 5 })).status).toBe(200);
    expect((await app.call("GET", `/records/opportunity/${id}/exceptions`)).at("data")).toEqual([]);
  });
});

describe("the exceptions of a pipeline are listed", () => {
  it("of open records, those that are over apart where that is asked", async () => {
    const before = ((await app.call("GET", `/pipelines/${pipeline}/exceptions`)).at("data") as unknown[])
      .length;
    const [over, running, closed] = [await deal(), await deal(), await deal()];
    await letPast(over, "b", { valid_days: 0 });
    await letPast(running, "b", { valid_days: 9 });
    await letPast(closed, "b", { valid_days: 9 });
    await move(closed, "lost");
    app.now = "2026-11-03T02:00:00.000Z";
    const all = (await app.call("GET", `/pipelines/${pipeline}/exceptions`)).at("data") as {
      record: string;
    }[];
    expect(all.filter(({ record }) => record === closed)).toEqual([]);
    expect(all.length - before).toBe(4);
    const ended = (await app.call("GET", `/pipelines/${pipeline}/exceptions?state=over`)).at("data") as {
      record: string;
      is_over: boolean;
    }[];
    expect(ended.filter(({ record }) => record === over).map(({ is_over }) => is_over)).toEqual([true, true]);
    expect(ended.filter(({ record }) => record === running)).toEqual([]);
    app.now = "2026-11-02T02:00:00.000Z";
  });
});
