import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { ExpressionInput } from "./ExpressionInput.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";

/** What must hold, line by line or as an expression. */
export function ConditionBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"condition">>) {
  const { t } = useLanguage();
  return (
    <Labelled label={t(pipelineSettingsMessages.holds)}>
      {({ id, describedBy }) => (
        <ExpressionInput
          id={id}
          describedBy={describedBy}
          object={object}
          value={criterion.expression}
          onChange={(expression) => onChange({ ...criterion, expression })}
        />
      )}
    </Labelled>
  );
}
