import { describe, expect, it } from "vitest";
import { buildHistory, type HistoryRequest, later, microseconds } from "./stage-history.ts";

const request = (more: Partial<HistoryRequest>): HistoryRequest => ({
  stageField: "stage",
  final: "proposal",
  dates: [],
  stages: ["discovery", "needs", "proposal", "won", "lost"],
  outcome: ["lost_reason"],
  zone: "Asia/Shanghai",
  now: "2026-11-30T02:00:00Z",
  ...more,
});
const past = (more: Partial<HistoryRequest>) => {
  const history = buildHistory(request(more));
  if (!history.ok) throw new Error(history.reason.code);
  return history.past.map(({ at, values }) => [at, values["stage"] ?? "as stored"]);
};
const refusal = (more: Partial<HistoryRequest>) => {
  const history = buildHistory(request(more));
  return history.ok ? null : history.reason.code;
};

describe("moments to the microsecond", () => {
  it("are written with six digits, and the next one carries", () => {
    expect(microseconds("2026-01-01T00:00:00Z")).toBe("2026-01-01T00:00:00.000000Z");
    expect(microseconds("2026-01-01T00:00:00.5Z")).toBe("2026-01-01T00:00:00.500000Z");
    expect(later("2026-01-01T00:00:00.000000Z")).toBe("2026-01-01T00:00:00.000001Z");
    expect(later("2026-12-31T23:59:59.999999Z")).toBe("2027-01-01T00:00:00.000000Z");
  });
});

describe("the past that a file tells", () => {
  it("without dates there is none", () => {
    expect(past({})).toEqual([]);
  });

  it("a stage begins with its day in the company's zone, and the stored state comes last", () => {
    expect(
      past({
        dates: [
          { stage: "proposal", date: "2026-03-01" },
          { stage: "needs", date: "2026-02-01" },
        ],
      }),
    ).toEqual([
      ["2026-01-31T16:00:00.000000Z", "needs"],
      ["2026-02-28T16:00:00.000000Z", "as stored"],
    ]);
  });

  it("stages of one day keep the pipeline's order, a microsecond apart", () => {
    expect(
      past({
        dates: [
          { stage: "proposal", date: "2026-02-01" },
          { stage: "needs", date: "2026-02-01" },
          { stage: "discovery", date: "2026-02-01" },
        ],
      }),
    ).toEqual([
      ["2026-01-31T16:00:00.000000Z", "discovery"],
      ["2026-01-31T16:00:00.000001Z", "needs"],
      ["2026-01-31T16:00:00.000002Z", "as stored"],
    ]);
  });

  it("of two days for one stage the earlier one counts", () => {
    const dates = ["2026-02-03", "2026-02-01"].map((date) => ({ stage: "needs", date }));
    expect(past({ dates })[0]).toEqual(["2026-01-31T16:00:00.000000Z", "needs"]);
  });

  it("a record that was made before its first dated stage stood in the first one", () => {
    const dates = [{ stage: "needs", date: "2026-02-01" }];
    expect(past({ dates, createdAt: "2026-01-10T08:00:00Z" }).slice(0, 2)).toEqual([
      ["2026-01-10T08:00:00.000000Z", "discovery"],
      ["2026-01-31T16:00:00.000000Z", "needs"],
    ]);
  });

  it("where no day of the stored stage is told, it began now", () => {
    const dates = [{ stage: "needs", date: "2026-02-01" }];
    expect(past({ dates }).at(-1)).toEqual(["2026-11-30T02:00:00.000000Z", "as stored"]);
  });

  it("before it ended nothing says how it did", () => {
    const history = buildHistory(request({ dates: [{ stage: "needs", date: "2026-02-01" }] }));
    expect(history.ok && history.past[0]?.values).toEqual({ stage: "needs", lost_reason: null });
  });
});

describe("what a file may not tell", () => {
  it("a stage after the one that the row ends in", () => {
    expect(
      refusal({
        dates: [
          { stage: "proposal", date: "2026-02-01" },
          { stage: "needs", date: "2026-03-01" },
        ],
      }),
    ).toBe("stage_dates_out_of_order");
  });

  it("a day that has not come", () => {
    expect(refusal({ dates: [{ stage: "needs", date: "2026-12-24" }] })).toBe("date_in_future");
  });
});
