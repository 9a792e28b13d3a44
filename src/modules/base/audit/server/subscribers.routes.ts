import {
  type Context,
  type Result,
  accept,
  passOver,
  refuse,
  serve,
  statement,
  tryAgain,
} from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import {
  passOverFailures,
  readSubscribers,
  retrySubscriber,
} from "../../../../shared/wire/subscribers.contract.ts";
import { logAccess, originOf } from "../../identity/public.ts";
import { tellSubscribers } from "./tell-subscribers.ts";

const serving = { ability: "settings.manage" } as const;
const unknown = label("没有这项后台处理。", "This background processing does not exist.");

export const subscriberNamed = statement(
  { name: text },
  ({ system }, name: string) => sql`select name from ${system("reader")} where name = ${name}`,
);
async function checkKnown({ db, workspace }: Context, name: string): Promise<Result<null>> {
  const known = await db.query(subscriberNamed(workspace, name));
  return known.length > 0 ? accept(null) : refuse({ status: 404, code: "unknown_subscriber", text: unknown });
}

/** The subscribers of the log, for administrators. Who has one go on without changes stands in the access log. */
export const subscriberRoutes = [
  serve(readSubscribers, serving, async (context) => accept({ data: await tellSubscribers(context) })),
  serve(retrySubscriber, serving, async (context, { params: { name } }) => {
    const known = await checkKnown(context, name);
    if (!known.ok) return known;
    return accept({ retried: await tryAgain(context.db, context.workspace, name) });
  }),
  serve(passOverFailures, serving, async (context, { params: { name }, body: { through }, request }) => {
    const known = await checkKnown(context, name);
    if (!known.ok) return known;
    const { db, workspace, principal } = context;
    const skipped = await db.transaction(async (tx) => {
      const changes = await passOver(tx, workspace, { name, through, by: principal.id });
      if (changes.length > 0)
        await logAccess(tx, workspace, {
          kind: "subscriber_skipped",
          user: principal.id,
          credential: principal.credential ?? null,
          ...originOf(request),
          detail: { subscriber: name, changes: changes.join(", ") },
        });
      return changes;
    });
    return accept({ skipped });
  }),
];
