import type { Executor } from "../../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../../engine/public.ts";
import type { ClockNorm } from "../../shared/clocks.ts";

/** What was measured last of won records, of all pipelines. */
export const readClockNorms = (db: Executor, workspace: Workspace): Promise<ClockNorm[]> =>
  db.query<ClockNorm>({
    text: `select pipeline, stage, clock, amber::float8 as amber, red::float8 as red, n from ${systemTable(workspace, "clock_norm")} order by pipeline, stage, clock`,
  });
