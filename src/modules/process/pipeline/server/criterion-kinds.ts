import { extensionPoint } from "../../../../engine/public.ts";
import type { CriterionKind } from "../shared/criterion-kind.ts";

/**
 * The kinds of criteria that stages may ask for, as far as definitions go. What they ask at a gate is the
 * business of the gates, whose `defineCriterionKind` fills both lists.
 */
export const criterionKinds = extensionPoint<CriterionKind>("kinds of gate criteria");
