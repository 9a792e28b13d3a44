import type { Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import type { Item } from "./batch.ts";
import type { SaveRequest } from "../kernel/save-request.ts";
import type { Row } from "../values/row-values.ts";

const KINDS = { create: "create", update: "update", delete: "delete", restore: "restore" } as const;
const STAMPS = new Set(["id", "version", "updated_at", "updated_by"]);

/** What the log keeps of one write: who, by which road, before and after of what changed, and why. */
export function logRow(context: Context, item: Item, request: SaveRequest, now: string): Row {
  const before: Values = {};
  const after: Values = {};
  for (const name of item.changed) {
    if (STAMPS.has(name)) continue;
    const lines = item.lines.get(name);
    if (lines) {
      after[name] = { ...lines };
      continue;
    }
    if (item.before) before[name] = item.before[name] ?? null;
    after[name] = item.after[name] ?? null;
  }
  const note = noteOf(item, request);
  return {
    seq: item.seq,
    at: now,
    object: item.object.name,
    record: item.id,
    version: partOf(anyRecord, item.after).version,
    kind: KINDS[item.operation.op],
    actor: context.principal.id,
    actor_kind: context.principal.elevated?.from ?? context.principal.kind,
    road: request.road,
    before,
    after,
    note: Object.keys(note).length > 0 ? note : null,
    request: context.requestId,
  };
}

function noteOf(item: Item, request: SaveRequest): Row {
  return {
    // A replay needs to know that these versions are no longer believed.
    ...(item.operation.op === "delete" && item.operation.retract ? { retracted: true } : {}),
    ...(request.reason ? { reason: request.reason } : {}),
    ...(request.override && item.waived.length > 0
      ? {
          override: {
            reason: request.override.reason,
            waived: item.waived.map(({ code, field, criterion }) => ({ code, field, criterion })),
          },
        }
      : {}),
    ...item.note,
    ...(request.cause ? { cause: request.cause } : {}),
    ...(request.evidence ? { evidence: request.evidence } : {}),
    ...(item.operation.op === "update" && item.operation.takesBack
      ? { took_back: [...item.operation.takesBack.changes] }
      : {}),
    ...(item.since === null ? {} : { since: item.since }),
    ...(item.past.length > 0
      ? {
          past: toldPast(item).map(({ at, values, told: move }, index, told) => ({
            at,
            values: index < told.length - 1 ? values : {},
            ...(move ? { told: move } : {}),
          })),
        }
      : {}),
  };
}

/** On update only what stands in the place of versions that are no longer believed. */
const toldPast = ({ past, since }: Item): Item["past"] =>
  since === null ? past : past.filter((state, index) => state.at >= since || index === past.length - 1);
