import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app, openStagesWorld, publish, stage } from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);

afterAll(() => app.close());

const STAGES = [stage("a", "open"), stage("won", "won")];

const change = (id: string, body: object) => app.call("PATCH", `/pipelines/${id}`, body);

const read = async (id: string) => (await app.call("GET", `/pipelines/${id}`)).at;

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
