import type { LogPass } from "../../../engine/module.ts";
import type { Workspace } from "../../../engine/context.ts";
import { RANGE, sealLogs } from "./seal-log.ts";

/** A write waits this long at most before it is sealed. */
const EVERY_MS = 10_000;
const sealedAt = new Map<Workspace["schema"], number>();

/** Seals both logs every ten seconds, at once again where there is more than a pass takes. */
export const sealPass: LogPass = async (context) => {
  const { schema } = context.workspace;
  if (Date.now() - (sealedAt.get(schema) ?? 0) < EVERY_MS) return false;
  const hasMore = (await sealLogs(context)) >= RANGE;
  if (!hasMore) sealedAt.set(schema, Date.now());
  return hasMore;
};
