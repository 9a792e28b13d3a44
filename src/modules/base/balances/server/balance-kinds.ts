import { type Context, type Contribution, extensionPoint } from "../../../../engine/public.ts";
import type { Label } from "../../../../shared/i18n/label.ts";

/** Something that is counted and cannot be overdrawn: goods in a store, rows that may leave in a day. */
export interface BalanceKind {
  readonly label: Label;
  /**
   * Rows that share the balance of one key, so that as many may move it at once without waiting for one
   * another; 1 unless said. A kind with a ceiling (`Move.most`) has one.
   */
  readonly slots?: number;
  /** Decimals of what is shared out between slots; 0 unless said. */
  readonly decimals?: number;
  /** Who may read balances and moves of it, beside the administrators of security. */
  readonly mayRead?: (context: Context) => boolean;
}
export type KindOfBalance = Contribution<BalanceKind>;

/** The kinds there are. The module that moves balances of a kind defines it. */
export const balanceKinds = extensionPoint<BalanceKind>("kinds of balances");
