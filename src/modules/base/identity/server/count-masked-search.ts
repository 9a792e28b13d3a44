import { type CountMaskedSearch, accept, statement } from "../../../../engine/public.ts";
import { logAccess } from "./access-log.ts";
import { deny } from "./refusals.ts";
import { fingerprint } from "./seal-text.ts";
import { readSecurity } from "./security-settings.ts";
import { boolean, integer } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const HOUR = sql`interval '1 hour'`;
export const countSearch = statement(
  { known: boolean, added: boolean, wait: integer },
  ({ system }, user: string | null, digest: Buffer | string, limit: number | null) =>
    sql`with gone as (delete from ${system("masked_search")} where at < now() - ${HOUR} and not (user_id = ${user} and digest = ${digest})),
      used as (select count(*) as n, min(at) as first, bool_or(digest = ${digest}) as known from ${system("masked_search")} where user_id = ${user} and at >= now() - ${HOUR}),
      added as (insert into ${system("masked_search")} (user_id, digest) select ${user}, ${digest} from used where known is not true and (${limit}::bigint is null or n < ${limit})
        on conflict (user_id, digest) do update set at = now() returning 1)
      select coalesce(known, false) as known, exists (select from added) as added,
        greatest(1, ceil(extract(epoch from coalesce(first, now()) + ${HOUR} - now())))::int as wait from used`,
);
/** So many field names stand in one line of the log. */
const MOST_FIELDS = 20;

/**
 * Each question that could be a masked value is a line of the access log (who, which fields, never the value)
 * and counts against the hour of its person. The same question within the hour, as for a next page, counts
 * once. 429 over the limit of the security settings.
 */
export const countMaskedSearch: CountMaskedSearch = async (context, { question, fields }) => {
  const { db, workspace, principal, secret } = context;
  const user = principal.viewedBy?.id ?? principal.id;
  const { masked_searches: limit } = await readSecurity(db, workspace);
  const digest = fingerprint(secret, "masked search", user ?? "", question);
  const [asked] = await db.query(countSearch(workspace, user, digest, limit));
  if (asked?.known) return accept(null);
  if (asked?.added) {
    const named = fields.slice(0, MOST_FIELDS).join(", ") + (fields.length > MOST_FIELDS ? ", …" : "");
    await logAccess(db, workspace, {
      kind: "masked_search",
      user,
      credential: principal.credential ?? null,
      detail: { fields: named },
    });
    return accept(null);
  }
  const wait = asked?.wait ?? 1;
  const refused = deny(429, "too_many_masked_searches", { limit: limit ?? 0, minutes: Math.ceil(wait / 60) });
  return { ok: false, refusal: { ...refused.refusal, extra: { retry_after: wait } } };
};
