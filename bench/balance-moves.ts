import { randomUUID } from "node:crypto";
import { balanceKinds, moveBalances } from "../src/modules/base/balances/public.ts";
import { label } from "../src/shared/i18n/label.ts";
import type { World } from "./world.ts";

const SECONDS = 3;
const AT_ONCE = 16;
export interface BalancesMeasured {
  /** Moves a second, each a transaction of its own, on one key in one row, in eight, and on as many keys as movers. */
  readonly oneSlot: number;
  readonly eightSlots: number;
  readonly spread: number;
  /** The bare update of one row, in transactions of its own. */
  readonly bare: number;
}

/** How quickly balances are moved by sixteen at once. What was moved is taken away again. */
export async function timeBalances({ db, system }: World): Promise<BalancesMeasured> {
  const kind = (name: string, slots: number) =>
    balanceKinds.define(name, { label: label("基准", "Bench"), slots });
  const [one, eight] = [kind("bench_one", 1), kind("bench_eight", 8)];
  const moving = (of: typeof one, keyOf: (mover: number) => string) => (mover: number) =>
    db.transaction((tx) =>
      moveBalances(tx, system, [{ kind: of, key: keyOf(mover), amount: "1", cause: "bench" }]),
    );
  const key = randomUUID();
  await moving(one, () => key)(0);
  try {
    return {
      bare: await perSecond(() =>
        db.transaction((tx) =>
          tx.query({
            text: "update w_main.balance set amount = amount + 1 where kind = 'bench_one' and key = $1 and slot = 0",
            values: [key],
          }),
        ),
      ),
      oneSlot: await perSecond(moving(one, () => key)),
      eightSlots: await perSecond(moving(eight, () => key)),
      spread: await perSecond(moving(one, (mover) => `${key}/${mover}`)),
    };
  } finally {
    for (const table of ["balance", "balance_entry"])
      await db.query({ text: `delete from w_main.${table} where kind in ('bench_one', 'bench_eight')` });
  }
}

async function perSecond(act: (mover: number) => Promise<unknown>): Promise<number> {
  const end = Date.now() + SECONDS * 1000;
  let done = 0;
  const mover = async (at: number): Promise<void> => {
    for (; Date.now() < end; done += 1) await act(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => mover(at)));
  return done / SECONDS;
}
