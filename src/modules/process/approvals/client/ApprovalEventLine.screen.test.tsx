import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { ApprovalEventLine } from "./ApprovalEventLine.tsx";

const event = {
  event: "asked",
  request: idNo(30),
  what: { en: "Sign off" },
  to: "won",
  approver: { role: "finance", label: { en: "Finance" } },
  requester: "Wang Wei",
  reason: "The customer waits",
  comment: null,
  carried_out: false,
  supplied: null,
};

const entry = { at: "2026-11-28T02:00:00Z", actor: { id: WANG_WEI, name: "Wang Wei" }, event };

const line = async () => (await screen.findByRole("listitem")).textContent;

it("a request says by whom, for whom and why", async () => {
  show(<ApprovalEventLine entry={entry} />);
  expect(await line()).toMatch(/^Wang Wei\s*requested: Sign off · waiting for Finance.*The customer waits$/);
});

it.each([
  ["approved", "approved: Sign off"],
  ["refused", "rejected: Sign off"],
  ["withdrawn", "withdrew the request: Sign off"],
  ["returned", "approved, but it could not be carried out: Sign off"],
  ["void", "The request is no longer valid because the record has moved on: Sign off"],
])("%s: %s", async (name, words) => {
  show(<ApprovalEventLine entry={{ ...entry, event: { ...event, event: name, comment: "Reason" } }} />);
  expect(await line()).toContain(words);
  expect(screen.getByText("Reason")).toBeTruthy();
});

it("a consent with which the move was made stands in the line of the move; what is no event is none", async () => {
  show(
    <>
      <ApprovalEventLine entry={{ ...entry, event: { ...event, event: "approved", carried_out: true } }} />
      <ApprovalEventLine entry={{ ...entry, event: { ...event, event: "sneezed" } }} />
      <p>end</p>
    </>,
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByRole("listitem")).toBeNull();
});

it("what nobody did, the program did", async () => {
  show(<ApprovalEventLine entry={{ ...entry, actor: null, event: { ...event, event: "void" } }} />);
  expect(await line()).not.toMatch(/^Wang Wei/);
});
