import { performance } from "node:perf_hooks";
import type { Context, LogPass, Workspace } from "../../../../engine/public.ts";
import { RANGE, sealLogs } from "./seal-log.ts";

/** A write waits this long at most before it is sealed, unless more has come in than a pass takes. */
const EVERY_MS = 10_000;
/**
 * Where much is left to seal, passes take no more than a tenth of the time while the process serves people,
 * and half of it while it does not.
 */
const BUSY = { ranges: 1, rests: 9 };
const IDLE = { ranges: 10, rests: 1 };
const BUSY_FROM = 0.3;
const restsUntil = new Map<Workspace["schema"], number>();
let used = performance.eventLoopUtilization();

/** Seals both logs every ten seconds; a backlog in small parts with rests between. */
const seal = async (context: Context): Promise<boolean> => {
  const { schema } = context.workspace;
  const begun = performance.now();
  if (begun < (restsUntil.get(schema) ?? 0)) return false;
  const pace = performance.eventLoopUtilization(used).utilization < BUSY_FROM ? IDLE : BUSY;
  const hasMore = (await sealLogs(context, { ranges: pace.ranges })) >= RANGE;
  const ended = performance.now();
  restsUntil.set(schema, ended + (hasMore ? (ended - begun) * pace.rests : EVERY_MS));
  // From here on: what the pass itself has used says nothing of others.
  used = performance.eventLoopUtilization();
  // The rest, not the reader's own pause, says when it goes on.
  return false;
};
/** The log of access is sealed as well. */
export const sealPass: LogPass = Object.assign(seal, { follows: "access_log_id_seq" });
