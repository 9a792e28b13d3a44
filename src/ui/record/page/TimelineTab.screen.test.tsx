import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { readTimeline, type TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { createRecord, deleteRecord } from "../../../shared/wire/records.contract.ts";
import { fill, show, type Showing } from "../../../testing/screens/show.tsx";
import { answers, NO_NETWORK, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { TimelineTab } from "./TimelineTab.tsx";

const wang = { id: idNo(40), version: 3, name: "Wang Li" };
const call = {
  id: idNo(70),
  type: "call",
  content: "Asked for a quote",
  occurred_at: "2026-11-29T02:00:00Z",
};
const entry: TimelineEntry = { at: "2026-11-29T02:00:00Z", type: "activity", data: call };
const abilities = { update: true, delete: true };

function open(entries: TimelineEntry[] = [], showing: Showing = {}, asOf: string | null = null) {
  const asked = answers(readTimeline, { data: entries, page: { next: null } });
  return {
    user: show(<TimelineTab object={objectInfo("contact")} record={wang} asOf={asOf} />, showing),
    asked,
  };
}
const composer = () => screen.findByLabelText<HTMLTextAreaElement>(/^Log what was said/);

it("what was said is logged around the record, once, and the box is empty again", async () => {
  const made = answers(createRecord, { data: call, abilities });
  const { user } = open();
  await fill(user, await composer(), "Wants a visit");
  await user.dblClick(await screen.findByRole("button", { name: "Log" }));
  await expect.poll(async () => (await composer()).value).toBe("");
  expect(made).toHaveLength(1);
  expect(made[0]?.params.object).toBe("activity");
  expect(made[0]?.body).toMatchObject({
    content: "Wants a visit",
    regarding: { object: "contact", id: wang.id },
  });
});

it("blanks are nothing that was said", async () => {
  const made = answers(createRecord, { data: call, abilities });
  const { user } = open();
  await fill(user, await composer(), "   ");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(made).toHaveLength(0);
});

it.each([
  ["a refusal", refusal(403, "forbidden", { detail: "You may not log this" })],
  ["a lost connection", NO_NETWORK],
])("%s keeps what was typed", async (_, answer) => {
  answers(createRecord, answer);
  const { user } = open();
  await fill(user, await composer(), "Wants a visit");
  await user.click(await screen.findByRole("button", { name: "Log" }));
  expect(await screen.findByText(/You may not log this|Can’t reach the server|reached/)).toBeTruthy();
  expect((await composer()).value).toBe("Wants a visit");
});

it("what happened is listed; of it only changes are asked for when only those are wanted", async () => {
  const { user, asked } = open([entry]);
  expect(await screen.findByText("Asked for a quote")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Changes" }));
  await expect.poll(() => asked.at(-1)?.query.show).toBe("changes");
});

it("a move that was undone is told once, by who undid it", async () => {
  const line = (seq: number, before: string, after: string, note = {}): TimelineEntry => {
    const at = "2026-11-29T02:00:00Z";
    const actor = { id: idNo(1), name: "Wang Wei", kind: "person" };
    const changes = [{ field: "stage", before: { value: before }, after: { value: after } }];
    const data = { seq, at, kind: "update", version: seq, road: "transition", actor, changes, note };
    return { at, type: "change", data: { ...data, imported_past: false } };
  };
  const undone = line(8, "proposal", "needs", { took_back: [7] });
  answers(readTimeline, { data: [undone, line(7, "needs", "proposal")], page: { next: null } });
  show(<TimelineTab object={objectInfo("opportunity")} record={wang} asOf={null} />);
  const told = (await screen.findByText("undid the move to")).closest("li");
  expect(told?.textContent).toMatch(/proposal/i);
  expect(screen.queryByText("moved it to")).toBeNull();
});

it("nothing is logged into the past", async () => {
  open([], {}, "2026-11-01");
  expect(await screen.findByText("No activity yet")).toBeTruthy();
  expect(screen.queryByLabelText(/^Log what was said/)).toBeNull();
});

it("who only reads has no box to write into", async () => {
  open([], { role: "read_only", language: "zh-CN" });
  expect(await screen.findByText("还没有动态")).toBeTruthy();
  expect(screen.queryByLabelText(/^记跟进/)).toBeNull();
});

it("an entry is told in a sentence, and deleted where it stands after a question", async () => {
  const gone = answers(deleteRecord, undefined);
  const { user, asked } = open([{ ...entry, data: { ...call, titles: { owner: "Li Na" } } }]);
  expect(await screen.findByText("made a call", { exact: false })).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Delete"));
  const before = asked.length;
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
  await expect.poll(() => gone.map(({ params }) => params.id)).toEqual([call.id]);
  await expect.poll(() => asked.length).toBeGreaterThan(before);
});

it("the past is told, and nothing can be done with it", async () => {
  open([entry], {}, "2026-11-30");
  expect(await screen.findByText("Asked for a quote")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "More" })).toBeNull();
});
