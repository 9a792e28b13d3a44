import { idNo } from "./world.ts";
import type { RefusedMove, Simulation } from "../../modules/process/simulation/shared/simulation.contract.ts";

/** A move that a draft would have stopped. */
export const stopped = (more: Partial<RefusedMove> = {}): RefusedMove => ({
  record: idNo(20),
  title: "Flow meters",
  at: "2026-11-10T02:00:00Z",
  from: "needs",
  to: "proposal",
  criteria: ["amount"],
  outcome: "won",
  value: "120000",
  delay: 3,
  live_refused: false,
  overridden: false,
  ...more,
});
/** What a replay of three months found. */
export const replayed = (more: Partial<Simulation> = {}): Simulation => ({
  from: "2026-09-01",
  to: "2026-11-30",
  moves: 23,
  records: 12,
  imported: 0,
  draft: { refused: 4, passed: 16, undecided: 1, absent: 2 },
  live: { refused: 1, passed: 22, undecided: 0, absent: 0 },
  gates: [
    {
      stage: "proposal",
      criterion: "amount",
      kind: "fields",
      layer: "information",
      text: { en: "Fill in “Amount”" },
      asked: 9,
      unmet: 4,
      unknown: 1,
    },
    {
      stage: "needs",
      criterion: "legal",
      kind: "approval",
      layer: "review",
      text: { en: "Signed by legal" },
      asked: 3,
      unmet: 0,
      unknown: 3,
    },
    {
      stage: "needs",
      criterion: "met",
      kind: "dwell",
      layer: "entry",
      text: {},
      asked: 8,
      unmet: 0,
      unknown: 0,
    },
  ],
  outcomes: [
    { outcome: "won", records: 2, value: "240000" },
    { outcome: "lost", records: 1, value: "0" },
    { outcome: "open", records: 0, value: "0" },
  ],
  delay: { met_later: 3, never: 1, median: 3, p90: 8 },
  refused: [stopped()],
  more: 0,
  ...more,
});
