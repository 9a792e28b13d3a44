import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { fill, keeps, show, type Showing } from "../../../../../testing/screens/show.tsx";
import { idNo, objectInfo, PIPELINE } from "../../../../../testing/screens/world.ts";
import { groupUnmet, NOTHING } from "../gate-answers.ts";
import type { UnmetItem } from "../../shared/moves.contract.ts";
import { UnmetCard } from "./UnmetCard.tsx";

const record = {
  id: idNo(20),
  name: "Flow meters",
  stage: "discovery",
  pipeline: PIPELINE,
  next_step: "Call",
};
const both = (text: string) => ({ "zh-CN": text, en: text });

function open(
  fix: UnmetItem["fix"],
  more: Partial<UnmetItem> & { isMet?: boolean } = {},
  showing: Showing = {},
) {
  const { isMet = false, ...item } = more;
  const [group] = groupUnmet([
    { code: "x", criterion: "k", message: "Something is missing", ...(fix ? { fix } : {}), ...item },
  ]);
  if (!group) throw new Error("There is no group");
  const onChecked = vi.fn();
  const { element, now } = held(NOTHING, (supply, onSupply) => (
    <UnmetCard
      object={objectInfo("opportunity")}
      record={record}
      group={group}
      isMet={isMet}
      supply={supply}
      onSupply={onSupply}
      onChecked={onChecked}
    />
  ));
  return { user: show(element, showing), now };
}

it("a field that is to be filled shows what stands in the record, and what is typed over it", async () => {
  const { user, now } = open({ action: "fill", fields: ["next_step"] });
  const input = await screen.findByDisplayValue("Call");
  await fill(user, input, "Visit");
  expect(now().values).toEqual({ next_step: "Visit" });
});

it("what was done before stays ticked; the heading counts as it goes", async () => {
  const items = [
    { id: "x", label: both("Budget"), done: true },
    { id: "y", label: both("Decision maker") },
  ];
  const { user, now } = open({ action: "tick", items });
  expect(await screen.findByText("Checklist 1/2")).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Budget" }).disabled).toBe(true);
  await user.click(screen.getByRole("checkbox", { name: "Decision maker" }));
  expect(screen.getByText("Checklist 2/2")).toBeTruthy();
  expect(now().meet).toEqual({ k: { y: true } });
  await user.click(screen.getByRole("checkbox", { name: "Decision maker" }));
  expect(now().meet).toEqual({ k: {} });
});

it("finished tasks are sent by their ids", async () => {
  const items = [{ id: "t1", label: both("Call") }];
  const { user, now } = open({ action: "complete_tasks", items });
  expect(await screen.findByText("Something is missing")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "Call" }));
  expect(now().meet).toEqual({ k: ["t1"] });
  expect(screen.getByText("Tasks 1/1")).toBeTruthy();
});

it("the answers of before stand in the questionnaire, and go along with the new ones", async () => {
  const questions = [
    { id: "q1", kind: "text", label: both("Who decides?"), required: true },
    { id: "q2", kind: "text", label: both("When?"), required: false },
  ];
  keeps("form", [{ id: idNo(75), name: "needs", label: both("Needs"), questions }]);
  keeps("form_response", [{ id: idNo(76), answers: { q2: "Spring" } }]);
  const { user, now } = open({ action: "answer", form: "needs" });
  expect(await screen.findByDisplayValue("Spring")).toBeTruthy();
  await fill(user, screen.getByLabelText(/Who decides/), "The board");
  expect(now().meet).toEqual({ k: { q2: "Spring", q1: "The board" } });
});

it("a questionnaire that one may not see is said to be so", async () => {
  keeps("form", []);
  keeps("form_response", []);
  open({ action: "answer", form: "needs" });
  expect(await screen.findByText(/This questionnaire does not exist/)).toBeTruthy();
});

it("who has the role signs; who has it not reads whom the rest waits for", async () => {
  keeps("role", [{ id: idNo(90), name: "administrator", label: both("Administrator") }]);
  const { user, now } = open({ action: "ask_approval" }, { params: { role: "administrator" } });
  await user.click(await screen.findByRole("checkbox", { name: "I sign this off" }));
  expect(now().meet).toEqual({ k: true });
});

it("who has not the role is told who decides", async () => {
  keeps("role", [{ id: idNo(90), name: "legal", label: both("Legal") }]);
  open({ action: "ask_approval" }, { params: { role: "legal" } });
  expect(await screen.findByText(/submitted, Legal decides/)).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("the consent that a rule asks for is nobody's to sign here", async () => {
  keeps("role", []);
  open(
    { action: "ask_approval" },
    { criterion: "rule.override_approval", params: { role: "administrator" } },
  );
  expect(await screen.findByText("Something is missing")).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("a reason is written where one is asked for", async () => {
  const { user, now } = open({ action: "give_reason" });
  await fill(user, await screen.findByLabelText("Reason"), "New buyer");
  expect(now().reason).toBe("New buyer");
});

it("what only time helps says until when", async () => {
  open({ action: "wait", until: "2026-12-04" });
  expect(await screen.findByText("Not before 2026-12-04")).toBeTruthy();
});

it("what nothing helps has its words alone", async () => {
  open({ action: "none" });
  const card = (await screen.findByText("Something is missing")).closest("section");
  expect(card?.querySelectorAll("input, button, textarea")).toHaveLength(0);
});

it.each([
  [{ action: "fill", fields: ["next_step", "amount"] }, "Next step · Amount"],
  [{ action: "upload", document_type: "bid" }, "Uploaded"],
  [{ action: "create_related", object: "activity" }, "“Activity” added"],
] as const)("once met it says what is there: %o", async (fix, words) => {
  open({ ...fix, ...("fields" in fix ? { fields: [...fix.fields] } : {}) } as UnmetItem["fix"], {
    isMet: true,
  });
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByText("Met")).toBeTruthy();
  expect(screen.queryByText("Something is missing")).toBeNull();
});
