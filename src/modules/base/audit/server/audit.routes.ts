import {
  type CallOf,
  type Context,
  type Result,
  SENT,
  accept,
  hasAbility,
  refuse,
  serve,
  statement,
} from "../../../../engine/public.ts";
import { bigint, orNull, text, timestamptz } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { csvLines } from "../../../../shared/text/csv.ts";
import { attachment, fileMark, logAccess, takeOut } from "../../identity/public.ts";
import {
  type AuditChange,
  type ChangeFilter,
  checkLogs,
  exportChangeLog,
  readChangeLog,
  readLogDays,
  readSeals,
  type SealState,
} from "../shared/log.contract.ts";
import { readAudit } from "./audit-changes.ts";
import { checkSeals } from "./check-seals.ts";
import { readDays } from "./log-days.ts";
import { auditMessages } from "./messages.ts";

const PAGE = 50;
const AT_ONCE = 500;
const MOST = 20_000;
const ability = "audit.read";

async function changesFor(context: Context, filter: ChangeFilter): Promise<AuditChange[]> {
  const rows: AuditChange[] = [];
  for (let cursor: string | undefined; rows.length < MOST;) {
    const page = await readAudit(context, { ...filter, cursor }, AT_ONCE);
    rows.push(...page);
    if (page.length < AT_ONCE) break;
    cursor = String(page.at(-1)?.seq);
  }
  return rows;
}

async function sendChanges(
  context: Context,
  { body: filter, request, reply }: CallOf<typeof exportChangeLog>,
): Promise<Result<typeof SENT>> {
  if (!hasAbility(context, "record.export"))
    return refuse({ status: 403, code: "forbidden", text: auditMessages.no_export });
  const rows = await changesFor(context, filter);
  const taken = await takeOut(context, rows.length);
  if (!taken.ok) return taken;
  await logAccess(context.db, context.workspace, {
    kind: "export",
    user: context.principal.id,
    ip: request.ip,
    detail: { object: "changes", filter: JSON.stringify(filter), rows: rows.length },
  });
  await reply
    .header("content-disposition", attachment("changes.csv", await fileMark(context)))
    .type("text/csv; charset=utf-8")
    .send(`\ufeff${toCsv(rows)}`);
  return accept(SENT);
}
const toCsv = (rows: readonly AuditChange[]): string =>
  csvLines([
    [
      "seq",
      "at",
      "actor",
      "actor_kind",
      "road",
      "kind",
      "object",
      "record",
      "title",
      "version",
      "before",
      "after",
      "note",
      "request",
    ],
    ...rows.map((row) => csvRow(row).map(String)),
  ]);

const csvRow = ({
  seq,
  at,
  actor,
  road,
  kind,
  object,
  record,
  title,
  version,
  before,
  after,
  note,
  request,
}: AuditChange): (string | number)[] => {
  const who = [seq, at, actor.name ?? actor.id ?? "", actor.kind, road, kind];
  const what = [
    object,
    record,
    title ?? "",
    version,
    JSON.stringify(before),
    JSON.stringify(after),
    note ? JSON.stringify(note) : "",
    request ?? "",
  ];
  return [...who, ...what];
};

export const sealsSoFar = statement(
  {
    number: orNull(bigint),
    digest: orNull(text),
    at: orNull(timestamptz),
    changes: bigint,
    access: bigint,
    last_change: bigint,
    last_access: bigint,
  },
  ({ system }) => sql`select n.number, encode(n.digest, 'hex') as digest, n.at,
        coalesce((select max(last) from ${system("seal")} where log = 'changes'), 0) as changes, coalesce((select max(last) from ${system("seal")} where log = 'access_log'), 0) as access,
        coalesce((select max(seq) from ${system("changes")}), 0) as last_change, coalesce((select max(id) from ${system("access_log")}), 0) as last_access
      from (select 1) one left join lateral (select number, digest, at from ${system("seal")} order by number desc limit 1) n on true`,
);
async function sealState({ db, workspace }: Context): Promise<SealState> {
  const [row] = await db.query(sealsSoFar(workspace));
  const newest =
    row?.number && row.digest && row.at ? { number: row.number, digest: row.digest, at: row.at } : null;
  // A number that no change took, as its write was refused, is sealed with those before it.
  const state = (sealed = 0, last = 0) => ({ sealed, last: Math.max(sealed, last) });
  return {
    newest,
    changes: state(row?.changes, row?.last_change),
    access: state(row?.access, row?.last_access),
  };
}

export const auditRoutes = [
  serve(readChangeLog, { ability, longest: 15_000 }, async (context, { query }) => {
    const data = await readAudit(context, query, PAGE);
    return accept({ data, page: { next: data.length === PAGE ? String(data.at(-1)?.seq) : null } });
  }),
  serve(readLogDays, { ability, longest: 15_000 }, async (context, { query }) =>
    accept({ data: await readDays(context, query) }),
  ),
  serve(exportChangeLog, { ability, longest: 60_000, reads: true, viewing: "closed" }, sendChanges),
  serve(readSeals, { ability }, async (context) => accept({ data: await sealState(context) })),
  serve(checkLogs, { ability, longest: 600_000, reads: true }, async ({ db, workspace }) => {
    const { seals, rows, broken } = await checkSeals(db, workspace);
    return accept({ data: { whole: broken.length === 0, seals, rows, broken } });
  }),
];
