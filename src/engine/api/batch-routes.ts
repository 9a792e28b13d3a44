import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Context } from "../context.ts";
import { newId } from "../record/ids.ts";
import { save } from "../record/save.ts";
import type { Operation, SaveResult } from "../record/contract.ts";
import { answering } from "../record/idempotency.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { apiMessages } from "./messages.ts";
import { MOST_REASONS, toItem } from "./problem.ts";
import { given, RecordBody } from "./record-routes.ts";
import { roadOf } from "./road.ts";
import type { Call, Route } from "./route.ts";

const operation = Type.Object({
  op: Type.Union([
    Type.Literal("create"),
    Type.Literal("update"),
    Type.Literal("delete"),
    Type.Literal("restore"),
  ]),
  object: Type.String({ maxLength: 60 }),
  id: Type.Optional(Type.String({ maxLength: 60 })),
  values: Type.Optional(RecordBody),
  base: Type.Optional(RecordBody),
  if_match: Type.Optional(Type.Integer({ minimum: 0 })),
});
const batchBody = Type.Object({
  operations: Type.Array(operation, { minItems: 1, maxItems: 100 }),
  reason: Type.Optional(Type.String({ maxLength: 2000 })),
});
interface Asked {
  op: "create" | "update" | "delete" | "restore";
  object: string;
  id?: string;
  values?: Values;
  base?: Values;
  if_match?: number;
}

/**
 * Replaces "$0.id" by the id of the first operation's record, anywhere in a value. Null where it refers to no
 * earlier operation.
 */
function resolve(value: WireValue, ids: readonly string[]): WireValue | undefined {
  if (typeof value === "string") {
    const reference = /^\$(\d{1,3})\.id$/.exec(value);
    return reference ? ids[Number(reference[1])] : value;
  }
  if (Array.isArray(value)) {
    const items = value.map((item: WireValue) => resolve(item, ids));
    return items.includes(undefined) ? undefined : (items as WireValue[]);
  }
  if (value === null || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([name, part]) => [name, resolve(part as WireValue, ids)] as const);
  return parts.some(([, part]) => part === undefined) ? undefined : (Object.fromEntries(parts) as Values);
}

async function batch(context: Context, call: Call): Promise<Result<unknown>> {
  const { operations: asked, reason } = call.body as { operations: Asked[]; reason?: string };
  const operations: Operation[] = [];
  const ids: string[] = [];
  for (const one of asked) {
    const whole = resolve(one as unknown as WireValue, ids) as unknown as Asked | undefined;
    if (!whole)
      return refuse({
        status: 422,
        code: "unknown_reference",
        text: apiMessages.unknown_reference,
        params: { reference: JSON.stringify(one.id ?? one.values).slice(0, 80) },
      });
    const id = whole.id ?? (whole.op === "create" ? newId() : "");
    ids.push(id);
    operations.push(
      given({
        op: whole.op,
        object: whole.object,
        id,
        values: whole.values ?? {},
        base: whole.base,
        ifVersion: whole.if_match,
      }) as unknown as Operation,
    );
  }
  const keeping = answering(context, (result) => ({ status: 200, body: told(result) }));
  const result = await save(keeping, {
    operations,
    road: roadOf(call),
    mode: "all",
    ...(reason ? { reason } : {}),
  });
  if (result.saved) return accept(told(result));
  const { results } = result;
  const failed = results.find((one) => !one.ok);
  if (!failed || failed.ok) throw new Error("a batch was not saved without a reason");
  const position = results.indexOf(failed);
  let room = MOST_REASONS;
  // The answer is bounded as a whole, not for each operation; a code stands for every one.
  const worded = (reasons: readonly Reason[]): readonly object[] => {
    const shown = reasons.slice(0, Math.max(room, 1));
    room -= shown.length;
    return shown.map((one) => toItem(one, context.language));
  };
  return refuse({
    ...failed.refusal,
    extra: {
      ...failed.refusal.extra,
      operation: position,
      results: results.map((result) =>
        result.ok
          ? { ok: true }
          : { ok: false, code: result.refusal.code, errors: worded(result.refusal.reasons) },
      ),
    },
  });
}

const told = ({ results }: SaveResult): object => ({
  data: results.map((result) =>
    result.ok
      ? { object: result.object, id: result.id, result: result.op, version: result.record["version"] ?? null }
      : null,
  ),
});

export const batchRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/batch",
    tag: "records",
    summary: label("一次提交多个操作（同一事务）", "Several operations in one transaction"),
    body: batchBody,
    run: batch,
  },
];
