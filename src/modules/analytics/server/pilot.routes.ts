import type { Route } from "../../../engine/api/route.ts";
import { label } from "../../../shared/i18n/label.ts";
import { comparePilot } from "./compare-pilot.ts";

export const pilotRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/pipelines/:id/pilot",
    longest: 30_000,
    tag: "pipelines",
    summary: label("试点对比", "The pilot against the rest and against the time before"),
    ability: "pipelines.manage",
    run: comparePilot,
  },
];
