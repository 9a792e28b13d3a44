import { serve } from "../../../../engine/public.ts";
import { readPilot } from "../../../process/pipeline/public.ts";
import { comparePilot } from "./compare-pilot.ts";

export const pilotRoutes = [serve(readPilot, { longest: 30_000, ability: "pipelines.manage" }, comparePilot)];
