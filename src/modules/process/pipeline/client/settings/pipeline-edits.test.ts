import { describe, expect, it } from "vitest";
import { OPPORTUNITY_PIPELINE } from "../../shared/default-pipelines.ts";
import { addStage, differences, moveStageTo, withType } from "./pipeline-edits.ts";

const { stages } = OPPORTUNITY_PIPELINE;
const [discovery, needs] = stages;
if (!discovery || !needs) throw new Error("The pipeline has no stages");
const names = (of: typeof stages) => of.map(({ name }) => name);

describe("the order of stages", () => {
  it("a new stage comes after the last open one, before those that close", () => {
    const made = addStage(stages, { en: "Trial" });
    expect(names(made.stages).slice(-3)).toEqual([made.name, "won", "lost"]);
    expect(made.stages.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("two new stages have names of their own", () => {
    const first = addStage(stages, { en: "Trial" });
    expect(addStage(first.stages, { en: "Trial" }).name).not.toBe(first.name);
  });

  it("a stage that is moved pushes the others, and all are numbered anew", () => {
    const moved = moveStageTo(stages, 0, 2);
    expect(names(moved).slice(0, 3)).toEqual(["needs", "solution", "discovery"]);
    expect(moved.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("nothing moves to where there is no place", () => {
    expect(moveStageTo(stages, 0, 99)).toBe(stages);
    expect(moveStageTo(stages, 99, 0)).toBe(stages);
    expect(moveStageTo(stages, 0, -1)).toBe(stages);
  });
});

it("a type brings what it usually means; an open stage keeps its probability", () => {
  expect(withType(discovery, "won")).toMatchObject({ probability: 100, forecast_category: "closed" });
  expect(withType(discovery, "lost")).toMatchObject({ probability: 0, forecast_category: "omitted" });
  expect(withType(discovery, "open")).toMatchObject({ probability: 10, forecast_category: "pipeline" });
});

describe("what a publication changes", () => {
  it("nothing, where nothing was touched", () => {
    expect(differences(stages, structuredClone(stages))).toEqual([]);
  });

  it("names the parts of a changed stage", () => {
    const changed = { ...needs, label: { en: "Needs" }, max_dwell: undefined };
    const found = differences(stages, [discovery, changed, ...stages.slice(2)]);
    expect(found.map(({ kind, stage, parts }) => [kind, stage.name, parts])).toEqual([
      ["changed", "needs", ["label", "max_dwell"]],
    ]);
  });

  it("tells what came and what went; a stage of another name is another stage", () => {
    const renamed = { ...needs, name: "wants" };
    const found = differences(stages, [discovery, renamed, ...stages.slice(2)]);
    expect(found.map(({ kind, stage }) => [kind, stage.name])).toEqual([
      ["added", "wants"],
      ["removed", "needs"],
    ]);
  });

  it("something that is absent is as good as null", () => {
    expect(differences([{ ...needs, owner_role: undefined }], [{ ...needs }])).toEqual([]);
  });
});
