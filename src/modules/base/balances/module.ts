import type { Module } from "../../../engine/public.ts";
import { balanceMigrations } from "./server/balances.migrations.ts";
import { balanceRoutes } from "./server/balances.routes.ts";

/** What is counted and cannot be overdrawn: a balance for each key, and the ledger of its moves. */
export const balancesModule: Module = {
  name: "balances",
  migrations: balanceMigrations,
  routes: balanceRoutes,
};
