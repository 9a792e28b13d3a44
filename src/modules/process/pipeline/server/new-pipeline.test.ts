import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, both, openStagesWorld, stage } from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);

afterAll(() => app.close());

const NOWHERE = "00000000-0000-4000-8000-000000000001";

const STAGES = [stage("a", "open"), stage("won", "won")];

const create = (body: object, as?: "seller") =>
  app.call("POST", "/pipelines", { object: "opportunity", label: both("x"), stages: STAGES, ...body }, as);

const change = (id: string, body: object) => app.call("PATCH", `/pipelines/${id}`, body);

describe("a new pipeline", () => {
  it("is a draft that no record uses before it is published", async () => {
    const { at } = await create({ name: "unborn" });
    expect([at("data.version"), at("data.has_draft"), at("data.problems")]).toEqual([null, true, []]);
    const made = await app.call("POST", "/records/opportunity", { name: "x", pipeline: at("data.id") });
    expect(made.status).toBe(422);
    const listed = async (drafts: string, as?: "seller") =>
      (
        (await app.call("GET", `/pipelines?object=opportunity${drafts}`, undefined, as)).at("data") as {
          name: string;
        }[]
      )
        .map(({ name }) => name)
        .includes("unborn");
    expect([await listed(""), await listed("&drafts=true"), await listed("&drafts=true", "seller")]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("has a name that its object does not have yet; another object may", async () => {
    await create({ name: "twice" });
    const second = await create({ name: "twice" });
    expect([second.status, second.at("code")]).toEqual([409, "name_taken"]);
    expect((await create({ name: "twice", object: "lead" })).status).toBe(201);
  });

  it("is of an object with stages, and made by who may make one", async () => {
    expect((await create({ name: "no", object: "product" })).at("code")).toBe("no_stages");
    expect((await create({ name: "no" }, "seller")).status).toBe(403);
    expect((await change(NOWHERE, { label: both("x") })).status).toBe(404);
    expect((await app.call("POST", `/pipelines/${NOWHERE}/publish`, {})).status).toBe(404);
  });

  it("gets ids where none are given, and none twice", async () => {
    const entry = [
      { kind: "dwell", min_days: 1 },
      { id: "a_entry_1", kind: "dwell", min_days: 2 },
    ];
    const { at } = await create({
      name: "ids",
      stages: [stage("a", "open", { entry }), stage("won", "won")],
    });
    const ids = (at("data.draft.stages.0.entry") as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids[1]).toBe("a_entry_1");
    expect([at("data.draft.stages.1.probability"), at("data.draft.stages.1.forecast_category")]).toEqual([
      100,
      "closed",
    ]);
  });
});
