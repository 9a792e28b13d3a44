import { serve } from "../../../../engine/public.ts";
import * as simulations from "../shared/simulation.contract.ts";
import { simulatePipeline } from "./simulate-pipeline.ts";
import { getSimulation } from "./simulation-job.ts";

const managing = { ability: "pipelines.manage" } as const;

export const simulationRoutes = [
  serve(simulations.simulatePipeline, { ...managing, longest: 60_000, reads: true }, (context, call) =>
    simulatePipeline(context, call),
  ),
  serve(simulations.readSimulation, managing, getSimulation),
];
