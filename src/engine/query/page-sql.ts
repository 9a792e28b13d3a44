import { ident } from "../../platform/db/database.ts";
import type { Branch } from "./branches.ts";
import { namesOnly } from "./in-latest.ts";
import { type Arm, direction, idOrder } from "./page-arms.ts";
import { allOf } from "./source.ts";
import type { SortKey } from "./sort-keys.ts";

export interface PageSql {
  readonly branches: readonly Branch[];
  /** What the request asks of the row `t` of any branch. */
  readonly where: string;
  /** What else holds, by the words of `t` in the narrow table, of every row that `where` finds. */
  readonly sieve: string;
  readonly keys: readonly SortKey[];
  /** The parts of the page that are asked for, in the order of keys that may be spelled otherwise. */
  readonly arms: (keys: readonly SortKey[]) => readonly Arm[];
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
 * One statement for a page. Where there is one way to the rows and all may be seen, they are read as they are
 * found. Else they are found first, by their keys, in indexes alone, a page of each way, and the rows are
 * fetched for the ids that are left; titles and computed fields are looked up only for them. The keys come
 * along as "_k0", "_k1", … for the cursor.
 */
export function pageSql(page: PageSql): string {
  const { keys, take, branches, where } = page;
  const arms = page.arms(keys);
  const [[only], [arm]] = [branches, arms];
  if (only && arm && branches.length === 1 && arms.length === 1 && only.where === "true" && !only.latest) {
    const picked = [...page.outputs, ...keyOutputs(keys)].join(", ");
    return `select ${picked} from ${only.from} t where ${allOf([where, arm.where])} order by ${arm.order} limit ${take}`;
  }
  const shown = [...page.outputs, ...keys.map((_, at) => `k.${key(at)}`)].join(", ");
  const order = (alias: string): string =>
    [...keys.map((each, at) => direction(each, `${alias}.${key(at)}`)), idOrder(alias, keys)].join(", ");
  const ids = `(select * from ${armsOf(page, order)} k order by ${order("k")} limit ${take}) k`;
  const rows = page.lateral ? `cross join lateral ${page.rows} t` : `join ${page.rows} t on t."id" = k."id"`;
  return `select ${shown} from ${ids} ${rows} order by ${order("k")}`;
}
const keyOutputs = (keys: readonly SortKey[]): readonly string[] =>
  keys.map(({ sql }, at) => `${sql} as ${key(at)}`);

/** A row may be found by several ways: UNION leaves one. */
function armsOf(
  { keys, take, branches, where, sieve, arms }: PageSql,
  orderOf: (alias: string) => string,
): string {
  const found = branches.flatMap((branch) =>
    arms(keys).map((arm, place) => {
      const rest = [arm.where, arm.order, ...keyOutputs(keys)];
      const { from, conditions, at } = placed(branch, { where, sieve }, rest);
      const spelled = at(keys);
      const { where: beyond, order } = arms(spelled)[place] ?? arm;
      const picked = [`t."id"`, ...keyOutputs(spelled)].join(", ");
      const rows = `from ${from} where ${allOf([...conditions, beyond])}`;
      // OFFSET 0 keeps the order out of the search.
      return branch.few === true
        ? `select * from (select ${picked} ${rows} offset 0) t order by ${orderOf("t")} limit ${take}`
        : `select ${picked} ${rows} order by ${order} limit ${take}`;
    }),
  );
  return found.length === 1
    ? `(${found[0]})`
    : `(${found.map((arm) => `(${arm})`).join(branches.length > 1 ? " union " : " union all ")})`;
}

/** Where the rows of a branch are looked for, and how the keys are spelled there. */
interface Placed {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly at: (keys: readonly SortKey[]) => readonly SortKey[];
}

/**
 * In the order of the last change the narrow table is walked: alone where it answers all that is asked, else
 * with each row beside it. It stands as `s`, whose records they are is then asked of it, too, so that rows of
 * others are passed by without being read. Where it holds what is asked, that is asked of both: the row says
 * so, and what the narrow table says no to is not fetched. COALESCE keeps the planner from counting the
 * condition twice.
 */
function placed(
  { from, where: way, latest }: Branch,
  { where, sieve }: Pick<PageSql, "where" | "sieve">,
  rest: readonly string[],
): Placed {
  const same = (spelled: readonly SortKey[]): readonly SortKey[] => spelled;
  if (!latest) return { from: `${from} t`, conditions: [way, where], at: same };
  const holds = (sql: string): boolean => namesOnly(latest.sought, "t", sql);
  const isKnown = (sql: string): boolean => namesOnly(latest.columns, "t", sql);
  // What one person has is read to its end where nearly nothing is found; whoever sees more has an index of
  // the rows for that.
  const answers = OF_ONE.test(way) ? isKnown : holds;
  if ([way, where, ...rest].every(answers))
    return { from: `${latest.table} t`, conditions: [sieve, way, where], at: same };
  const narrow = allOf([
    sieve,
    holds(way) ? way : "true",
    isKnown(where) && where !== "true" ? `coalesce(${where}, true)` : "true",
  ]);
  // The planner takes the inner query apart: it only gives the narrow row the name that conditions ask of.
  const found = narrow === "true" ? latest.table : `(select * from ${latest.table} t where ${narrow})`;
  return {
    from: `${found} s join ${from} t on t."id" = s."id"`,
    conditions: [holds(way) ? "true" : way, where],
    at: (spelled) => spelled.map((key) => (key.stamp ? { ...key, sql: `s.${ident(key.stamp)}` } : key)),
  };
}
const OF_ONE = /^t\."owner" = \$\d+::uuid$/;
