import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, both, openStagesWorld, publish, stage } from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);
afterAll(() => app.close());

const NOWHERE = "00000000-0000-4000-8000-000000000001";
const STAGES = [stage("a", "open"), stage("won", "won")];
const create = (body: object, as?: "seller") =>
  app.call("POST", "/pipelines", { object: "opportunity", label: both("x"), stages: STAGES, ...body }, as);
const change = (id: string, body: object) => app.call("PATCH", `/pipelines/${id}`, body);
const read = async (id: string) => (await app.call("GET", `/pipelines/${id}`)).at;

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

describe("the default of an object", () => {
  const isDefault = async (id: string) => (await read(id))("data.default");
  it("is one: a new one makes the others step back, of that object and department alone", async () => {
    const [one, two] = [await publish("one", STAGES), await publish("two", STAGES)];
    const leads = await publish("leads", [stage("a", "open"), stage("won", "won")], {
      object: "lead",
      default: true,
    });
    await change(one, { default: true });
    await change(two, { default: true });
    expect([await isDefault(one), await isDefault(two), await isDefault(leads)]).toEqual([false, true, true]);
    const department = await app.make("department", { name: "North" });
    await change(one, { default: true, default_for: department });
    expect([await isDefault(one), await isDefault(two)]).toEqual([true, true]);
    expect((await app.call("POST", "/records/opportunity", { name: "x" })).at("data.pipeline")).toBe(two);
    const there = await app.call("POST", "/records/opportunity", { name: "x", department });
    expect(there.at("data.pipeline")).toBe(one);
  });

  it("that becomes the whole company's makes the one before step back, too", async () => {
    const department = await app.make("department", { name: "South" });
    const [company, south] = [await publish("company", STAGES), await publish("south", STAGES)];
    await change(company, { default: true });
    await change(south, { default: true, default_for: department });
    await change(south, { default_for: null });
    expect([await isDefault(company), await isDefault(south)]).toEqual([false, true]);
  });
});

describe("a pilot", () => {
  it("needs a draft, a department, and the stages of what is published", async () => {
    const id = await publish("tried", [...STAGES, stage("lost", "lost")]);
    const department = await app.make("department", { name: "Pilots" });
    const start = (departments: string[]) => app.call("POST", `/pipelines/${id}/pilot`, { departments });
    expect((await start([department])).at("code")).toBe("nothing_to_publish");
    await change(id, {
      stages: [stage("a", "open"), stage("b", "open"), stage("won", "won"), stage("lost", "lost")],
    });
    expect((await start([department])).at("code")).toBe("pilot_stages");
    const entry = [{ kind: "fields", fields: ["amount"] }];
    await change(id, {
      stages: [stage("a", "open", { exit: entry }), stage("won", "won"), stage("lost", "lost")],
    });
    expect((await start([NOWHERE])).status).toBe(400);
    expect((await app.call("POST", `/pipelines/${id}/pilot/end`, { adopt: true })).at("code")).toBe(
      "no_pilot",
    );
    expect((await start([department])).status).toBe(200);
    expect((await start([department])).at("code")).toBe("pilot_runs");
    expect((await app.call("POST", `/pipelines/${id}/publish`, {})).at("code")).toBe("pilot_runs");
  });

  it("withdrawn is the draft again, unless another one was begun meanwhile", async () => {
    const department = await app.make("department", { name: "Trials" });
    const tried = async (name: string) => {
      const id = await publish(name, STAGES);
      await change(id, { rules: { allow_skip: false } });
      await app.call("POST", `/pipelines/${id}/pilot`, { departments: [department] });
      return id;
    };
    const end = (id: string) => app.call("POST", `/pipelines/${id}/pilot/end`, { adopt: false });
    const back = await end(await tried("back"));
    expect([back.at("data.has_draft"), back.at("data.draft.rules.allow_skip")]).toEqual([true, false]);
    const id = await tried("other");
    await change(id, { rules: { allow_skip: true, allow_reopen: false } });
    const other = await end(id);
    expect(other.at("data.draft.rules")).toMatchObject({ allow_skip: true, allow_reopen: false });
    expect(other.at("data.version")).toBe(1);
  });
});
