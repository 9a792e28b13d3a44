import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { logAccess, originOf } from "../../identity/server/public.ts";
import { retentionMessages } from "../shared/messages.ts";
import type { RetentionAnswer, RetentionCounts, RetentionDays } from "../shared/wire.ts";
import { daysOf, momentBefore, readState, retentionsOf, whyNotDays } from "./keep-days.ts";

const DaysBody = Type.Object(
  {
    days: Type.Record(
      Type.String({ pattern: "^[a-z_]{1,40}$" }),
      Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()]),
      {
        maxProperties: 50,
      },
    ),
  },
  { additionalProperties: false },
);
const common = { tag: "settings", ability: "security.manage" } as const;

/** The periods as asked, or why they cannot be. */
function daysFrom(context: Context, body: unknown): Result<RetentionDays> {
  const days = Value.Check(DaysBody, body) ? body.days : {};
  const reasons = whyNotDays(context, days);
  return reasons.length > 0
    ? refuse({ status: 422, code: "bad_retention", text: retentionMessages.bad_retention, reasons })
    : accept(days);
}

async function answer(context: Context): Promise<RetentionAnswer> {
  const { days, done_at, removed, run } = await readState(context.db, context);
  const kinds = retentionsOf(context).map((kind) => {
    const { name, label: title, description, least } = kind;
    return { name, label: title, description, least, days: daysOf(kind, days) };
  });
  return { kinds, last: done_at && run === null ? { at: done_at, removed } : null };
}

const readRoute: Route = {
  ...common,
  method: "GET",
  path: "/settings/retention",
  summary: label("保留期限", "How long things are kept"),
  run: async (context) => accept({ data: await answer(context) }),
};

const previewRoute: Route = {
  ...common,
  method: "POST",
  path: "/settings/retention/preview",
  longest: 60_000,
  summary: label("按这些期限今天会清除多少", "How many would go today by these periods"),
  reads: true,
  body: DaysBody,
  run: async (context, { body }) => {
    const days = daysFrom(context, body);
    if (!days.ok) return days;
    const counts: Record<string, number> = {};
    for (const kind of retentionsOf(context)) {
      const period = days.value[kind.name];
      if (typeof period === "number")
        counts[kind.name] = await kind.count(context, momentBefore(context, period));
    }
    const data: RetentionCounts = counts;
    return accept({ data });
  },
};

const patchRoute: Route = {
  ...common,
  method: "PATCH",
  path: "/settings/retention",
  summary: label("修改保留期限", "Change how long things are kept"),
  body: DaysBody,
  run: async (context, { body, request }) => {
    const days = daysFrom(context, body);
    if (!days.ok) return days;
    const { db, workspace, principal } = context;
    await db.transaction(async (tx) => {
      const table = systemTable(workspace, "retention");
      const [before] = await tx.query<{ days: RetentionDays }>({
        text: `select days from ${table} for update`,
      });
      await tx.query({
        text: `update ${table} set days = days || $1::jsonb`,
        values: [JSON.stringify(days.value)],
      });
      const detail = {
        before: JSON.stringify({ retention: before?.days ?? {} }),
        after: JSON.stringify({ retention: days.value }),
      };
      await logAccess(tx, workspace, {
        kind: "security_changed",
        user: principal.id,
        credential: principal.credential ?? null,
        ...originOf(request),
        detail,
      });
    });
    return accept({ data: await answer(context) });
  },
};

export const retentionRoutes: readonly Route[] = [readRoute, previewRoute, patchRoute];
