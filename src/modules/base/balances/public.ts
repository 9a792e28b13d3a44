export { type BalanceKind, balanceKinds, type KindOfBalance } from "./server/balance-kinds.ts";
export { type Hold, holdBalance, releaseHold, settleHold } from "./server/hold-balance.ts";
export { type Move, type Moved, moveBalances } from "./server/move-balances.ts";
export { balanceOf, forgetBalances } from "./server/read-balances.ts";
export { repairBalances } from "./server/repair-balances.ts";
