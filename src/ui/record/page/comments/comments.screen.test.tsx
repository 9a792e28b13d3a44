import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { readTimeline, type TimelineEntry } from "../../../../shared/wire/changes.contract.ts";
import { markCommentsRead, readCommentReaders } from "../../../../shared/wire/comment-readers.contract.ts";
import { readWhoSees } from "../../../../shared/wire/who-sees.contract.ts";
import { changeRecord, createRecord, deleteRecord } from "../../../../shared/wire/records.contract.ts";
import { keeps, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, objectInfo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { TimelineTab } from "../TimelineTab.tsx";

const deal = { id: idNo(20), version: 3, name: "Flow meters" };
const call = { id: idNo(70), type: "call", content: "Asked for a quote", titles: { owner: "Wang Wei" } };
const said = {
  id: idNo(80),
  content: "<p>Which terms?</p>",
  regarding: { object: "activity", id: call.id },
  about_change: null,
  owner: WANG_WEI,
  created_at: "2026-11-29T03:00:00Z",
  titles: { owner: "Wang Wei" },
};
const mine = { ...said, id: idNo(81), content: "<p>30/60/10</p>", owner: LI_NA, titles: { owner: "Li Na" } };
const abilities = { update: true, delete: true };
const at = "2026-11-29T02:00:00Z";
const logged: TimelineEntry = { at, type: "activity", data: call, comments: 2 };
const changed: TimelineEntry = {
  at,
  type: "change",
  data: {
    seq: 917,
    at,
    kind: "update",
    version: 3,
    road: "form",
    actor: { id: WANG_WEI, name: "Wang Wei", kind: "person" },
    changes: [],
    note: {},
    imported_past: false,
  },
};

/** Whatever is watched is on the screen. */
class InSight {
  readonly #tell: (seen: readonly { readonly isIntersecting: boolean }[]) => void;
  constructor(tell: (seen: readonly { readonly isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    this.#tell([{ isIntersecting: true }]);
  }
  disconnect(): void {}
}

function open(entries: TimelineEntry[], showing: Showing = {}, asOf: string | null = null) {
  answers(readTimeline, { data: entries, page: { next: null } });
  const listed = keeps("comment", [said, mine]);
  const info = objectInfo("opportunity");
  return { user: show(<TimelineTab object={info} record={deal} asOf={asOf} />, showing), listed };
}

it("says how many there are, and shows them where they are asked for", async () => {
  const { user, listed } = open([logged]);
  await user.click(await screen.findByRole("button", { name: "2 comments" }));
  expect(await screen.findByText("Which terms?")).toBeTruthy();
  expect(listed[0]?.query.filter).toBe(`regarding == "${call.id}" && about_change == null`);
});

it("one’s own can be changed and deleted, those of others cannot", async () => {
  const sent = answers(changeRecord, { data: mine, abilities });
  const gone = answers(deleteRecord, undefined);
  const { user } = open([logged]);
  await user.click(await screen.findByRole("button", { name: "2 comments" }));
  const lines = within((await screen.findByText("30/60/10")).closest("li") ?? document.body);
  const others = within((await screen.findByText("Which terms?")).closest("li") ?? document.body);
  expect(others.queryByRole("button", { name: "More" })).toBeNull();
  await user.click(lines.getByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Edit"));
  await user.click(await lines.findByRole("button", { name: "Save" }));
  await expect.poll(() => sent.map(({ params }) => params)).toEqual([{ object: "comment", id: mine.id }]);
  await user.click(await lines.findByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Delete"));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
  await expect.poll(() => gone.map(({ params }) => params.id)).toEqual([mine.id]);
});

it("a draft goes to the change it was written about, once", async () => {
  localStorage.setItem(
    `sluice.draft.${LI_NA}.comment.${deal.id}.917`,
    JSON.stringify({ content: "<p>Why?</p>" }),
  );
  const made = answers(createRecord, { data: said, abilities });
  const { user } = open([changed]);
  const entry = within(await screen.findByRole("listitem"));
  await user.click(entry.getByRole("button", { name: "Comment" }));
  await entry.findByRole("textbox");
  await user.dblClick(entry.getAllByRole("button", { name: "Comment" })[0] ?? document.body);
  await expect.poll(() => made.length).toBe(1);
  expect(made[0]?.body).toMatchObject({
    content: "<p>Why?</p>",
    regarding: { object: "opportunity", id: deal.id },
    about_change: 917,
  });
});

it("who is named and cannot read on is said before it is sent; it takes a second press", async () => {
  const content = `<span data-mention="${WANG_WEI}">@Wang Wei</span> please look`;
  localStorage.setItem(`sluice.draft.${LI_NA}.comment.${call.id}.`, JSON.stringify({ content }));
  const made = answers(createRecord, { data: said, abilities });
  const asked = answers(readWhoSees, { data: [{ id: WANG_WEI, sees: false }] });
  const { user } = open([{ ...logged, comments: 0 }]);
  const entry = within(await screen.findByRole("listitem"));
  await user.click(entry.getByRole("button", { name: "Comment" }));
  expect(await screen.findByText(/^Wang Wei can’t see this record/)).toBeTruthy();
  expect(asked[0]).toMatchObject({
    params: { object: "activity", id: call.id },
    query: { people: WANG_WEI },
  });
  expect(made).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Comment anyway" }));
  await expect.poll(() => made.length).toBe(1);
});

it("nothing is said into the past, and who only reads has no box", async () => {
  open([logged], {}, "2026-11-30");
  expect(await screen.findByText("Asked for a quote")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "2 comments" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Comment" })).toBeNull();
});

const onDeal = { ...said, regarding: { object: "opportunity", id: deal.id } };
const reply = { ...mine, id: idNo(82), content: "<p>On Friday</p>", reply_to: said.id };

it("answers are folded below the comment; another goes to its thread", async () => {
  const key = `sluice.draft.${LI_NA}.comment.${deal.id}..${said.id}`;
  localStorage.setItem(key, JSON.stringify({ content: "<p>Done</p>" }));
  const made = answers(createRecord, { data: reply, abilities });
  answers(readTimeline, { data: [{ at, type: "comment", data: onDeal, comments: 1 }], page: { next: null } });
  const listed = keeps("comment", [reply]);
  const user = show(<TimelineTab object={objectInfo("opportunity")} record={deal} asOf={null} />);
  await user.click(await screen.findByRole("button", { name: "1 reply" }));
  expect(await screen.findByText("On Friday")).toBeTruthy();
  expect(listed[0]?.query.filter).toBe(`reply_to == "${said.id}"`);
  await user.click(screen.getByRole("button", { name: "Reply" }));
  const [entry] = screen.getAllByRole("listitem");
  const inside = within(entry ?? document.body);
  await inside.findByRole("textbox");
  await user.click(inside.getByRole("button", { name: "Comment" }));
  await expect.poll(() => made[0]?.body).toMatchObject({ reply_to: said.id, regarding: onDeal.regarding });
});

it("who has read it stands below it, and one’s own reading is told once it was on the screen", async () => {
  vi.stubGlobal("IntersectionObserver", InSight);
  const people = [
    { id: LI_NA, name: "Li Na", read_at: null },
    { id: idNo(83), name: "Zhao Lei", read_at: at },
  ];
  const told = answers(markCommentsRead, { marked: 1 });
  answers(readCommentReaders, { data: [{ id: said.id, read: false, people }] });
  const { user } = open([{ at, type: "comment", data: onDeal }]);
  await user.click(await screen.findByRole("button", { name: "1 of 2 have read it" }));
  expect(await screen.findByText("Zhao Lei")).toBeTruthy();
  await expect.poll(() => told.map(({ body }) => body), { timeout: 4000 }).toEqual([{ ids: [said.id] }]);
  vi.unstubAllGlobals();
});
