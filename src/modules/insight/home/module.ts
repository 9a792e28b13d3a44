import type { Module } from "../../../engine/public.ts";
import { homeRoutes } from "./server/home.routes.ts";

/** What a person sees first: the deals in numbers, and whom to call. */
export const homeModule: Module = { name: "home", routes: homeRoutes };
