import {
  type Context,
  type Result,
  accept,
  get,
  objectOf,
  statement,
  titlesFor,
} from "../../../../engine/public.ts";
import { integer, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { readLooks } from "../../../../shared/wire/record-looks.contract.ts";

/** So many are told; more than that nobody reads. */
const MOST = 50;

/** A look within ten minutes of the last one is the same look: nothing is written. */
export const keepLook = statement(
  { person: uuid },
  ({ system }, record: string, person: string, now: string) =>
    sql`insert into ${system("record_look")} as l (record, person, first_at, last_at, count) values (${record}, ${person}, ${now}, ${now}, 1)
on conflict (record, person) do update set last_at = excluded.last_at, count = l.count + 1 where l.last_at < excluded.last_at - interval '10 minutes' returning person`,
);
export const looksOf = statement(
  { person: uuid, first_at: timestamptz, last_at: timestamptz, count: integer },
  ({ system }, record: string, but: string | null, now: string) =>
    sql`select person, first_at, last_at, count from ${system("record_look")}
where record = ${record} and person is distinct from ${but}::uuid and last_at > ${now}::timestamptz - interval '90 days' order by last_at desc, person limit ${MOST}`,
);

interface OfRecord {
  readonly object: string;
  readonly id: string;
}
type Looks = AnswerOf<typeof readLooks>;

/** Who else has opened a record that the caller sees; `keeps` notes that the caller has, too. */
export async function looksAt(
  context: Context,
  { object: name, id }: OfRecord,
  keeps: boolean,
): Promise<Result<Looks>> {
  const object = objectOf(context, name);
  if (!object.ok) return object;
  const seen = await get(context, object.value, id);
  if (!seen.ok) return seen;
  const { db, workspace, principal, now } = context;
  if (keeps && principal.kind === "person" && principal.id !== null)
    await db.query(keepLook(workspace, id, principal.id, now));
  const looks = await db.query(looksOf(workspace, id, principal.id, now));
  const names = await titlesFor(
    context,
    looks.map(({ person }) => ({ object: "user", id: person })),
  );
  const data = looks.flatMap(({ person, ...look }) => {
    const called = names.get(person);
    return called === undefined ? [] : [{ id: person, name: called, ...look }];
  });
  return accept({ data });
}
