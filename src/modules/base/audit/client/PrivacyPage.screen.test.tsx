import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { choose, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, Otherwise, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../testing/screens/world.ts";
import { decideOnErasure, previewErasure, requestErasure } from "../shared/erasure.contract.ts";

const ZHAO = idNo(40);
const asked = {
  id: idNo(50),
  number: "PI-2026-0001",
  subject: { object: "contact", id: ZHAO },
  legal_basis: "asked",
  attachments: true,
  status: "open",
  created_by: WANG_WEI,
  created_at: "2026-11-29T02:00:00Z",
  outcome: null,
};

function open(requests: Parameters<typeof keeps>[1] = [asked], showing: Showing = {}) {
  keeps("erasure_request", requests);
  keeps("contact", [{ id: ZHAO, name: "Zhao Min" }]);
  keeps("user", [
    { id: WANG_WEI, name: "Wang Wei" },
    { id: LI_NA, name: "Li Na" },
  ]);
  return showPage("/settings/privacy", showing);
}
const row = async () => within(await screen.findByRole("row", { name: /PI-2026-0001/ }));

it("a request says of whom, on which ground, who asked and how it stands", async () => {
  open();
  const request = await row();
  for (const text of ["The person requested it", "Waiting for approval"])
    expect(request.getByText(text)).toBeTruthy();
  expect(await request.findByText("Zhao Min")).toBeTruthy();
  expect(await request.findByText("Wang Wei")).toBeTruthy();
});

it("somebody else’s request is approved after a second question, once", async () => {
  const decided = answers(decideOnErasure, new Otherwise(202, { data: { id: idNo(50) } }));
  const user = open();
  await user.click((await row()).getByRole("button", { name: "Approve and erase" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Once approved, it is carried out immediately and cannot be undone.")).toBeTruthy();
  expect(decided).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Approve and erase" }));
  expect(await screen.findByText("Approved; erasing")).toBeTruthy();
  expect(decided.map(({ params, body }) => [params.id, body])).toEqual([[idNo(50), { approve: true }]]);
});

it("one’s own request can be withdrawn, not approved", async () => {
  const decided = answers(decideOnErasure, { data: { id: idNo(50) } });
  const user = open([{ ...asked, created_by: LI_NA }]);
  const request = await row();
  expect(request.queryByRole("button", { name: "Approve and erase" })).toBeNull();
  await user.click(request.getByRole("button", { name: "Reject" }));
  await expect.poll(() => decided.map(({ body }) => body)).toEqual([{ approve: false }]);
});

it("what was decided already is not decided again", async () => {
  open([{ ...asked, status: "rejected" }]);
  const request = await row();
  expect(request.getByText("Rejected")).toBeTruthy();
  expect(request.queryByRole("button")).toBeNull();
});

it("a decision that somebody else was faster with is told", async () => {
  answers(decideOnErasure, refusal(409, "not_open", { detail: "It is decided already" }));
  const user = open();
  await user.click((await row()).getByRole("button", { name: "Reject" }));
  expect(await screen.findByText("It is decided already")).toBeTruthy();
});

it("whoever is erased has no name any more, and where they are still named is said", async () => {
  const gone = { object: "contact", id: idNo(99) };
  open([{ ...asked, subject: gone, status: "done", outcome: { found: { note: 2 } } }]);
  const request = await row();
  expect(await request.findByText(/Contact 00000099 \(erased\)/)).toBeTruthy();
  expect(request.getByText(/Still mentioned in other text: Note 2/)).toBeTruthy();
});

it("without requests that is said", async () => {
  open([]);
  expect(await screen.findByText("No erasure requests yet")).toBeTruthy();
});

it("on a phone ground and state stand below the name", async () => {
  open([asked], { width: 390 });
  expect(await screen.findByText("The person requested it · Waiting for approval")).toBeTruthy();
});

/** The dialog of a new request, with Zhao Min chosen. */
async function wish() {
  answers(previewErasure, { data: { erased: { note: 2 }, kept: { opportunity: 3 } } });
  const user = open([]);
  await user.click(await screen.findByRole("button", { name: "Request erasure" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Submit" }).disabled).toBe(true);
  await choose(user, dialog.getByLabelText("Data subject"), "Zhao Min");
  return { user, dialog };
}

it("before it is asked for, what goes and what stays is counted", async () => {
  const { dialog } = await wish();
  expect(await dialog.findByText(/Content to be cleared: Contact 1 · Note 2/)).toBeTruthy();
  expect(dialog.getByText(/To be kept .*: Opportunity 3/)).toBeTruthy();
});

it("what hangs on the person stays where that is not wanted", async () => {
  const { user, dialog } = await wish();
  await dialog.findByText(/Content to be cleared: Contact 1 · Note 2/);
  await user.click(dialog.getByRole("checkbox"));
  expect(dialog.getByText("Content to be cleared: Contact 1")).toBeTruthy();
  expect(dialog.getByText(/To be kept .*: Opportunity 3 · Note 2/)).toBeTruthy();
});

it("a wish is sent once, with its ground and what was chosen", async () => {
  const sent = answers(requestErasure, { data: { id: idNo(51) } });
  const { user, dialog } = await wish();
  await choose(user, dialog.getByLabelText("Legal basis"), "Consent was withdrawn");
  await user.dblClick(dialog.getByRole("button", { name: "Submit" }));
  expect(await screen.findByText("Submitted; waiting for someone else’s approval")).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([
    { object: "contact", id: ZHAO, legal_basis: "consent_withdrawn", attachments: true },
  ]);
});

it("a second wish for the same person is refused where it stands", async () => {
  answers(requestErasure, refusal(409, "open_already", { detail: "It is asked for already" }));
  const { user, dialog } = await wish();
  await user.click(dialog.getByRole("button", { name: "Submit" }));
  expect(await screen.findByText("It is asked for already")).toBeTruthy();
  expect(screen.getByRole("dialog")).toBeTruthy();
});
