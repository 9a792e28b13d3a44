import { type CountMaskedSearch, accept, systemTable } from "../../../../engine/public.ts";
import { logAccess } from "./access-log.ts";
import { deny } from "./refusals.ts";
import { fingerprint } from "./seal-text.ts";
import { readSecurity } from "./security-settings.ts";

const HOUR = "interval '1 hour'";
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
  const table = systemTable(workspace, "masked_search");
  const digest = fingerprint(secret, "masked search", user ?? "", question);
  const [asked] = await db.query<{ known: boolean; added: boolean; wait: number }>({
    text: `with gone as (delete from ${table} where at < now() - ${HOUR} and not (user_id = $1 and digest = $2)),
      used as (select count(*) as n, min(at) as first, bool_or(digest = $2) as known from ${table} where user_id = $1 and at >= now() - ${HOUR}),
      added as (insert into ${table} (user_id, digest) select $1, $2 from used where known is not true and ($3::bigint is null or n < $3)
        on conflict (user_id, digest) do update set at = now() returning 1)
      select coalesce(known, false) as known, exists (select from added) as added,
        greatest(1, ceil(extract(epoch from coalesce(first, now()) + ${HOUR} - now())))::int as wait from used`,
    values: [user, digest, limit],
  });
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
