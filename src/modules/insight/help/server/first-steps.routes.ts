import { accept, serve } from "../../../../engine/public.ts";
import { readFirstSteps } from "../shared/first-steps.contract.ts";
import { readFirstStepsOf } from "./read-first-steps.ts";

export const firstStepsRoutes = [
  serve(readFirstSteps, {}, async (context) => accept({ data: await readFirstStepsOf(context) })),
];
