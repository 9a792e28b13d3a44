import type { Branch } from "./branches.ts";
import { direction, idOrder, pageArms, type Position } from "./page-arms.ts";
import type { Params } from "./params.ts";
import type { SortKey } from "./sort-keys.ts";

export interface PageSql {
  readonly params: Params;
  readonly branches: readonly Branch[];
  /** What the request asks of the row `t` of any branch. */
  readonly where: string;
  readonly keys: readonly SortKey[];
  readonly position?: Position;
  /** Rows to fetch. */
  readonly take: number;
  /** Select list over the alias `t` of the page's rows. */
  readonly outputs: readonly string[];
  /** The rows behind found ids `k."id"`, as something to put in FROM. */
  readonly rows: string;
  /** Whether `rows` names `k`. */
  readonly lateral: boolean;
}
const key = (at: number): string => `"_k${at}"`;

/**
 * One statement for a page: the rows are found first, by their keys; titles and computed fields are looked up only for them.
 * The keys come along as "_k0", "_k1", … for the cursor. Where several ways lead to rows, or only some may be seen, their keys are sought in
 * indexes alone, a page of each way, and the rows are fetched for the ids that are left.
 */
export function pageSql(page: PageSql): string {
  const { keys, take, branches } = page;
  const [only] = branches;
  const isPlain = branches.length === 1 && only?.where === "true";
  const shown = [...page.outputs, ...keys.map((_, at) => `${isPlain ? "t" : "k"}.${key(at)}`)].join(", ");
  const order = (alias: string): string => [...keys.map((each, at) => direction(each, `${alias}.${key(at)}`)), idOrder(alias, keys)].join(", ");
  const found = armsOf(page, isPlain ? "t.*" : `t."id"`, order);
  if (isPlain) return `select ${shown} from ${found} t order by ${order("t")} limit ${take}`;
  const ids = `(select * from ${found} k order by ${order("k")} limit ${take}) k`;
  const rows = page.lateral ? `cross join lateral ${page.rows} t` : `join ${page.rows} t on t."id" = k."id"`;
  return `select ${shown} from ${ids} ${rows} order by ${order("k")}`;
}

/** A row may be found by several ways: UNION leaves one. */
function armsOf({ params, keys, take, branches, where, position }: PageSql, what: string, orderOf: (alias: string) => string): string {
  const picked = [what, ...keys.map(({ sql }, at) => `${sql} as ${key(at)}`)].join(", ");
  const arms = branches.flatMap((branch) =>
    pageArms(params, "t", keys, position).map((arm) => {
      const conditions = [branch.where, where, arm.where].filter((each) => each !== "true");
      const rows = `from ${branch.from} t where ${conditions.length === 0 ? "true" : conditions.join(" and ")}`;
      // OFFSET 0 keeps the order out of the search.
      return branch.few === true
        ? `select * from (select ${picked} ${rows} offset 0) t order by ${orderOf("t")} limit ${take}`
        : `select ${picked} ${rows} order by ${arm.order} limit ${take}`;
    }),
  );
  return arms.length === 1 ? `(${arms[0]})` : `(${arms.map((arm) => `(${arm})`).join(branches.length > 1 ? " union " : " union all ")})`;
}
