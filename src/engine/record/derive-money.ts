import Big from "big.js";
import { ident, type Transaction } from "../../platform/db/database.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { dayIn } from "../../shared/time/zone.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import { isEnded } from "./is-ended.ts";
import { sameValue, withoutRate } from "../values/row-values.ts";

const messages = defineMessages({
  no_rate: {
    "zh-CN": "没有 {currency} 的汇率，请先在设置中添加。",
    en: "There is no exchange rate for {currency}. Add one in Settings first.",
  },
});

interface Amount {
  readonly amount: string;
  readonly currency: string;
  readonly base?: string;
  readonly rate_date?: string;
}
const amountOf = (value: WireValue | undefined): Amount | null =>
  value && typeof value === "object" && !Array.isArray(value) ? (value as unknown as Amount) : null;

interface Rating {
  readonly item: Item;
  readonly field: FieldOf<"money">;
  readonly money: Amount;
  /** The day whose rate holds. */
  readonly day: string;
}

/**
 * Sets the company amounts of money in other currencies, with the day of the rate (decision 16): at each
 * write while the record is open. The write that ends it is the last one; afterwards an amount that is
 * corrected keeps the day.
 */
export async function deriveMoney(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  const fields = object.fields.filter(
    (field): field is FieldOf<"money"> => field.kind === "money" && !field.hidden,
  );
  const ratings = items.flatMap((item) =>
    fields.flatMap((field) => ratingOf(context, object, item, field) ?? []),
  );
  if (ratings.length === 0) return;
  const rates = await readRates(tx, context, ratings);
  for (const { item, field, money, day } of ratings) {
    const rate = rates.get(`${money.currency} ${day}`);
    if (rate !== undefined) {
      if (isLive(item))
        item.after[field.name] = {
          amount: money.amount,
          currency: money.currency,
          base: inCompany(money.amount, rate),
          rate_date: day,
        };
    } else if (item.changed.has(field.name))
      refuseItem(item, {
        status: 422,
        code: "no_rate",
        text: messages.no_rate,
        params: { currency: money.currency },
      });
  }
}
const inCompany = (amount: string, rate: string): string =>
  new Big(amount).times(rate).round(4, Big.roundHalfUp).toFixed();

/**
 * Null where nothing is to be computed: company currency, an unwritten record, one that had ended and whose
 * amount stays.
 */
function ratingOf(
  { company }: Context,
  object: CatalogObject,
  item: Item,
  field: FieldOf<"money">,
): Rating | null {
  const money = amountOf(item.after[field.name]);
  if (!money || money.currency === company.currency || item.changed.size === 0) return null;
  const today = dayIn(company.zone, item.moment);
  if (!item.before || !isEnded(object, item.before) || !isEnded(object, item.after))
    return { item, field, money, day: today };
  const before = amountOf(item.before[field.name]);
  if (sameValue(withoutRate(item.before[field.name]), withoutRate(item.after[field.name]))) {
    if (before) item.after[field.name] = { ...before } as unknown as Values;
    return null;
  }
  return { item, field, money, day: before?.rate_date ?? today };
}

/** The rate of each currency on each day asked for, by "USD 2026-11-30". */
async function readRates(
  tx: Transaction,
  context: Context,
  ratings: readonly Rating[],
): Promise<Map<string, string>> {
  if (!context.catalog.object("exchange_rate")) return new Map();
  const wanted = [
    ...new Map(
      ratings.map(({ money, day }) => [`${money.currency} ${day}`, [money.currency, day] as const]),
    ).values(),
  ];
  const table = tableOf(context.workspace, "exchange_rate");
  const rows = await tx.query<{ currency: string; day: string; rate: string }>({
    text: `select w.currency, w.day::text as day, r.rate from unnest($1::text[], $2::date[]) as w(currency, day) cross join lateral (
             select rate from ${table} t where t.${ident("currency")} = w.currency and t.since <= w.day and t.deleted_at is null order by t.since desc limit 1) r`,
    values: [wanted.map(([currency]) => currency), wanted.map(([, day]) => day)],
  });
  return new Map(rows.map((row) => [`${row.currency} ${row.day}`, row.rate]));
}
