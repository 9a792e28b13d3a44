import { Select } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";

/** The tasks that must be done, of those that stages create. */
export function TasksBody({ stages, criterion, onChange }: CriterionBodyProps<CriterionOf<"tasks">>) {
  const { t, of } = useLanguage();
  const templates = stages
    .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
    .flatMap((action) => (action.kind === "task" ? [action] : []));
  const choose = (ids: readonly string[]) =>
    onChange({
      ...criterion,
      items:
        ids.length > 0
          ? templates.filter((one) => ids.includes(one.id)).map((one) => ({ id: one.id, label: one.title }))
          : undefined,
    });
  return (
    <Labelled label={t(pipelineSettingsMessages.taskTemplates)}>
      {({ id }) => (
        <Select
          id={id}
          mode="multiple"
          onInputKeyDown={leaveWithTab}
          optionFilterProp="label"
          value={(criterion.items ?? []).map((item) => item.id)}
          onChange={choose}
          options={templates.map((one) => ({ value: one.id, label: of(one.title, one.id) }))}
        />
      )}
    </Labelled>
  );
}
