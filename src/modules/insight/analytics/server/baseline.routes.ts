import { serve } from "../../../../engine/public.ts";
import { checkBaseline, freezeBaseline } from "../shared/baseline.contract.ts";
import { checkFrozen, freeze } from "./baseline.ts";

const serving = { longest: 30_000 } as const;

/** Figures frozen with their question, cut-off and records. */
export const baselineRoutes = [
  serve(freezeBaseline, serving, (context, { body: { name, ...question } }) =>
    freeze(context, name, question),
  ),
  serve(checkBaseline, serving, (context, { params }) => checkFrozen(context, params.id)),
];
