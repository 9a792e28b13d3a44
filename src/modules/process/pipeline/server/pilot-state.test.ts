import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, openStagesWorld, publish, stage } from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);

afterAll(() => app.close());

const NOWHERE = "00000000-0000-4000-8000-000000000001";

const STAGES = [stage("a", "open"), stage("won", "won")];

const change = (id: string, body: object) => app.call("PATCH", `/pipelines/${id}`, body);

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
