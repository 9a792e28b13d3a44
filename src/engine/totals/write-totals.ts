import Big from "big.js";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { toColumns } from "../values/row-values.ts";
import type { WrittenAlong } from "../kernel/write-parts.ts";
import { deltasOf } from "../schema/names.ts";
import { SUMS, totalsKey, totalsShape, type TotalsShape } from "../schema/totals-shape.ts";

type Delta = Record<string, string | number | null>;

/** What a write does to one record, as far as totals go. */
interface Moved {
  readonly operation: { readonly op: "create" | "update" | "delete" | "restore" };
  readonly before: Values | null;
  readonly after: Values;
  readonly changed: ReadonlySet<string>;
}

/**
 * Adds what a write changes of the totals to the deltas, in the write's own statement: new rows only, so that
 * no two writers wait for each other, however many records one department has.
 */
export function totalsAlong(context: Context, object: CatalogObject, items: readonly Moved[]): WrittenAlong {
  return (parts) => {
    const shape = totalsShape(object);
    if (!shape) return;
    const rows = deltas(shape, items);
    if (rows.length === 0) return;
    const names = shape.columns.map((column) => ident(column.name)).join(", ");
    const types = shape.columns.map((column) => `${ident(column.name)} ${column.type}`).join(", ");
    parts.push(
      `totals as (insert into ${deltasOf(context.workspace, object.name)} (${names}) select ${names} from json_to_recordset(${parts.param(JSON.stringify(rows), "json")}) as r(${types}))`,
    );
  };
}

function deltas(shape: TotalsShape, items: readonly Moved[]): readonly Delta[] {
  const found = new Map<string, Delta>();
  const move = (values: Values | null, sign: 1 | -1): void => {
    if (!values) return;
    const row = rowOf(shape, values);
    const key = JSON.stringify(totalsKey(shape).map((name) => row[name]));
    const known = found.get(key);
    found.set(
      key,
      known
        ? added(known, row, sign)
        : added({ ...row, _records: 0, _given: 0, _amount: "0", _base: "0" }, row, sign),
    );
  };
  for (const item of items) {
    const { op } = item.operation;
    if (op === "update" && !touches(shape, item)) continue;
    if (op !== "restore") move(item.before, -1);
    if (op !== "delete") move(item.after, 1);
  }
  return [...found.values()].filter((row) => SUMS.some((name) => !new Big(row[name] ?? 0).eq(0)));
}
const touches = ({ dimensions, money }: TotalsShape, item: Moved): boolean =>
  dimensions.some((field) => item.changed.has(field.name)) ||
  (money !== undefined && item.changed.has(money.name));

function rowOf({ dimensions, money }: TotalsShape, values: Values): Delta {
  const row: Delta = {};
  for (const { name } of dimensions) {
    const value = values[name];
    row[name] = typeof value === "string" ? value : null;
  }
  const columns = money ? toColumns(money, values[money.name] ?? null) : {};
  const amount = money ? columns[money.name] : null;
  const isGiven = amount !== null && amount !== undefined;
  const currency = money && isGiven ? columns[`${money.name}__currency`] : null;
  row["_currency"] = typeof currency === "string" ? currency : null;
  row["_records"] = 1;
  row["_given"] = isGiven ? 1 : 0;
  row["_amount"] = isGiven ? String(amount) : "0";
  row["_base"] = isGiven && money ? String(columns[`${money.name}__base`] ?? "0") : "0";
  return row;
}

function added(to: Delta, row: Delta, sign: 1 | -1): Delta {
  const sums = SUMS.map((name) => [
    name,
    new Big(to[name] ?? 0).plus(new Big(row[name] ?? 0).times(sign)).toFixed(),
  ]);
  return { ...to, ...Object.fromEntries(sums) };
}
