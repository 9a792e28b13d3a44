import { type Workspace, statement } from "../../../../../engine/public.ts";
import { float, integer, text, uuid, word } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import type { Executor } from "../../../../../platform/db/database.ts";
import type { ClockNorm } from "../../shared/clocks.ts";

/** What was measured last of won records, of all pipelines. */
export const readClockNorms = (db: Executor, workspace: Workspace): Promise<ClockNorm[]> =>
  db.query(allClockNorms(workspace));
export const allClockNorms = statement(
  {
    pipeline: uuid,
    stage: text,
    clock: word<ClockNorm["clock"]>(),
    amber: float,
    red: float,
    n: integer,
  },
  ({ system }) =>
    sql`select pipeline, stage, clock, amber::float8 as amber, red::float8 as red, n from ${system("clock_norm")} order by pipeline, stage, clock`,
);
