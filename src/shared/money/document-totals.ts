import Big from "big.js";
import { minorUnits } from "./minor-units.ts";

/** A line as its arithmetic sees it: decimal texts, percentages in points ("13" is 13 %). */
export interface PricedLine {
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  /** What is taken off this line, in points. */
  readonly discount?: string | null;
  readonly taxRate?: string | null;
}
export interface DocumentTerms {
  readonly currency: string;
  /** Prices hold their tax. */
  readonly inclusive?: boolean;
  /** What is taken off the whole: points of what the lines come to, or an amount in the money of the lines. */
  readonly discount?: { readonly percent: string } | { readonly amount: string } | null;
}
export interface LineTotals {
  /** Quantity × price less the line's own discount; with its tax where prices hold it. */
  readonly amount: string;
  /** The same without tax. All of them come to the subtotal. */
  readonly net: string;
  /** Of what is left of the line once the document's discount is spread. */
  readonly tax: string;
}
export interface DocumentTotals {
  /** null: a line without a quantity or a price. */
  readonly lines: readonly (LineTotals | null)[];
  /** Without tax, before the document's discount. */
  readonly subtotal: string;
  /** What the document's discount takes off the subtotal, without tax. */
  readonly discount: string;
  readonly tax: string;
  readonly total: string;
}

const ZERO = new Big(0);
const sum = (amounts: readonly Big[]): Big => amounts.reduce((all, one) => all.plus(one), ZERO);

/**
 * What a document comes to. For each rate tax is rounded half up once and the last line of that rate takes
 * what is left; so is the document's discount, which is spread over the lines by their amounts. Whatever is
 * given: Σ net = subtotal, and subtotal − discount + tax = total, to the last digit of the currency.
 * @example documentTotals([{ quantity: "1", unitPrice: "100", taxRate: "13" }], { currency: "CNY" }).total // "113.00"
 */
export function documentTotals(lines: readonly PricedLine[], terms: DocumentTerms): DocumentTotals {
  const places = minorUnits(terms.currency);
  const round = (amount: Big): Big => amount.round(places, Big.roundHalfUp);
  const priced = lines.map((line) => amountOf(line, round));
  const rows = lines.flatMap(({ taxRate }, at): Row[] => {
    const amount = priced[at];
    return amount ? [{ at, amount, left: amount, rate: new Big(taxRate || 0).div(100) }] : [];
  });
  const whole = sum(rows.map(({ amount }) => amount));
  const asked = discountOf(terms.discount, whole, round);
  const spread = spreadOver(rows, whole, asked, round);
  const before = taxed(rows, terms.inclusive === true, round);
  const after = taxed(spread, terms.inclusive === true, round);
  const subtotal = sum(before.map(({ net }) => net));
  const tax = sum(after.map((row) => row.tax));
  const gross = whole.minus(asked);
  const total = terms.inclusive ? gross : gross.plus(tax);
  const text = (amount: Big): string => amount.toFixed(places);
  const found = new Map(
    rows.map(({ at, amount }, place): [number, LineTotals] => [
      at,
      {
        amount: text(amount),
        net: text(before[place]?.net ?? ZERO),
        tax: text(after[place]?.tax ?? ZERO),
      },
    ]),
  );
  return {
    lines: lines.map((_, at) => found.get(at) ?? null),
    subtotal: text(subtotal),
    discount: text(subtotal.plus(tax).minus(total)),
    tax: text(tax),
    total: text(total),
  };
}

interface Row {
  /** Its place among the lines. */
  readonly at: number;
  readonly amount: Big;
  /** Once the document's discount is spread. */
  readonly left: Big;
  readonly rate: Big;
}
type Round = (amount: Big) => Big;

function amountOf({ quantity, unitPrice, discount }: PricedLine, round: Round): Big | null {
  if (quantity === null || unitPrice === null) return null;
  const full = new Big(quantity).times(unitPrice);
  return round(discount ? full.times(new Big(100).minus(discount)).div(100) : full);
}

function discountOf(discount: DocumentTerms["discount"], whole: Big, round: Round): Big {
  if (!discount) return ZERO;
  return round("percent" in discount ? whole.times(discount.percent).div(100) : new Big(discount.amount));
}

/** Each line bears its part; the last one that has an amount takes what rounding leaves. */
function spreadOver(rows: readonly Row[], whole: Big, discount: Big, round: Round): readonly Row[] {
  if (discount.eq(0) || whole.eq(0)) return rows;
  const last = rows.findLastIndex(({ amount }) => !amount.eq(0));
  let open = discount;
  const parts = rows.map(({ amount }, place) => {
    if (place === last) return ZERO;
    const part = round(discount.times(amount).div(whole));
    open = open.minus(part);
    return part;
  });
  return rows.map((row, place) => ({
    ...row,
    left: row.amount.minus(place === last ? open : (parts[place] ?? ZERO)),
  }));
}

interface Taxed {
  readonly net: Big;
  readonly tax: Big;
}
/** Net and tax of what is left of each line: rounded once for each rate, the last line takes the rest. */
function taxed(rows: readonly Row[], inclusive: boolean, round: Round): readonly Taxed[] {
  const rates = new Map<string, { readonly rate: Big; readonly places: number[] }>();
  rows.forEach(({ rate }, place) => {
    const of = rates.get(rate.toFixed()) ?? { rate, places: [] };
    of.places.push(place);
    rates.set(rate.toFixed(), of);
  });
  const found: Taxed[] = rows.map(({ left }) => ({ net: left, tax: ZERO }));
  for (const { rate, places } of rates.values()) {
    if (rate.eq(0)) continue;
    const leftAt = (place: number): Big => rows[place]?.left ?? ZERO;
    const part = (left: Big): Big => round(inclusive ? left.div(rate.plus(1)) : left.times(rate));
    let rest = part(sum(places.map(leftAt)));
    places.forEach((place, turn) => {
      const own = turn === places.length - 1 ? rest : part(leftAt(place));
      rest = rest.minus(own);
      const left = leftAt(place);
      found[place] = inclusive ? { net: own, tax: left.minus(own) } : { net: left, tax: own };
    });
  }
  return found;
}
