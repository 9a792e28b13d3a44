import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { csvLines } from "../../../shared/text/csv.ts";
import type { Route } from "../../../engine/api/route.ts";
import { SENT } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, refuse } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import { label } from "../../../shared/i18n/label.ts";
import { attachment, fileMark, logAccess, takeOut } from "../../identity/server/public.ts";
import type { AuditChange, CheckAnswer, SealState } from "../shared/wire.ts";
import { readAudit } from "./audit-changes.ts";
import { checkSeals } from "./check-seals.ts";
import { auditMessages } from "./messages.ts";

const PAGE = 50;
const MOST = 20_000;
const uuid = Type.Optional(Type.String({ pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" }));
const word = Type.Optional(Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" }));
const moment = Type.Optional(
  Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?Z$" }),
);
const ChangeQuery = Type.Object({
  actor: uuid,
  object: word,
  record: uuid,
  kind: word,
  road: word,
  from: moment,
  to: moment,
  request: Type.Optional(Type.String({ maxLength: 80 })),
  /** With the lines of the bell; without it they are left out unless asked for by object or record. */
  notifications: Type.Optional(Type.Literal("1")),
  cursor: Type.Optional(Type.String({ pattern: "^\\d{1,15}$" })),
});

const changesRoute: Route = {
  method: "GET",
  path: "/audit/changes",
  longest: 15_000,
  summary: label("变更日志，最新在前", "The change log, newest first"),
  tag: "audit",
  ability: "audit.read",
  query: ChangeQuery,
  run: async (context, { query }) => {
    const data = await readAudit(context, filterOf(query), PAGE);
    return accept({ data, page: { next: data.length === PAGE ? String(data.at(-1)?.seq) : null } });
  },
};
const filterOf = (query: unknown): Static<typeof ChangeQuery> =>
  Value.Check(ChangeQuery, query) ? query : {};

const exportRoute: Route = {
  method: "POST",
  path: "/audit/export",
  longest: 60_000,
  summary: label("把变更日志导出为 CSV", "Export the change log as CSV"),
  tag: "audit",
  ability: "audit.read",
  reads: true,
  viewing: "closed",
  body: Type.Omit(ChangeQuery, ["cursor"]),
  run: async (context, { body, request, reply }) => {
    if (!hasAbility(context, "record.export"))
      return refuse({ status: 403, code: "forbidden", text: auditMessages.no_export });
    const filter = filterOf(body);
    const rows: AuditChange[] = [];
    for (let cursor: string | undefined; rows.length < MOST;) {
      const page = await readAudit(context, { ...filter, ...(cursor ? { cursor } : {}) }, 500);
      rows.push(...page);
      if (page.length < 500) break;
      cursor = String(page.at(-1)?.seq);
    }
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
  },
};
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

const sealsRoute: Route = {
  method: "GET",
  path: "/audit/seals",
  summary: label("封存状态与最新的封存", "How far the logs are sealed, and the newest seal"),
  tag: "audit",
  ability: "audit.read",
  run: async (context) => accept({ data: await sealState(context) }),
};
async function sealState({ db, workspace }: Context): Promise<SealState> {
  const seal = systemTable(workspace, "seal");
  const [row] = await db.query<{
    number: number | null;
    digest: string | null;
    at: string | null;
    changes: number;
    access: number;
    last_change: number;
    last_access: number;
  }>({
    text: `select n.number, encode(n.digest, 'hex') as digest, n.at,
        coalesce((select max(last) from ${seal} where log = 'changes'), 0) as changes, coalesce((select max(last) from ${seal} where log = 'access_log'), 0) as access,
        coalesce((select max(seq) from ${systemTable(workspace, "changes")}), 0) as last_change, coalesce((select max(id) from ${systemTable(workspace, "access_log")}), 0) as last_access
      from (select 1) one left join lateral (select number, digest, at from ${seal} order by number desc limit 1) n on true`,
  });
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

const checkRoute: Route = {
  method: "POST",
  path: "/audit/check",
  longest: 600_000,
  summary: label("核对整条封存链", "Check the whole chain of seals"),
  tag: "audit",
  ability: "audit.read",
  reads: true,
  run: async ({ db, workspace }) => {
    const { seals, rows, broken } = await checkSeals(db, workspace);
    const data: CheckAnswer = { whole: broken.length === 0, seals, rows, broken };
    return accept({ data });
  },
};

export const auditRoutes: readonly Route[] = [changesRoute, exportRoute, sealsRoute, checkRoute];
