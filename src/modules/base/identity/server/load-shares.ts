import { json, orNull, sure, text, timestamptz, uuid, word } from "../../../../platform/db/columns.ts";
import {
  MOST_SHARES,
  Params,
  type Principal,
  type Share,
  type Visibility,
  type Workspace,
  sharedWithSql,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
import type { Database } from "../../../../platform/db/database.ts";
import { BoundedCache } from "./bounded-cache.ts";

type Shares = Visibility["shares"];
interface Versions {
  readonly rightsVersion: number | undefined;
  readonly sharesVersion: number | undefined;
}
const MOST_PERSONS = 2000;
const known = new WeakMap<Database, BoundedCache<Shares>>();
/** So much is seen for a while at the same time; nobody is asked about more at once. */
const MOST_SIGHTS = 5000;
const NONE: Shares = new Map();

/**
 * What is shared with a person. One statement; none under known versions, and none while nothing was ever
 * shared.
 */
export async function loadShares(
  db: Database,
  workspace: Workspace,
  person: Principal,
  { rightsVersion, sharesVersion }: Versions,
): Promise<Shares> {
  if (sharesVersion === 0 || person.id === null) return NONE;
  const cache = known.get(db) ?? new BoundedCache<Shares>(MOST_PERSONS);
  known.set(db, cache);
  const versioned = rightsVersion !== undefined && sharesVersion !== undefined;
  const key = `${workspace.schema} ${person.id} ${rightsVersion} ${sharesVersion}`;
  const found = versioned ? cache.get(key) : undefined;
  if (found) return found;
  const shares = await readShares(db, workspace, person);
  if (versioned) cache.set(key, shares);
  return shares;
}

const shared = {
  id: uuid,
  object: sure(text),
  record: sure(uuid),
  level: sure(word<Share["level"]>()),
  to: json<Share["to"]>(),
  until: orNull(timestamptz),
  source: orNull(text),
};
async function readShares(db: Database, workspace: Workspace, person: Principal): Promise<Shares> {
  const params = new Params();
  const rows = await db.query({
    columns: shared,
    text: `(select s.id, s.regarding__object as object, s.regarding as record, s.level, jsonb_build_object('object', s.to__object, 'id', s."to") as "to", s.expires_at as until, null as source
      from ${tableOf(workspace, "share")} s where s.deleted_at is null and (s.expires_at is null or s.expires_at > now()) and ${sharedWithSql(person, "s", params)}
      order by s.id limit ${MOST_SHARES + 1})
      union all (select w.source_id, w.object, w.record, 'read', jsonb_build_object('object', w.to_object, 'id', w."to"), null, w.source
      from ${systemTable(workspace, "sight_while")} w where (w.to_object = 'user' and w."to" = ${params.add(person.id, "text")}) or (w.to_object = 'role' and w."to" = any(${params.add(
        person.roles.map(({ name }) => name),
        "text[]",
      )}))
      limit ${MOST_SIGHTS})`,
    values: params.values,
  });
  if (rows.filter(({ source }) => source === null).length > MOST_SHARES) return "many";
  const byObject = new Map<string, Share[]>();
  for (const { source, ...share } of rows) {
    const row = source === null ? share : { ...share, source };
    const known = byObject.get(row.object);
    if (known) known.push(row);
    else byObject.set(row.object, [row]);
  }
  return byObject;
}
