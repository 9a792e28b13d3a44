import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { choose, keeps, show } from "../../../../../testing/screens/show.tsx";
import { objectInfo } from "../../../../../testing/screens/world.ts";
import { OPPORTUNITY_PIPELINE } from "../../shared/default-pipelines.ts";
import type { Stage } from "../../shared/pipeline.ts";
import { stageOf } from "../../shared/pipeline.ts";
import { both, stage } from "../../shared/sample-pipeline.fixture.ts";
import { StageEditor } from "./StageEditor.tsx";

const { stages } = OPPORTUNITY_PIPELINE;
const needs = stageOf(OPPORTUNITY_PIPELINE, "needs");
if (!needs) throw new Error("The pipeline has no stage of needs");

function open(first: Stage, all: readonly Stage[] = stages) {
  keeps("role", [{ id: "r1", name: "legal", label: { "zh-CN": "法务", en: "Legal" } }]);
  keeps("form", []);
  const onRemove = vi.fn();
  const { element, now } = held(first, (value, onChange) => (
    <StageEditor
      object={objectInfo("opportunity")}
      stage={value}
      stages={all}
      fixed
      place={null}
      faulty={new Set()}
      onChange={onChange}
      onRemove={onRemove}
    />
  ));
  return { user: show(element), now, onRemove };
}
const tab = (name: RegExp) => screen.findByRole("tab", { name });

it("its tabs say how many criteria and actions stand in them, and nothing where there are none", async () => {
  const entry = [{ id: "a", kind: "dwell", min_days: 1 }] as const;
  const on_exit = [{ id: "b", kind: "task", title: both("Call") }] as const;
  open(stage("x", 1, { entry, on_exit }));
  expect((await tab(/^Entry criteria/)).textContent).toBe("Entry criteria 1");
  expect((await tab(/^Exit criteria/)).textContent).toBe("Exit criteria");
  expect((await tab(/^Actions/)).textContent).toBe("Actions 1");
});

it("another type brings the chances and the category that it usually means", async () => {
  const { user, now } = open(needs);
  await choose(user, await screen.findByLabelText("Type"), "Won");
  expect(now()).toMatchObject({ type: "won", probability: 100, forecast_category: "closed" });
  expect(screen.queryByText("Reminder thresholds (working days)")).toBeNull();
});

it("an emptied longest stay is none, a wrong one is not taken over", async () => {
  const { user, now } = open({ ...needs, max_dwell: 10 });
  const input = await screen.findByLabelText("Max. days in stage (working days)");
  await user.click(input);
  await user.paste(" days");
  expect(now().max_dwell).toBe(10);
  await user.clear(input);
  expect(now().max_dwell).toBeUndefined();
});

it("nobody named to move into it means anybody", async () => {
  const { user, now } = open({ ...needs, movers: undefined });
  const movers = await screen.findByLabelText("Roles that can move records here");
  await choose(user, movers, "Legal");
  expect(now().movers).toEqual(["legal"]);
  await user.keyboard("{Backspace}");
  expect(now().movers).toBeUndefined();
});

it("a layer that is switched off keeps what it holds, and says how much that is", async () => {
  const entry = [{ id: "a", kind: "fields", fields: ["amount"] }] as const;
  const { user, now } = open(stage("x", 1, { entry }));
  await user.click(await tab(/^Advanced/));
  const row = screen.getByText("Required information").closest("label");
  expect(row?.textContent).toMatch(/1$/);
  expect(screen.getByText("Key tasks").closest("label")?.textContent).toMatch(/Not set$/);
  await user.click(screen.getByRole("switch", { name: /Required information/ }));
  expect(now()).toMatchObject({ layers: { information: false }, entry });
});

it("the last stage of a pipeline stays", async () => {
  const alone = stage("x", 1);
  const { onRemove, user } = open(alone, [alone]);
  const remove = await screen.findByRole<HTMLButtonElement>("button", { name: "Delete stage" });
  expect(remove.disabled).toBe(true);
  await user.click(remove);
  expect(onRemove).not.toHaveBeenCalled();
});
