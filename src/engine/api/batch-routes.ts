import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { type BatchAnswer, type BatchOperation, saveBatch } from "../../shared/wire/bulk.contract.ts";
import type { Context } from "../kernel/context.ts";
import { newId } from "../record/ids.ts";
import { save } from "../record/save.ts";
import type { Operation, SaveResult } from "../kernel/save-request.ts";
import { answeringOnce } from "../record/idempotency.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { apiMessages } from "./messages.ts";
import { MOST_REASONS, toItem } from "./problem.ts";
import { given } from "./record-routes.ts";
import { roadOf } from "./road.ts";
import { type CallOf, serve } from "./serve.ts";

/**
 * Replaces "$0.id" by the id of the first operation's record, anywhere in a value. Undefined where it refers
 * to no earlier operation.
 */
function resolve(value: WireValue, ids: readonly string[]): WireValue | undefined {
  if (typeof value === "string") return resolveText(value, ids);
  if (Array.isArray(value)) {
    const items = value.map((item: WireValue) => resolve(item, ids));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  return isMap(value) ? resolveAll(value, ids) : value;
}
function resolveText(text: string, ids: readonly string[]): string | undefined {
  const reference = /^\$(\d{1,3})\.id$/.exec(text);
  return reference ? ids[Number(reference[1])] : text;
}
function resolveAll(values: Readonly<Values>, ids: readonly string[]): Values | undefined {
  const parts: (readonly [string, WireValue])[] = [];
  for (const [name, value] of Object.entries(values)) {
    const part = resolve(value, ids);
    if (part === undefined) return undefined;
    parts.push([name, part]);
  }
  return Object.fromEntries(parts);
}

/** What is to be saved for it; undefined where it refers to no earlier operation. */
function operationOf(
  asked: BatchOperation,
  ids: readonly string[],
): (Operation & { id: string }) | undefined {
  const { op, if_match: ifVersion } = asked;
  const object = resolveText(asked.object, ids);
  const id = resolveText(asked.id ?? (op === "create" ? newId() : ""), ids);
  const values = resolveAll(asked.values ?? {}, ids);
  const base = resolveAll(asked.base ?? {}, ids);
  if (object === undefined || id === undefined || values === undefined || base === undefined)
    return undefined;
  if (op === "delete") return given({ op, object, id, ifVersion });
  if (op === "update")
    return given({ op, object, id, values, base: asked.base === undefined ? undefined : base, ifVersion });
  return { op, object, id, values };
}

async function batch(context: Context, call: CallOf<typeof saveBatch>): Promise<Result<BatchAnswer>> {
  const { operations: asked, reason } = call.body;
  const operations: Operation[] = [];
  const ids: string[] = [];
  for (const one of asked) {
    const operation = operationOf(one, ids);
    if (!operation)
      return refuse({
        status: 422,
        code: "unknown_reference",
        text: apiMessages.unknown_reference,
        params: { reference: JSON.stringify(one.id ?? one.values).slice(0, 80) },
      });
    ids.push(operation.id);
    operations.push(operation);
  }
  const keeping = answeringOnce(context, (result) => ({ status: 200, body: told(result) }));
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

const told = ({ results }: SaveResult): BatchAnswer => ({
  data: results.flatMap((result) =>
    result.ok
      ? [{ object: result.object, id: result.id, result: result.op, version: versionIn(result.record) }]
      : [],
  ),
});
const versionIn = ({ version }: Values): number | null => (typeof version === "number" ? version : null);

export const batchRoutes = [serve(saveBatch, {}, batch)];
