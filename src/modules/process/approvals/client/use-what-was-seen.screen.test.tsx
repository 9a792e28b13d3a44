import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { idNo } from "../../../../testing/screens/world.ts";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { useWhatWasSeen } from "./use-what-was-seen.ts";

afterEach(() => vi.restoreAllMocks());

const showing = (seen: string | null): ApprovalItem => ({
  id: idNo(30),
  status: "waiting",
  what: {},
  to: null,
  reason: null,
  subject: "",
  regarding: null,
  requester: null,
  approver: {},
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: true, withdraw: false },
  ...(seen === null
    ? {}
    : { card: { record: {}, move: { from: "", to: "", to_name: "" }, criteria: [], seen } }),
});
const open = (first: string | null) =>
  renderHook(({ seen }: { seen: string | null }) => useWhatWasSeen(showing(seen)), {
    initialProps: { seen: first },
  });

it("is the state that was shown first, whatever the card has become under the reader's finger", () => {
  const { result, rerender } = open("a");
  rerender({ seen: "b" });
  expect(result.current.seen).toBe("a");
});

it("once the server has said what changed it is the one shown with that", () => {
  const { result, rerender } = open("a");
  rerender({ seen: "b" });
  act(() => result.current.tellChanged());
  expect(result.current.seen).toBe("b");
  rerender({ seen: "c" });
  expect(result.current.seen).toBe("b");
});

it("told before the card was read again, it waits for the card", () => {
  const { result, rerender } = open("a");
  act(() => result.current.tellChanged());
  expect(result.current.seen).toBe("a");
  rerender({ seen: "b" });
  expect(result.current.seen).toBe("b");
});

it("what has just been told as changed is not decided about by the second half of a double click", () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(5_000);
  const { result } = open("a");
  expect(result.current.isRead()).toBe(true);
  act(() => result.current.tellChanged());
  expect(result.current.isRead()).toBe(false);
  clock.mockReturnValue(5_800);
  expect(result.current.isRead()).toBe(false);
  clock.mockReturnValue(5_801);
  expect(result.current.isRead()).toBe(true);
});

it("where no card is shown nothing was seen", () => {
  expect(open(null).result.current.seen).toBe("");
});
