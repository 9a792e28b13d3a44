import type { Module } from "../../../engine/public.ts";
import { demoRoutes } from "./server/demo.routes.ts";
import { demoLoadKind } from "./server/load-demo.job.ts";
import { demoRemovalKind } from "./server/take-out-demo.job.ts";

/** A company to look around in: loaded when the program is told to or from a screen, and taken out again. */
export const demoModule: Module = {
  name: "demo",
  routes: demoRoutes,
  kinds: [demoLoadKind, demoRemovalKind],
};
