import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { choose, fill, keeps, show } from "../../../../../testing/screens/show.tsx";
import { objectInfo } from "../../../../../testing/screens/world.ts";
import type { Criterion, Stage } from "../../shared/pipeline.ts";
import { both, stage } from "../../shared/sample-pipeline.fixture.ts";
import { CriteriaEditor } from "./CriteriaEditor.tsx";

const withTasks = stage("a", 1, {
  on_enter: [
    { id: "call", kind: "task", title: both("Call them") },
    { id: "visit", kind: "task", title: both("Visit them") },
  ],
});
function open(first: readonly Criterion[], stages: readonly Stage[] = [withTasks]) {
  keeps("role", [{ id: "r1", name: "legal", label: both("Legal") }]);
  keeps("form", [{ id: "f1", name: "needs", label: both("Needs survey"), questions: [] }]);
  const { element, now } = held(first, (criteria, onChange) => (
    <CriteriaEditor
      object={objectInfo("opportunity")}
      stages={stages}
      hint="Before it leaves"
      criteria={criteria}
      faulty={new Set(["faulty"])}
      sought="faulty"
      onChange={onChange}
    />
  ));
  return { user: show(element), now };
}
const label = (text: string) => screen.findByLabelText(text);

it("where nothing is asked it says so, and every kind can be added", async () => {
  const { user, now } = open([]);
  expect(await screen.findByText("No criteria")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add criterion" }));
  const kinds = (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
  expect(kinds).toEqual(
    expect.arrayContaining(["Required fields", "Condition", "Checklist", "Sign-off", "Time in stage"]),
  );
  await user.click(await screen.findByRole("menuitem", { name: "Time in stage" }));
  expect(now()).toEqual([{ id: expect.stringMatching(/^dwell/), kind: "dwell", min_days: 1 }]);
});

it("two of a kind have ids of their own, and removing one leaves the other", async () => {
  const { user, now } = open([]);
  for (const _ of [1, 2]) {
    await user.click(await screen.findByRole("button", { name: "Add criterion" }));
    await user.click(await screen.findByRole("menuitem", { name: "Tasks completed" }));
  }
  const [first, second] = now();
  expect(first?.id).not.toBe(second?.id);
  const [remove] = screen.getAllByRole("button", { name: "Remove" });
  if (remove) await user.click(remove);
  expect(now()).toEqual([second]);
});

it("a message that is emptied in both languages is none: the program's own is said again", async () => {
  const { user, now } = open([{ id: "k", kind: "dwell", min_days: 2, message: { en: "Wait" } }]);
  await user.clear(await label("Message when not met (English)"));
  expect(now()[0]?.message).toBeUndefined();
});

it("another object drops the filter that was written for the one before", async () => {
  const related: Criterion = { id: "k", kind: "related", object: "activity", expression: `status == "done"` };
  const { user, now } = open([related]);
  await choose(user, await label("Object"), "Task");
  expect(now()).toMatchObject([{ object: "task" }]);
  expect(now()[0]).toHaveProperty("expression", undefined);
});

it("an emptied least or most is none, not nought", async () => {
  const { user, now } = open([{ id: "k", kind: "dwell", min_days: 2, max_days: 9 }]);
  await user.clear(await label("At most (working days)"));
  expect(now()).toEqual([{ id: "k", kind: "dwell", min_days: 2, max_days: undefined }]);
  await fill(user, await label("At least (working days)"), "0");
  expect(now()[0]).toMatchObject({ min_days: 0 });
});

it("of the tasks those are named that some stage makes; none named are all", async () => {
  const { user, now } = open([{ id: "k", kind: "tasks" }]);
  const templates = await label("Task templates (if none: all tasks of the stage)");
  await choose(user, templates, "Visit them");
  expect(now()[0]).toMatchObject({ items: [{ id: "visit", label: both("Visit them") }] });
  await user.keyboard("{Backspace}");
  expect(now()[0]).toHaveProperty("items", undefined);
});

it("lines of a checklist come, are made optional and go", async () => {
  const { user, now } = open([{ id: "k", kind: "checklist", items: [{ id: "i", label: both("Budget") }] }]);
  await user.click(await screen.findByRole("checkbox", { name: "Optional" }));
  expect(now()[0]).toMatchObject({ items: [{ id: "i", optional: true }] });
  await user.click(screen.getByRole("button", { name: "Add item" }));
  const added = screen.getAllByLabelText("Items (English)")[1];
  if (added) await fill(user, added, "Decision maker");
  expect(now()[0]).toMatchObject({ items: [{ id: "i" }, { label: { en: "Decision maker" } }] });
});

it("a fault leads to its card: it is marked, and the cursor stands in it", async () => {
  open([
    { id: "fine", kind: "dwell", min_days: 1 },
    { id: "faulty", kind: "dwell", min_days: 1 },
  ]);
  const inputs = await screen.findAllByLabelText("At least (working days)");
  expect(document.activeElement).toBe(inputs[1]);
  expect(inputs.map((one) => one.closest("section")?.dataset["faulty"])).toEqual([undefined, "true"]);
});

it("roles and questionnaires are chosen by their label and kept by their code", async () => {
  const { user, now } = open([
    { id: "k", kind: "approval", approval: "" },
    { id: "l", kind: "form", form: "" },
  ]);
  await choose(user, await label("Role"), "Legal");
  await choose(user, await label("Questionnaire"), "Needs survey");
  expect(now()).toMatchObject([{ approval: "legal" }, { form: "needs" }]);
});

it("of a kind that no module brings any more the card shows the name, and it can be removed", async () => {
  const { user, now } = open([{ id: "k", kind: "rentals.deposit", settings: { least: "5" } }]);
  const card = within((await screen.findByText("rentals.deposit")).closest("section") ?? document.body);
  await user.click(card.getByRole("button", { name: "Remove" }));
  expect(now()).toEqual([]);
});
