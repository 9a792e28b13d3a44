import { ident } from "../../../../platform/db/database.ts";
import { Params, type Reading, type Result, accept, groupKeys } from "../../../../engine/public.ts";
import { asked } from "./insight-filters.ts";
import { recordsAsked, named, type Prepared, selected } from "./insight-statement.ts";
import type { Question } from "./read-question.ts";

/** The two moments compared: ISO UTC with microseconds, and as a list takes them. Without an end: now. */
export interface Moments {
  readonly start: string;
  readonly startText: string;
  readonly end?: string;
  readonly endText?: string;
  readonly now: string;
}

/**
 * One row per group with counts and sums in the records' own currency (`_a`) and in company amounts (`_b`).
 * `o0` and `o1` are the open records in scope at both moments, met by record and group; `x1` are the closed
 * ones among those that were open; `c1` those that came and were closed in between.
 */
export function movementStatement(
  question: Question,
  moments: Moments,
  money: string | null,
): Result<{ readonly prepared: Prepared; readonly text: string }> {
  const { context, object, groupBy } = question;
  const params = new Params();
  params.rowOf("t", object.name);
  const start: Reading = { context, params, asOf: moments.start };
  const end: Reading = { context, params, ...(moments.end === undefined ? {} : { asOf: moments.end }) };
  const filter = asked(question);
  const was = recordsAsked(start, object, filter);
  if (!was.ok) return was;
  const is = recordsAsked(end, object, filter);
  if (!is.ok) return is;
  const keysBefore = groupKeys(start, object, groupBy);
  if (!keysBefore.ok) return keysBefore;
  const keys = groupKeys(end, object, groupBy);
  if (!keys.ok) return keys;
  const keyColumns = keys.value.flatMap((key) => key.columns);

  const [before, after] = [was.value, is.value];
  const since = params.add(moments.start, "timestamptz");
  const fresh = `t."created_at" > ${since} as fresh`;
  const own = amounts(money);
  const group = (columns: typeof keyColumns): string =>
    `${selected(columns)}${columns.length === 0 ? "''" : `jsonb_build_array(${columns.map(({ sql }) => sql).join(", ")})::text`} as g`;
  const prepared: Prepared = { question, reading: end, ...after, keys: keys.value, keyColumns };
  const met = keyColumns
    .map(
      ({ as }) =>
        `case when o0.id is not null then o0.${ident(as)} else o1.${ident(as)} end as ${ident(as)}, `,
    )
    .join("");
  const closed = `t."stage_type" in ('won', 'lost')`;
  const text = `with o0 as materialized (select t."id", ${group(keysBefore.value.flatMap((key) => key.columns))}, ${own} from ${before.from} where ${before.where} and t."stage_type" = 'open'),
o1 as materialized (select t."id", ${group(keyColumns)}, ${fresh}, ${own} from ${after.from} where ${after.where} and t."stage_type" = 'open'),
c1 as (select t."id", ${group(keyColumns)}, t."stage_type" as type, ${fresh}, ${own} from ${after.from} where ${after.where} and ${closed} and t."stage_entered_at" > ${since} and not exists (select 1 from o0 where o0.id = t."id")),
x1 as (select t."id", t."stage_type" as type, ${own} from ${after.from} where t."id" in (select id from o0) and t."deleted_at" is null and ${closed}),
f as (select ${met}o0.id is not null as in0, o1.id is not null as in1, x1.type, coalesce(o1.fresh, false) as fresh, o0.a as a0, o0.b as b0, o0.c as c0,
 case when o1.id is not null then o1.a else x1.a end as a1, case when o1.id is not null then o1.b else x1.b end as b1, case when o1.id is not null then o1.c else x1.c end as c1
 from o0 full join o1 on o1.id = o0.id and o1.g = o0.g left join x1 on x1.id = o0.id and o1.id is null
 union all select ${named(prepared, "c1")}false, false, c1.type, c1.fresh, null, null, null, c1.a, c1.b, c1.c from c1)
select ${named(prepared, "f")}${FIGURES}, least(min(f.c0), min(f.c1)) as "_from", greatest(max(f.c0), max(f.c1)) as "_to" from f${groupedBy(keyColumns.length)}`;
  return accept({ prepared, text });
}

const groupedBy = (keys: number): string =>
  keys === 0 ? "" : ` group by ${Array.from({ length: keys }, (_, at) => at + 1).join(", ")}`;
/** Own amount, company amount, currency. No amount is nothing, so that it can come and go. */
const amounts = (money: string | null): string =>
  money === null
    ? "0::numeric as a, 0::numeric as b, null::text as c"
    : `coalesce(t.${ident(money)}, 0) as a, coalesce(t.${ident(`${money}__base`)}, 0) as b, case when t.${ident(money)} is not null then t.${ident(`${money}__currency`)} end as c`;

const STAYED = "f.in0 and (f.in1 or f.type is not null)";
const JOINED = "not f.in0";
const figure = (name: string, where: string, moment: 0 | 1): string =>
  `count(*) filter (where ${where}) as "${name}_n", ${["a", "b"].map((side) => `coalesce(sum(f.${side}${moment}) filter (where ${where}), 0) as "${name}_${side}"`).join(", ")}`;
const change = (name: string, more: 0 | 1, less: 0 | 1): string =>
  ["a", "b"]
    .map((side) => {
      const where = `filter (where ${STAYED} and f.${side}${more} > f.${side}${less})`;
      return `count(*) ${where} as "${name}_n_${side}", coalesce(sum(f.${side}${more} - f.${side}${less}) ${where}, 0) as "${name}_${side}"`;
    })
    .join(", ");
const FIGURES = [
  figure("start", "f.in0", 0),
  figure("new", `${JOINED} and f.fresh`, 1),
  change("increased", 1, 0),
  change("decreased", 0, 1),
  figure("moved_in", `${JOINED} and not f.fresh`, 1),
  figure("moved_out", "f.in0 and not f.in1 and f.type is null", 0),
  figure("won", "f.type = 'won'", 1),
  figure("lost", "f.type = 'lost'", 1),
  figure("end", "f.in1", 1),
].join(", ");
