import { expect, it } from "vitest";
import type { Values } from "../../../shared/metadata/object.ts";
import type { TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { foldTakenBack } from "./taken-back.ts";

const at = "2026-11-20T04:00:00Z";
const line = (seq: number, note: Values = {}): TimelineEntry => ({
  at,
  type: "change",
  data: {
    seq,
    at,
    kind: "update",
    version: seq,
    road: "transition",
    actor: { id: "wang", name: "wang", kind: null },
    changes: [],
    note,
    imported_past: false,
  },
});
const visit: TimelineEntry = { at, type: "activity", data: { id: "7", seq: 7 } };
const numbers = (entries: readonly TimelineEntry[]) => entries.map(({ data }) => data.seq);

it("of a move that was taken back only the way back is told, wherever it stands", () => {
  const entries = [line(9, { took_back: [7, 5] }), line(8), visit, line(7), line(6), line(5)];
  expect(numbers(foldTakenBack(entries))).toEqual([9, 8, 7, 6]);
  expect(foldTakenBack(entries)).toContain(visit);
});

it("where nothing was taken back all is told", () => {
  const entries = [line(2, { took_back: "7" }), line(1)];
  expect(foldTakenBack(entries)).toBe(entries);
});
