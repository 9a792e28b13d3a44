import { expect, it } from "vitest";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { funnelsOf } from "./funnels.ts";

const pipeline = (id: string, ...stages: readonly string[]): PipelineInfo => ({
  id,
  object: "opportunity",
  name: id,
  label: { en: id },
  stages: stages.map((name) => ({ name, label: { en: `${name} of ${id}` }, type: "open" })),
});
const figure = (of: string | null, stage: string) => ({ pipeline: of, stage, count: 1, sum: null });
const told = (funnels: ReturnType<typeof funnelsOf>) =>
  funnels.map(({ key, rows }) => [
    key,
    rows.map(({ stage, place, count }) => [stage?.label["en"], place, count]),
  ]);

it("stages stand in the order of their own pipeline, pipelines in theirs", () => {
  const funnels = funnelsOf(
    [figure("two", "needs"), figure("one", "offer"), figure("one", "needs")],
    [pipeline("one", "needs", "offer"), pipeline("two", "first", "needs")],
  );
  expect(told(funnels)).toEqual([
    [
      "one",
      [
        ["needs of one", 0, 2],
        ["offer of one", 1, 2],
      ],
    ],
    ["two", [["needs of two", 1, 2]]],
  ]);
});

it("who may not read pipelines has one funnel; a stage that nobody knows keeps its name", () => {
  const funnels = funnelsOf(
    [figure(null, "needs"), figure(null, "gone")],
    [pipeline("one", "first", "needs")],
  );
  expect(told(funnels)).toEqual([
    [
      "",
      [
        [undefined, -1, 2],
        ["needs of one", 1, 2],
      ],
    ],
  ]);
});
