import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { readRecordChanges } from "../../shared/wire/changes.contract.ts";
import type { AnswerOf } from "../../shared/wire/contract.ts";
import type { Context } from "../kernel/context.ts";
import { MALFORMED } from "../kernel/malformed.ts";
import { get } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { Params } from "../kernel/params.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
import { describeChanges, type Logged } from "./describe-changes.ts";
import { eventCondition, eventsOf } from "./record-events.ts";
import { CHANGE_COLUMNS } from "./read-changes.ts";

export interface PageRequest {
  readonly cursor: string | undefined;
  /** Moment; only what happened before it. */
  readonly until?: string | undefined;
  readonly limit: number;
}
/**
 * What changed on one record, by whom, through which road, newest first; only fields that the caller may
 * read.
 */
export async function recordChanges(
  context: Context,
  name: string,
  id: string,
  { cursor, until, limit }: PageRequest,
): Promise<Result<AnswerOf<typeof readRecordChanges>>> {
  const known = objectOf(context, name);
  if (!known.ok) return known;
  const object = known.value;
  const before = positionOf(cursor);
  if (!before.ok) return before;
  const found = await get(context, object, id, { deleted: true });
  if (!found.ok) return found;
  const rows = await readLogged(context, name, id, {
    before: before.value,
    until,
    limit,
    created: partOf(anyRecord, found.value).created_at ?? null,
  });
  const data = await describeChanges(context, rows);
  return accept({ data, page: { next: rows.length === limit ? String(rows.at(-1)?.seq) : null } });
}

function positionOf(cursor: string | undefined): Result<number> {
  const position = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor);
  return Number.isSafeInteger(position) && position >= 0
    ? accept(position)
    : refuse({ status: 400, code: "bad_cursor", text: MALFORMED });
}

interface LoggedRequest {
  readonly before: number;
  readonly until: string | undefined;
  readonly limit: number;
  /** When the record was created, which nothing in its log is older than. */
  readonly created: string | null;
}
/**
 * Log rows of one record and of what is told along with it, newest first, below a number of the log. One
 * statement.
 */
function readLogged(
  context: Context,
  object: string,
  id: string,
  { before, until, limit, created }: LoggedRequest,
): Promise<Logged[]> {
  const params = new Params();
  const columns = CHANGE_COLUMNS.split(", ").map((column) => `c.${column}`);
  const [first, last] = withinMonths([created], [context.now]);
  const bounds = [
    `c.seq < ${params.add(before, "bigint")}`,
    `c.at >= ${params.add(first, "timestamptz")}`,
    `c.at <= ${params.add(last, "timestamptz")}`,
    ...(until === undefined ? [] : [`c.at < ${params.add(until, "timestamptz")}`]),
  ].join(" and ");
  const own = `c.record = ${params.add(id, "uuid")} and c.object = ${params.add(object, "text")}`;
  const about = eventsOf(context, object).map((events) => eventCondition(context, events, id, params));
  const arm = (condition: string): string =>
    `(select ${columns.join(", ")}, u.name as author, to_jsonb(c) -> 'kept' as kept from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where ${condition} and ${bounds} order by c.seq desc limit ${params.add(limit, "integer")})`;
  const arms = [own, ...about].map(arm);
  return context.db.query<Logged>({
    text:
      arms.length === 1
        ? (arms[0] ?? "")
        : `select * from (${arms.join(" union all ")}) l order by seq desc limit ${params.add(limit, "integer")}`,
    values: params.values,
  });
}
