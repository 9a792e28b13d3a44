import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, both, openStagesWorld, publish, stage } from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);

afterAll(() => app.close());

const STAGES = [stage("a", "open"), stage("won", "won")];

const change = (id: string, body: object) => app.call("PATCH", `/pipelines/${id}`, body);

const read = async (id: string) => (await app.call("GET", `/pipelines/${id}`)).at;

describe("a draft", () => {
  it("says what is wrong as it is saved, and holds only once it is published", async () => {
    const id = await publish("drafted", STAGES);
    const wrong = [stage("a", "open", { entry: [{ kind: "fields", fields: [] }] }), stage("won", "won")];
    const saved = await change(id, { stages: wrong });
    expect([saved.status, saved.at("data.problems.0.code"), saved.at("data.version")]).toEqual([
      200,
      "empty",
      1,
    ]);
    const refused = await app.call("POST", `/pipelines/${id}/publish`, {});
    expect([refused.status, refused.at("code")]).toEqual([422, "bad_definition"]);
    const at = await read(id);
    expect([at("data.has_draft"), at("data.stages.0.entry")]).toEqual([true, []]);
  });

  it("keeps the rules that a change does not name, and drops one by null", async () => {
    const id = await publish("ruled", STAGES);
    await change(id, { rules: { create_in: "first", override_approval: "manager", allow_skip: false } });
    await change(id, { rules: { allow_reopen: false } });
    const rules = async () => (await read(id))("data.draft.rules");
    expect(await rules()).toMatchObject({
      create_in: "first",
      override_approval: "manager",
      allow_skip: false,
      allow_reopen: false,
    });
    await change(id, { rules: { create_in: null, override_approval: null } });
    expect(await rules()).not.toHaveProperty("create_in");
    expect(await rules()).not.toHaveProperty("override_approval");
  });

  it("published twice is one version: without a draft there is nothing to do", async () => {
    const id = await publish("twice_published", STAGES);
    const again = await app.call("POST", `/pipelines/${id}/publish`, {});
    expect([again.status, again.at("data.version"), again.at("moved")]).toEqual([200, 1, 0]);
    const versions = (await app.call("GET", `/pipelines/${id}/versions`)).at("data");
    expect(versions).toHaveLength(1);
  });

  it("stays beside an earlier version that is restored as a new one", async () => {
    const id = await publish("restored", STAGES);
    await change(id, { stages: [stage("a", "open"), stage("b", "open"), stage("won", "won")] });
    await app.call("POST", `/pipelines/${id}/publish`, {});
    await change(id, { label: both("third") });
    const restored = await app.call("POST", `/pipelines/${id}/publish`, { version: 1 });
    expect([restored.status, restored.at("data.version"), restored.at("data.has_draft")]).toEqual([
      200,
      3,
      true,
    ]);
    expect((restored.at("data.stages") as unknown[]).length).toBe(2);
    const gone = await app.call("POST", `/pipelines/${id}/publish`, { version: 9 });
    expect([gone.status, gone.at("code")]).toEqual([404, "no_version"]);
  });

  it("a record of a removed stage may not be sent to a stage that there is not either", async () => {
    const id = await publish("mapped", [stage("a", "open"), stage("b", "open"), stage("won", "won")]);
    const record = await app.make("opportunity", { name: "x", pipeline: id, stage: "b" });
    await change(id, { stages: STAGES });
    const wrong = await app.call("POST", `/pipelines/${id}/publish`, { map: { b: "b" } });
    expect([wrong.status, wrong.at("errors.0.code")]).toEqual([422, "map_unknown"]);
    expect((await app.call("GET", `/records/opportunity/${record}`)).at("data.stage")).toBe("b");
  });
});
