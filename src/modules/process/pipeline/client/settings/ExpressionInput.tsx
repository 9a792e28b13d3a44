import { Suspense } from "react";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import type { ExpressionTextProps } from "../../../../../ui/record/condition/ExpressionText.tsx";

const ConditionEditor = lazily(() =>
  import("../../../../../ui/record/condition/ConditionEditor.tsx").then((module) => module.ConditionEditor),
);

/** A condition of a pipeline; the editor comes with the first one that is shown. */
export const ExpressionInput = (props: ExpressionTextProps) => (
  <Suspense>
    <ConditionEditor {...props} />
  </Suspense>
);
