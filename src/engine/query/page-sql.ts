import { direction, idOrder, pageArms, type Position } from "./page-arms.ts";
import type { Params } from "./params.ts";
import type { SortKey } from "./sort-keys.ts";

export interface PageSql {
  readonly params: Params;
  readonly from: string;
  readonly where: string;
  readonly keys: readonly SortKey[];
  readonly position?: Position;
  /** Rows to fetch. */
  readonly take: number;
  /** Select list over the alias `t` of the page's rows. */
  readonly outputs: readonly string[];
}

/**
 * One statement for a page: the rows are found first, by their keys; titles and computed fields are looked up only for them.
 * The keys come along as "_k0", "_k1", … for the cursor.
 */
export function pageSql(page: PageSql): string {
  const { params, keys, take } = page;
  const key = (at: number) => `"_k${at}"`;
  const picked = ["t.*", ...keys.map(({ sql }, at) => `${sql} as ${key(at)}`)].join(", ");
  const arms = pageArms(params, "t", keys, page.position).map((arm) => {
    const where = [page.where, arm.where].filter((each) => each !== "true").join(" and ");
    return `select ${picked} from ${page.from} t where ${where} order by ${arm.order} limit ${take}`;
  });
  const rows = arms.length === 1 ? `(${arms[0]})` : `(${arms.map((arm) => `(${arm})`).join(" union all ")})`;
  const order = [...keys.map((each, at) => direction(each, `t.${key(at)}`)), idOrder("t", keys)].join(", ");
  const shown = [...page.outputs, ...keys.map((_, at) => `t.${key(at)}`)].join(", ");
  return `select ${shown} from ${rows} t order by ${order} limit ${take}`;
}
