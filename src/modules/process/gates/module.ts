import type { Module } from "../../../engine/public.ts";
import { closeStaleRequests } from "./server/close-stale-requests.react.ts";
import { guardEvidence, storeMoveEvidence } from "./server/evidence.hooks.ts";
import { gateExceptions } from "./server/gate-exceptions.add.ts";
import { gateMigrations } from "./server/gate.migrations.ts";
import { gateRoutes } from "./server/gate.routes.ts";
import { listedKinds } from "./server/listed-kinds.ts";
import { shippedKinds } from "./server/shipped-kinds.ts";
import { stageMoves } from "./server/stage-moves.ts";
import { stageGate } from "./server/stage-gate.guard.ts";

/** What a stage asks of a record before it may come in or go on, on every road. */
export const gatesModule: Module = {
  name: "gates",
  migrations: gateMigrations,
  hooks: [storeMoveEvidence, stageGate, guardEvidence, gateExceptions, closeStaleRequests],
  routes: gateRoutes,
  contributes: [stageMoves, ...shippedKinds, listedKinds],
};
