import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { choose, fill, keeps, show } from "../../../../../testing/screens/show.tsx";
import { objectInfo } from "../../../../../testing/screens/world.ts";
import type { Stage } from "../../shared/pipeline.ts";
import { both, stage } from "../../shared/sample-pipeline.fixture.ts";
import { ActionsEditor } from "./ActionsEditor.tsx";

function open(more: Partial<Stage> = {}) {
  keeps("role", [{ id: "r1", name: "legal", label: both("Legal") }]);
  const { element, now } = held(stage("a", 1, more), (value, onChange) => (
    <ActionsEditor object={objectInfo("opportunity")} stage={value} onChange={onChange} />
  ));
  return { user: show(element), now };
}
const buttons = (name: string) => screen.findAllByRole("button", { name });

it("what runs on entering and on leaving are two lists", async () => {
  const { user, now } = open();
  const [entering, leaving] = await buttons("Create task");
  if (leaving) await user.click(leaving);
  expect(now()).toMatchObject({
    on_enter: [],
    on_exit: [{ kind: "task", assignee: "owner", due_days: 1, title: {} }],
  });
  if (entering) await user.click(entering);
  expect(now().on_enter).toHaveLength(1);
  expect(now().on_enter[0]?.id).not.toBe(now().on_exit[0]?.id);
});

it("a task goes to the owner, the manager or a role, in so many working days", async () => {
  const { user, now } = open({ on_enter: [{ id: "t", kind: "task", title: both("Call"), due_days: 3 }] });
  await choose(user, await screen.findByLabelText("Assigned to"), "Legal");
  expect(now().on_enter[0]).toMatchObject({ assignee: { role: "legal" }, due_days: 3 });
  await choose(user, screen.getByLabelText("Assigned to"), "Owner’s manager");
  expect(now().on_enter[0]).toMatchObject({ assignee: "manager" });
  await fill(user, screen.getByLabelText("Due in (working days)"), "0");
  expect(now().on_enter[0]).toMatchObject({ due_days: 0 });
});

it("another field to set forgets the value of the one before", async () => {
  const set = { id: "s", kind: "set", field: "next_step", value: "Call them" } as const;
  const { user, now } = open({ on_exit: [set] });
  await choose(user, await screen.findByLabelText("Field"), "Close date");
  expect(now().on_exit[0]).toEqual({ ...set, field: "close_date", value: null });
});

it("whoever is told is found by relation and by role, and an emptied list is empty", async () => {
  const tell = { id: "n", kind: "notify", to: ["owner"], text: both("Look") } as const;
  const { user, now } = open({ on_enter: [tell] });
  const who = await screen.findByLabelText("Notify");
  await user.click(who);
  await user.keyboard("{Backspace}");
  expect(now().on_enter[0]).toMatchObject({ to: [] });
});

it("removing an action leaves the others, those of leaving too", async () => {
  const task = (id: string) => ({ id, kind: "task", title: both(id) }) as const;
  const { user, now } = open({ on_enter: [task("a"), task("b")], on_exit: [task("c")] });
  const [first] = await buttons("Remove");
  if (first) await user.click(first);
  expect([now().on_enter, now().on_exit].map((list) => list.map(({ id }) => id))).toEqual([["b"], ["c"]]);
});
