import { serve } from "../../../../engine/public.ts";
import { checkBaseline, compareBaselines, freezeBaseline } from "../shared/baseline.contract.ts";
import { checkFrozen, freeze } from "./baseline.ts";
import { compareFrozen } from "./compare-baselines.ts";

const serving = { longest: 30_000 } as const;

/** Figures frozen with their question, cut-off and records. */
export const baselineRoutes = [
  serve(freezeBaseline, serving, (context, { body: { name, ...question } }) =>
    freeze(context, name, question),
  ),
  serve(checkBaseline, serving, (context, { params }) => checkFrozen(context, params.id)),
  serve(compareBaselines, serving, (context, { params }) => compareFrozen(context, params.id, params.other)),
];
