import type { Context } from "../../../../engine/public.ts";
import type { Criterion } from "../shared/pipeline.ts";
import { criterionKinds } from "./criterion-kinds.ts";

/**
 * The expression whose value a criterion is judged by; undefined where the record or its evidence says it
 * all.
 */
export const sourceOf = ({ hooks }: Pick<Context, "hooks">, criterion: Criterion): string | undefined =>
  criterionKinds.read(hooks).get(criterion.kind)?.source?.(criterion);
