import { describe, expect, it } from "vitest";
import { objectInfo } from "../../../testing/screens/world.ts";
import type { SavedView } from "../../data/views.ts";
import { both, firstScene, sceneOf, scenesOf } from "./scenes.ts";

const deals = objectInfo("opportunity");
const contacts = objectInfo("contact");
const keys = (object: typeof deals) => scenesOf(object).map(({ key }) => key);
const view: SavedView = {
  id: "v1",
  name: "Big ones",
  kind: "board",
  filter: "amount > 1000",
  sort: "-amount",
  group: "owner",
  measure: "",
  columns: [{ field: "name" }],
  visibility: "private",
  owner: "u1",
};

describe("the scenes of a list", () => {
  it("records that belong to somebody may be one's own or the team's", () => {
    expect(keys(contacts)).toEqual(["all", "mine", "subordinates", "taking_part", "followed", "recent"]);
  });

  it("what belongs to everybody has neither", () => {
    expect(keys({ ...contacts, sharing: "everyone" })).toEqual(["all", "recent"]);
  });

  it("what has stages opens on what is open, a task list on one's own to-dos, and what is over stands apart", () => {
    expect(keys(deals)).toEqual([
      "open",
      "mine",
      "subordinates",
      "taking_part",
      "followed",
      "stalled",
      "won",
      "lost",
      "recent",
      "all",
    ]);
    expect(sceneOf(deals, [], "open").filter).toBe('stage_type == "open"');
    expect(keys(objectInfo("task"))[0]).toBe("todo");
    expect(keys(objectInfo("activity"))[0]).toBe("held");
    expect([deals, contacts].map(firstScene)).toEqual(["open", "all"]);
  });

  it("a board, which has its stages side by side, is not narrowed to some of them", () => {
    expect(sceneOf(deals, [], "open", "board").filter).toBe("");
    expect(sceneOf(deals, [], "mine", "board").filter).toBe("owner == me()");
  });

  it("what has a stage may stand still, for who may see its clocks", () => {
    expect(keys(deals)).toContain("stalled");
    const level = deals.byName["stall_level"];
    if (!level) throw new Error("Deals have no clocks");
    const hidden = {
      ...deals,
      byName: { ...deals.byName, stall_level: { ...level, right: "hidden" as const } },
    };
    expect(keys(hidden)).not.toContain("stalled");
  });

  it("what stands still shows by which clock, right behind the stage", () => {
    const columns = sceneOf(deals, [], "stalled").columns?.columns.map(({ field }) => field) ?? [];
    const stage = columns.indexOf("stage");
    expect(columns.slice(stage, stage + 4)).toEqual(["stage", "dwell_days", "idle_days", "slip_count"]);
    expect(columns).not.toContain("stage_entered_at");
  });
});

describe("which one is shown", () => {
  it("a saved view brings its condition, order and columns", () => {
    expect(sceneOf(deals, [view], "view:v1")).toEqual({
      filter: "amount > 1000",
      sort: "-amount",
      group: "owner",
      view,
      columns: view,
    });
  });

  it("a view that is gone, and a scene that nobody knows, narrow nothing", () => {
    expect(sceneOf(deals, [], "view:v1")).toMatchObject({ filter: "", view: null });
    expect(sceneOf(deals, [], "yesterday")).toMatchObject({ filter: "", view: null });
  });
});

it("conditions are joined so that each holds as a whole; blank ones are none", () => {
  expect(both("a || b", "c")).toBe("(a || b) && (c)");
  expect(both("", " ", "c")).toBe("c");
  expect(both()).toBe("");
});
