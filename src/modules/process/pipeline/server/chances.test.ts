import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  errors,
  move,
  openStagesWorld,
  publish,
  stage,
} from "../../../../testing/worlds/stages-world.ts";

let pipeline: string;
beforeAll(async () => {
  await openStagesWorld();
  app.now = "2026-11-02T02:00:00.000Z";
  const set = (id: string, field: string, value: unknown) => ({ id, kind: "set", field, value });
  pipeline = await publish("chances", [
    stage("a", "open", { probability: 10, on_exit: [set("s1", "next_step", "Left a")] }),
    stage("b", "open", { probability: 40, forecast_category: "best_case", movers: ["administrator"] }),
    stage("c", "open", {
      probability: 70,
      forecast_category: "commit",
      on_enter: [set("s2", "next_step", "In c")],
      editors: ["administrator"],
    }),
    stage("d", "open", { layers: { actions: false }, on_enter: [set("s3", "next_step", "In d")] }),
    stage("won", "won"),
    stage("lost", "lost"),
  ]);
});
afterAll(() => app.close());

const deal = (more: object = {}) => app.make("opportunity", { name: "deal", pipeline, ...more });
const read = async (id: string, ...fields: string[]) => {
  const { at } = await app.call("GET", `/records/opportunity/${id}`);
  return fields.map((field) => at(`data.${field}`));
};

describe("chances and category", () => {
  it("follow the stage, forward, back and out", async () => {
    const id = await deal();
    const seen: unknown[] = [await read(id, "probability", "forecast_category")];
    for (const to of ["b", "c", "a", "won"]) {
      expect((await move(id, to, { reason: "x" })).status).toBe(200);
      seen.push(await read(id, "probability", "forecast_category", "stage_type"));
    }
    expect(seen).toEqual([
      ["10", "pipeline"],
      ["40", "best_case", "open"],
      ["70", "commit", "open"],
      ["10", "pipeline", "open"],
      ["100", "closed", "won"],
    ]);
  });

  it("as somebody sets them with the move, they are; the next move sets them anew", async () => {
    const id = await deal();
    await move(id, "b", { values: { probability: "55" } });
    expect(await read(id, "probability", "forecast_category")).toEqual(["55", "best_case"]);
    await app.call("PATCH", `/records/opportunity/${id}`, { probability: "60" });
    expect(await read(id, "probability")).toEqual(["60"]);
    await move(id, "c");
    expect(await read(id, "probability")).toEqual(["70"]);
  });

  it("another change of the record leaves them", async () => {
    const id = await deal({ probability: "33" });
    await app.call("PATCH", `/records/opportunity/${id}`, { name: "other" });
    expect(await read(id, "probability")).toEqual(["33"]);
  });

  it("a lost one has none and is omitted", async () => {
    const id = await deal();
    await move(id, "lost");
    expect(await read(id, "probability", "forecast_category")).toEqual(["0", "omitted"]);
  });
});

describe("fields that a stage sets", () => {
  it("on leaving, then on entering: entering has the last word", async () => {
    const id = await deal();
    await move(id, "b");
    expect(await read(id, "next_step")).toEqual(["Left a"]);
    await move(id, "a");
    await move(id, "c");
    expect(await read(id, "next_step")).toEqual(["In c"]);
  });

  it("nothing where the actions are switched off", async () => {
    const id = await deal({ stage: "b", next_step: "mine" });
    await move(id, "d");
    expect(await read(id, "next_step")).toEqual(["mine"]);
  });
});

describe("when the record entered its stage", () => {
  it("is the moment of the move; a change of something else does not set it back", async () => {
    const id = await deal();
    app.now = "2026-11-05T03:00:00.000Z";
    await app.call("PATCH", `/records/opportunity/${id}`, { name: "other" });
    expect(String((await read(id, "stage_entered_at"))[0])).toMatch(/^2026-11-02T02:00/);
    await move(id, "b");
    expect(String((await read(id, "stage_entered_at"))[0])).toMatch(/^2026-11-05T03:00/);
    app.now = "2026-11-02T02:00:00.000Z";
  });
});

describe("who may work in a stage", () => {
  it("into a stage that names its movers only they move a record, on every road", async () => {
    const id = await deal();
    const asked = await app.call("POST", `/records/opportunity/${id}/transitions`, { to: "b" }, "seller");
    expect(errors(asked).map(([code]) => code)).toEqual(["mover_not_allowed"]);
    const patched = await app.call("PATCH", `/records/opportunity/${id}`, { stage: "b" }, "seller");
    expect([patched.status, patched.at("errors.0.code")]).toEqual([422, "mover_not_allowed"]);
    expect((await move(id, "b")).status).toBe(200);
  });

  it("in a stage that names its editors nobody else changes, moves or deletes a record", async () => {
    const id = await deal();
    await move(id, "c");
    const as = (method: "PATCH" | "DELETE", body?: object) =>
      app.call(method, `/records/opportunity/${id}`, body, "seller");
    expect((await as("PATCH", { name: "x" })).at("errors.0.code")).toBe("editor_not_allowed");
    expect((await as("PATCH", { stage: "a" })).at("errors.0.code")).toBe("editor_not_allowed");
    expect((await as("DELETE")).status).toBe(422);
    expect((await app.call("PATCH", `/records/opportunity/${id}`, { name: "y" })).status).toBe(200);
  });
});
