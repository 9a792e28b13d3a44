import type { CycleGroup, DwellGroup } from "../../modules/insight/analytics/shared/durations.contract.ts";
import type {
  FunnelStage,
  LossCell,
  WinRateGroup,
} from "../../modules/insight/analytics/shared/insight.contract.ts";
import { PIPELINE } from "./world.ts";

/** What every answer begins with. */
export const frame = {
  object: "opportunity",
  pipeline: { id: PIPELINE, name: "sales", label: { en: "Sales" } },
  mode: "cohort",
  from: "2026-01-01",
  to: "2026-12-31",
  as_of: null,
  computed_at: "2026-11-30T02:00:00Z",
} as const;
/** The records behind a number, by a condition that a test knows again. */
export const behind = (filter: string) => ({ object: "opportunity", filter });
export const counted = (count: number, filter = "x") => ({ count, records: behind(filter) });

export const funnelStage = (
  stage: string,
  entered: number,
  more: Partial<FunnelStage> = {},
): FunnelStage => ({
  stage,
  label: { en: stage[0]?.toUpperCase() + stage.slice(1) },
  type: "open",
  entered,
  amount: null,
  rate: null,
  cumulative: null,
  records: behind(`stage ${stage}`),
  ...more,
});
export const winGroup = (won: number, lost: number, more: Partial<WinRateGroup> = {}): WinRateGroup => ({
  key: {},
  n: won + lost,
  won,
  lost,
  rate: won + lost === 0 ? null : String(won / (won + lost)),
  won_amount: { amount: "450000.00", currency: "CNY" },
  lost_amount: null,
  records: behind("closed"),
  won_records: behind("won"),
  lost_records: behind("lost"),
  ...more,
});
const days = (mean: string | null) => ({ mean, median: mean, p90: mean, total: "0" });
const durations = (mean: string | null) => ({
  ...days(mean),
  calendar_days: days(mean),
  working_days: days(mean),
});
export const cycleGroup = (
  mean: string | null,
  open: number,
  more: Partial<CycleGroup> = {},
): CycleGroup => ({
  key: {},
  ...durations(mean),
  n: mean === null ? 0 : 4,
  open,
  records: behind("cycle"),
  open_records: behind("open"),
  kaplan_meier_median: null,
  ...more,
});
export const dwellGroup = (
  stage: string,
  mean: string | null,
  more: Partial<DwellGroup> = {},
): DwellGroup => ({
  key: {},
  ...durations(mean),
  stage,
  label: { en: stage },
  n: 3,
  visits: 5,
  open: 2,
  records: behind("stood"),
  open_records: behind("stands"),
  limit: null,
  outliers: counted(0),
  overdue: counted(1, "overdue"),
  ...more,
});
export const lossCell = (stage: string | null, reason: string | null, count: number): LossCell => ({
  key: {},
  ...counted(count, `${stage} ${reason}`),
  stage,
  reason,
  amount: null,
});
