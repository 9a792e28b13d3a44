import { accept, type Context, hasAbility, refuse, type Route, serve } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { readBalanceEntries, readBalances } from "../shared/balances.contract.ts";
import { type BalanceKind, balanceKinds } from "./balance-kinds.ts";
import { balancesAt, balancesOf, entriesOf } from "./balance-statements.ts";

const MOST = 1000;
const PAGE = 100;

/** Unknown kinds and those that are not for the caller are the same to them. */
function kindFor(context: Context, name: string): BalanceKind | undefined {
  const kind = balanceKinds.read(context.hooks).get(name);
  return kind && (hasAbility(context, "security.manage") || kind.mayRead?.(context) === true)
    ? kind
    : undefined;
}
const unknown = refuse({
  status: 404,
  code: "not_found",
  text: label("没有这类余额，或者你无权查看", "There is no such kind of balance, or you may not read it"),
});

const balancesRoute = serve(readBalances, { viewing: "closed" }, async (context, { params, query }) => {
  const kind = kindFor(context, params.kind);
  if (!kind) return unknown;
  const { of, as_of: moment } = query;
  const asked =
    moment === undefined
      ? balancesOf(context.workspace, params.kind, of, MOST)
      : balancesAt(context.workspace, params.kind, of, moment, MOST);
  const data = await context.db.query(asked);
  return accept({ kind: { name: params.kind, label: kind.label }, data });
});

const entriesRoute = serve(readBalanceEntries, { viewing: "closed" }, async (context, { params, query }) => {
  if (!kindFor(context, params.kind)) return unknown;
  const before = query.cursor === undefined ? null : Number(query.cursor);
  const data = await context.db.query(entriesOf(context.workspace, params.kind, query.of, before, PAGE));
  const last = data.length === PAGE ? data.at(-1) : undefined;
  return accept({ data, page: { next: last ? String(last.id) : null } });
});

export const balanceRoutes: readonly Route[] = [balancesRoute, entriesRoute];
