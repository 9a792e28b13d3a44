import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import type { Operation } from "../record/contract.ts";
import { badRequest } from "../query/messages.ts";
import { readAsOf } from "../query/as-of.ts";
import { accept, type Result } from "../refusal.ts";
import { readFieldHistory, readVersions } from "../versions/read-versions.ts";
import { valuesToRestore } from "../versions/restore-version.ts";
import { given, saveOne, versionOf } from "./record-routes.ts";
import { roadOf } from "./road.ts";
import type { Call, Route } from "./route.ts";

const text = Type.Optional(Type.String({ maxLength: 1000 }));
const restoreBody = Type.Object({
  from: Type.String({ minLength: 1, maxLength: 40 }),
  fields: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 200 })),
  /** Nothing is written: the values are answered. */
  dry_run: Type.Optional(Type.Boolean()),
  /** Values as they were seen: what others changed since is a conflict. */
  base: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
  reason: text,
});
type RestoreBody = {
  readonly from: string;
  readonly fields?: readonly string[];
  readonly dry_run?: boolean;
  readonly base?: Values;
  readonly reason?: string;
};

async function restore(context: Context, call: Call): Promise<Result<unknown>> {
  const { object = "", id = "" } = call.params;
  const { from, fields, base, reason, dry_run } = call.body as RestoreBody;
  const moment = readAsOf(context, from);
  if (!moment.ok) return moment;
  if (moment.value === undefined) return badRequest("bad_as_of", "from", { value: from });
  const seen = versionOf(call);
  if (!seen.ok) return seen;
  const values = await valuesToRestore(context, object, id, given({ from: moment.value, fields }));
  if (!values.ok) return values;
  if (dry_run) return accept({ values: values.value });
  const operation = given({
    op: "update",
    object,
    id,
    values: values.value,
    base,
    ifVersion: seen.value,
  }) as Operation;
  return saveOne(
    context,
    operation,
    {
      road: roadOf(call),
      cause: { object, id, note: `restored ${moment.value}` },
      ...(reason ? { reason } : {}),
    },
    call.query,
  );
}

/** The states a record has had, and the way back to one. */
export const versionRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/:object/:id/versions",
    tag: "records",
    summary: label("记录的各个版本", "Versions of a record"),
    query: Type.Object({ cursor: text, limit: text }),
    run: async (context, { params, query }) => {
      const cursor = readAsOf(context, query["cursor"]);
      if (!cursor.ok) return cursor;
      const limit = Math.min(Math.max(Math.trunc(Number(query["limit"] ?? 50)) || 50, 1), 200);
      return readVersions(context, params["object"] ?? "", params["id"] ?? "", {
        cursor: cursor.value,
        limit,
      });
    },
  },
  {
    method: "GET",
    path: "/records/:object/:id/history",
    tag: "records",
    summary: label("一个字段的历史", "History of a field"),
    query: Type.Object({ field: Type.String({ maxLength: 100 }) }),
    run: (context, { params, query }) =>
      readFieldHistory(context, params["object"] ?? "", params["id"] ?? "", query["field"] ?? ""),
  },
  {
    method: "POST",
    path: "/records/:object/:id/versions/restore",
    tag: "records",
    summary: label("恢复到某个版本", "Restore a version"),
    body: restoreBody,
    run: restore,
  },
];
