import { describe, expect, it } from "vitest";
import { type KnownEntry, mergeHistory, type MergeRequest } from "./merge-history.ts";

const stages = ["discovery", "needs", "proposal"].map((name) => ({ name, title: name.toUpperCase() }));
const known = (stage: string, day: string, seen: boolean): KnownEntry => ({
  stage,
  at: `${day}T08:00:00Z`,
  seen,
});
const merge = (more: Partial<MergeRequest>) =>
  mergeHistory({
    stageField: "stage",
    known: [known("proposal", "2026-05-01", true)],
    told: [],
    current: "proposal",
    final: "proposal",
    stages,
    outcome: ["lost_reason"],
    zone: "UTC",
    now: "2026-11-30T02:00:00Z",
    ...more,
  });
/** The days and stages as they are from now on; the code of the refusal; null where nothing is new. */
function outcome(more: Partial<MergeRequest>) {
  const merged = merge(more);
  if (!merged.ok) return merged.reason.code;
  return (
    merged.past && merged.past.map(({ at, values }) => `${at.slice(0, 10)} ${values["stage"] ?? "as stored"}`)
  );
}
const needs = (date: string) => [{ stage: "needs", date }];

describe("a file tells of stages before those on record", () => {
  it("puts them in front, and leaves the stored state where it was", () => {
    expect(outcome({ told: needs("2026-02-01") })).toEqual(["2026-02-01 needs", "2026-05-01 as stored"]);
  });

  it("what is on record on that day already is nothing new", () => {
    expect(outcome({ told: [{ stage: "proposal", date: "2026-05-01" }] })).toBeNull();
    expect(outcome({})).toBeNull();
  });

  it("what a file told before gives way to what a file tells now", () => {
    expect(
      outcome({
        known: [known("needs", "2026-02-01", false), known("proposal", "2026-05-01", true)],
        told: needs("2026-03-01"),
      }),
    ).toEqual(["2026-03-01 needs", "2026-05-01 as stored"]);
  });

  it("a record that was made earlier stood in the first stage until then", () => {
    expect(outcome({ told: needs("2026-02-01"), createdAt: "2026-01-15T09:00:00Z" })).toEqual([
      "2026-01-15 discovery",
      "2026-02-01 needs",
      "2026-05-01 as stored",
    ]);
  });

  it("the first stage on record may have begun earlier than somebody saw it", () => {
    expect(outcome({ told: [{ stage: "proposal", date: "2026-04-01" }] })).toEqual(["2026-04-01 as stored"]);
  });
});

describe("what was seen stands", () => {
  const seen = [known("discovery", "2026-02-01", true), known("proposal", "2026-05-01", true)];

  it("nothing can have been between two moves that people made", () => {
    expect(outcome({ known: seen, told: needs("2026-03-01") })).toBe("visit_between");
  });

  it("a stage that was entered before their eyes has no other day", () => {
    expect(outcome({ known: seen, told: [{ stage: "proposal", date: "2026-03-01" }] })).toBe(
      "visit_on_record",
    );
  });

  it("the refusal names both days and both stages by their titles", () => {
    const merged = merge({ known: seen, told: needs("2026-03-01") });
    expect(merged.ok ? null : merged.reason.params).toMatchObject({
      stage: "NEEDS",
      told: "2026-03-01",
      known: "DISCOVERY",
      day: "2026-02-01",
    });
  });
});

describe("a row that ends elsewhere", () => {
  it("moves the record on now", () => {
    expect(
      outcome({
        known: [known("discovery", "2026-02-01", true)],
        current: "discovery",
        final: "proposal",
        told: needs("2026-03-01"),
      }),
    ).toEqual(["2026-02-01 discovery", "2026-03-01 needs", "2026-11-30 as stored"]);
  });

  it("is refused where a later stage than its last one is told", () => {
    expect(outcome({ told: needs("2026-06-01") })).toBe("stage_dates_out_of_order");
  });
});
