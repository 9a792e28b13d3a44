import { type Context, answering, refuse, tablesOf } from "../../../../engine/public.ts";
import { integer, text } from "../../../../platform/db/columns.ts";
import { joined, sql } from "../../../../platform/db/sql.ts";
import { demoMessages } from "../shared/demo.messages.ts";
import { DEMO_SYSTEM } from "./demo-mark.ts";

/** What a company sells to, and what it sells: with any of these of its own, demo data would be mixed in. */
const BUSINESS = ["lead", "account", "contact", "opportunity"];
/** Counted no further: it is only told. */
const MOST = 1000;

export interface OwnData {
  readonly object: string;
  readonly count: number;
}

/** Records of the company's own, by object. */
export async function ownData({ db, workspace, catalog }: Context): Promise<readonly OwnData[]> {
  const { record } = tablesOf(workspace);
  const arms = BUSINESS.filter((name) => catalog.object(name)).map(
    (name) =>
      sql`select ${name}::text as object, count(*)::int as count from (select 1 from ${record(name)} where deleted_at is null and source_system is distinct from ${DEMO_SYSTEM} limit ${MOST}) x`,
  );
  const rows = await db.query(answering({ object: text, count: integer }, joined(arms, " union all ")));
  return rows.filter(({ count }) => count > 0);
}

/** Why no demo data is added: what of its own the company has, in words. */
export function hasOwnData({ catalog, language }: Context, own: readonly OwnData[]) {
  const told = own.map(
    ({ object, count }) => `${catalog.object(object)?.plural[language] ?? object} ${count}`,
  );
  const what = told.join(language === "en" ? ", " : "、");
  return refuse({ status: 409, code: "has_own_data", text: demoMessages.has_own_data, params: { what } });
}
