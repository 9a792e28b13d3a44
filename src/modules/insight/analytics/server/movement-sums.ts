import { amountText } from "../../../../shared/money/minor-units.ts";
import Big from "big.js";
import type { FoundRow } from "../../../../engine/public.ts";
import { type Movement, type MovementName, MOVEMENTS } from "../shared/movement.contract.ts";
import type { MoneySum, RecordsRef } from "../shared/insight-parts.contract.ts";
import { whole } from "./numbers.ts";

/** In what all sums of one answer are. */
export interface Basis {
  /** Null: nothing to sum. */
  readonly field: string | null;
  readonly currency: string;
  readonly mixed: boolean;
  readonly rate_date?: string;
}
type Sums = Readonly<Record<MovementName, { readonly count: number; readonly amount: MoneySum | null }>>;

/** One value for each movement. */
export const eachMovement = <T>(of: (name: MovementName) => T): Readonly<Record<MovementName, T>> => ({
  start: of("start"),
  new: of("new"),
  increased: of("increased"),
  decreased: of("decreased"),
  moved_in: of("moved_in"),
  moved_out: of("moved_out"),
  won: of("won"),
  lost: of("lost"),
  end: of("end"),
});

/** The figures of the statement's rows added up. */
export function sumOf(rows: readonly FoundRow[], basis: Basis): Sums {
  const side = basis.mixed ? "b" : "a";
  const counted = (name: string): number =>
    rows.reduce((sum, row) => sum + whole(row[`${name}_n_${side}`] ?? row[`${name}_n`]), 0);
  const added = (name: string): string =>
    rows.reduce((sum, row) => sum.plus(String(row[`${name}_${side}`] ?? 0)), new Big(0)).toFixed();
  const money = (name: string): MoneySum | null =>
    basis.field === null
      ? null
      : {
          amount: amountText(added(name), basis.currency),
          currency: basis.currency,
          ...(basis.mixed ? { mixed: true } : {}),
          ...(basis.rate_date === undefined ? {} : { rate_date: basis.rate_date }),
        };
  return eachMovement((name) => ({ count: counted(name), amount: money(name) }));
}

export const figuresOf = (sums: Sums, records: Readonly<Record<MovementName, RecordsRef>>): Movement =>
  eachMovement((name) => ({ ...sums[name], records: records[name] }));

const PLUS: readonly MovementName[] = ["start", "new", "increased", "moved_in"];
const MINUS: readonly MovementName[] = ["decreased", "moved_out", "won", "lost"];
const AMOUNT_ONLY: readonly MovementName[] = ["increased", "decreased"];

/**
 * The same, once it adds up: start + new + increased − decreased + moved_in − moved_out − won − lost = end.
 * Throws where it does not.
 */
export function reconciled(movement: Movement): Movement {
  const balance = (
    of: (name: MovementName) => string | number,
    names: (name: MovementName) => boolean,
  ): Big => {
    const sum = (list: readonly MovementName[]): Big =>
      list.filter(names).reduce((total, name) => total.plus(of(name)), new Big(0));
    return sum(PLUS).minus(sum(MINUS)).minus(of("end"));
  };
  const count = balance(
    (name) => movement[name].count,
    (name) => !AMOUNT_ONLY.includes(name),
  );
  const amount = balance(
    (name) => movement[name].amount?.amount ?? 0,
    () => true,
  );
  if (!count.eq(0) || !amount.eq(0)) {
    const figures = MOVEMENTS.map(
      (name) => `${name} ${movement[name].count} ${movement[name].amount?.amount ?? ""}`,
    );
    throw new Error(`The movement does not add up: ${figures.join(", ")}`);
  }
  return movement;
}
