import type { Module } from "../../../engine/public.ts";
import { firstStepsRoutes } from "./server/first-steps.routes.ts";

/** What helps somebody who is new: first steps, the guide, a tour. */
export const helpModule: Module = { name: "help", routes: firstStepsRoutes };
