import Big from "big.js";
import type { Transaction } from "../../platform/db/database.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import { dayIn } from "../../shared/time/zone.ts";
import type { Context } from "../context.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";

const texts = defineMessages({
  no_rate: { "zh-CN": "没有 {currency} 的汇率，请先在设置中维护。", en: "There is no exchange rate for {currency}; add one in settings first." },
});

interface Amount {
  amount: string;
  currency: string;
  base?: string;
}
const amountOf = (value: WireValue | undefined): Amount | null =>
  value && typeof value === "object" && !Array.isArray(value) ? (value as unknown as Amount) : null;

/** Sets the company amount of every sum of money that was written (decision 16). Company currency: the amount itself. */
export async function deriveMoney(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<void> {
  const fields = object.fields.filter((field): field is FieldOf<"money"> => field.kind === "money");
  const foreign = new Set<string>();
  const written = items.flatMap((item) =>
    fields.filter((field) => item.changed.has(field.name)).map((field) => ({ item, field, money: amountOf(item.after[field.name]) })),
  );
  for (const { money } of written) if (money && money.currency !== context.company.currency) foreign.add(money.currency);
  if (foreign.size === 0) return;
  const rates = await readRates(tx, context, [...foreign]);
  for (const { item, field, money } of written) {
    if (!money || money.currency === context.company.currency) continue;
    const rate = rates.get(money.currency);
    if (rate === undefined) refuseItem(item, { status: 422, code: "no_rate", text: texts.no_rate, params: { currency: money.currency } });
    else if (isLive(item))
      item.after[field.name] = { amount: money.amount, currency: money.currency, base: new Big(money.amount).times(rate).round(4, Big.roundHalfUp).toFixed() };
  }
}

async function readRates(tx: Transaction, context: Context, currencies: readonly string[]): Promise<Map<string, string>> {
  if (!context.catalog.object("exchange_rate")) return new Map();
  const rows = await tx.query<{ currency: string; rate: string }>({
    text: `select distinct on (currency) currency, rate from ${tableOf(context.workspace, "exchange_rate")}
           where currency = any($1::text[]) and since <= $2::date and deleted_at is null order by currency, since desc`,
    values: [currencies, dayIn(context.company.zone, context.now)],
  });
  return new Map(rows.map((row) => [row.currency, row.rate]));
}
