import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { choose, fill, keeps, show } from "../../../../../testing/screens/show.tsx";
import { DEFAULT_RULES, type PipelineRules } from "../../shared/pipeline.ts";
import { both, stage } from "../../shared/sample-pipeline.fixture.ts";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { RulesEditor } from "./RulesEditor.tsx";

function open(rules: Partial<PipelineRules> = {}) {
  keeps("role", [{ id: "r1", name: "legal", label: both("Legal") }]);
  const draft: PipelineDraft = {
    label: both("Sales"),
    stages: [stage("first", 1), stage("second", 2)],
    rules: { ...DEFAULT_RULES, ...rules },
  };
  const { element, now } = held(draft, (value, onChange) => (
    <RulesEditor draft={value} onChange={onChange} />
  ));
  return { user: show(element), rules: () => now().rules, now };
}

it("each rule is a switch of its own", async () => {
  const { user, rules } = open();
  const skip = await screen.findByRole("switch", { name: /^Stages can be skipped/ });
  expect(skip.getAttribute("aria-checked")).toBe("true");
  await user.click(skip);
  await user.click(screen.getByRole("switch", { name: "Moving back needs a reason" }));
  expect(rules()).toEqual({ ...DEFAULT_RULES, allow_skip: false, backward_needs_reason: true });
});

it("records begin in any stage, in the first, or in those named, of which one is left at least", async () => {
  const { user, rules } = open();
  const where = await screen.findByLabelText("Records can be created in");
  await choose(user, where, "The first stage only");
  expect(rules().create_in).toBe("first");
  await choose(user, where, "Selected stages only");
  expect(rules().create_in).toEqual(["first"]);
  await user.click(await screen.findByLabelText("Stages for new records"));
  await user.keyboard("{Backspace}");
  expect(rules().create_in).toBeUndefined();
});

it("consent is of nobody, of the manager, or of a role", async () => {
  const { user, rules } = open({ override_approval: { role: "legal" } });
  const who = await screen.findByLabelText("Exceptions are approved by");
  expect(await screen.findByText("Legal")).toBeTruthy();
  await choose(user, who, "Owner’s manager");
  expect(rules().override_approval).toBe("manager");
  await choose(user, who, "Legal");
  expect(rules().override_approval).toEqual({ role: "legal" });
  await choose(user, who, "No approval needed");
  expect(rules().override_approval).toBeUndefined();
});

it("nought days of a meeting ahead are none, an empty input is the usual", async () => {
  const { user, rules } = open({ meeting_days: 5 });
  const days = await screen.findByLabelText(/^No red for lack of contact if a customer meeting/);
  await fill(user, days, "0");
  expect(rules().meeting_days).toBe(0);
  await user.clear(days);
  expect(rules().meeting_days).toBeUndefined();
  expect(days.getAttribute("placeholder")).toBe("14");
});

it("its name is changed in one language at a time", async () => {
  const { user, now } = open();
  await fill(user, await screen.findByLabelText("Pipelines and gates (English)"), "Renewals");
  expect(now().label).toEqual({ "zh-CN": "Sales", en: "Renewals" });
});
