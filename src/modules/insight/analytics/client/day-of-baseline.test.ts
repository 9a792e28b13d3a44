import { expect, it } from "vitest";
import type { BaselineCheck } from "../shared/baseline.contract.ts";
import { dayOfBaseline } from "./day-of-baseline.ts";

const check = (question: BaselineCheck["question"], metric: BaselineCheck["metric"] = "funnel") =>
  dayOfBaseline(
    {
      id: "a",
      name: "Q3",
      metric,
      question,
      cut_off: "2026-09-30T20:00:00Z",
      log_position: 1,
      record_count: 1,
      created_at: "2026-09-30T20:00:00Z",
      frozen: [],
      again: [],
      believed: [],
      now: [],
      identical: true,
      corrected: false,
      same_records: true,
    },
    "Asia/Shanghai",
  );
const asked = { pipeline: "p1", mode: "flow", from: "2026-07-01", to: "2026-09-30" };

it("leads to the funnel of the company's day, asked the same way", () => {
  expect(check(asked)).toBe(
    "/insight/funnel?as_of=2026-10-01&pipeline=p1&mode=flow&period=custom&from=2026-07-01&to=2026-09-30",
  );
  expect(check({ body: { pipeline: "p1" } })).toBe("/insight/funnel?as_of=2026-10-01&pipeline=p1&period=all");
  expect(check({ ...asked, filter: 'owner == "u1"' })).toMatch(/&owner=u1$/);
});

it("leads nowhere where the page would ask something else", () => {
  expect(check({ ...asked, filter: 'department in ["d1", "d2"]' })).toBeNull();
  expect(check(asked, "movement")).toBeNull();
  expect(check(asked, "gates.pass")).toBeNull();
});
