import type { RecordAnswer } from "../../shared/wire/records.contract.ts";
import {
  readFieldHistory as readFieldHistoryOf,
  readVersions as readVersionsOf,
  restoreVersion,
} from "../../shared/wire/versions.contract.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { badRequest } from "../query/messages.ts";
import { readAsOf } from "../query/as-of.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { readFieldHistory, readVersions } from "../versions/read-versions.ts";
import { valuesToRestore } from "../versions/restore-version.ts";
import { given, saveOne, versionOf } from "./record-routes.ts";
import { roadOf } from "./road.ts";
import { type CallOf, serve } from "./serve.ts";

type Restored = RecordAnswer | { values: Values };
async function restore(context: Context, call: CallOf<typeof restoreVersion>): Promise<Result<Restored>> {
  const { object, id } = call.params;
  const { from, fields, base, reason, dry_run } = call.body;
  const moment = readAsOf(context, from);
  if (!moment.ok) return moment;
  if (moment.value === undefined) return badRequest("bad_as_of", "from", { value: from });
  const seen = versionOf(call);
  if (!seen.ok) return seen;
  const values = await valuesToRestore(context, object, id, given({ from: moment.value, fields }));
  if (!values.ok) return values;
  if (dry_run) return accept({ values: values.value });
  return saveOne(
    context,
    given({ op: "update" as const, object, id, values: values.value, base, ifVersion: seen.value }),
    {
      road: roadOf(call),
      cause: { object, id, note: `restored ${moment.value}` },
      ...(reason ? { reason } : {}),
    },
    call.query,
  );
}

/** The states a record has had, and the way back to one. */
export const versionRoutes = [
  serve(readVersionsOf, {}, async (context, { params, query }) => {
    const cursor = readAsOf(context, query.cursor);
    if (!cursor.ok) return cursor;
    const limit = Math.min(Math.max(Math.trunc(Number(query.limit ?? 50)) || 50, 1), 200);
    return readVersions(context, params.object, params.id, { cursor: cursor.value, limit });
  }),
  serve(readFieldHistoryOf, {}, (context, { params, query }) =>
    readFieldHistory(context, params.object, params.id, query.field),
  ),
  serve(restoreVersion, {}, restore),
];
