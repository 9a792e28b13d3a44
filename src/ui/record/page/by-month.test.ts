import { expect, it } from "vitest";
import type { TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { byMonth } from "./by-month.ts";

const visit = (at: string): TimelineEntry => ({ at, type: "activity", data: { id: at } });
const change = (at: string, actor: string | null): TimelineEntry => ({
  at,
  type: "change",
  data: {
    seq: 1,
    at,
    kind: "update",
    version: 2,
    road: "form",
    actor: { id: actor, name: actor, kind: null },
    changes: [],
    note: {},
    imported_past: false,
  },
});

it("entries stand in their months as they come, and what the program did last in each", () => {
  const made = change("2026-11-20T04:00:00Z", null);
  const moved = change("2026-11-10T04:00:00Z", "wang");
  const entries = [made, visit("2026-11-18T04:00:00Z"), moved, visit("2026-10-02T04:00:00Z")];
  expect(
    byMonth(entries).map(({ month, entries: all }) => [month, all.map(({ at }) => at.slice(0, 10))]),
  ).toEqual([
    ["2026-11", ["2026-11-18", "2026-11-10", "2026-11-20"]],
    ["2026-10", ["2026-10-02"]],
  ]);
  expect(byMonth([])).toEqual([]);
});
