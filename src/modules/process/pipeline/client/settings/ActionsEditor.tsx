import { Select } from "antd";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { FieldInput } from "../../../../../ui/field/FieldInput.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import type { Assignee, Stage, StageAction } from "../../shared/pipeline.ts";
import { useFieldChoices, useNamed } from "./choices.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { newNotify, newSet, newTask } from "./pipeline-edits.ts";
import { NotifyBody } from "./NotifyBody.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";
import * as formGridStyles from "./form-grid.module.css";

export interface ActionsEditorProps {
  readonly object: ObjectInfo;
  readonly stage: Stage;
  readonly onChange: (stage: Stage) => void;
}
/** What happens by itself when a record enters or leaves the stage. */
export function ActionsEditor({ object, stage, onChange }: ActionsEditorProps) {
  const { t } = useLanguage();
  return (
    <div className={base.stack} data-part="stack">
      <h3>{t(pipelineSettingsMessages.onEnter)}</h3>
      <ActionList
        object={object}
        actions={stage.on_enter}
        onChange={(on_enter) => onChange({ ...stage, on_enter })}
      />
      <h3>{t(pipelineSettingsMessages.onExit)}</h3>
      <ActionList
        object={object}
        actions={stage.on_exit}
        onChange={(on_exit) => onChange({ ...stage, on_exit })}
      />
    </div>
  );
}

interface ActionListProps {
  readonly object: ObjectInfo;
  readonly actions: readonly StageAction[];
  readonly onChange: (actions: readonly StageAction[]) => void;
}
const NAMES = {
  task: pipelineSettingsMessages.addTask,
  set: pipelineSettingsMessages.addSet,
  notify: pipelineSettingsMessages.addNotify,
};
function ActionList({ object, actions, onChange }: ActionListProps) {
  const { t } = useLanguage();
  const replace = (next: StageAction) => onChange(actions.map((one) => (one.id === next.id ? next : one)));
  const makes = [
    ["task", newTask],
    ["set", newSet],
    ["notify", newNotify],
  ] as const;
  return (
    <>
      {actions.map((action) => (
        <section key={action.id} className={editorStyles.criterionCard} data-part="criterion-card">
          <header>
            <span className={base.grow}>{t(NAMES[action.kind])}</span>
            <QuietButton
              icon="trash"
              aria-label={t(pipelineSettingsMessages.remove)}
              onClick={() => onChange(actions.filter((one) => one !== action))}
            />
          </header>
          {action.kind === "task" && <TaskBody action={action} onChange={replace} />}
          {action.kind === "set" && <SetBody object={object} action={action} onChange={replace} />}
          {action.kind === "notify" && <NotifyBody action={action} onChange={replace} />}
        </section>
      ))}
      <div className={base.rowWrap}>
        {makes.map(([kind, make]) => (
          <QuietButton
            key={kind}
            icon="plus"
            className={quietButtonStyles.bordered}
            onClick={() => onChange([...actions, make()])}
          >
            {t(NAMES[kind])}
          </QuietButton>
        ))}
      </div>
    </>
  );
}

const keyOf = (assignee: Assignee | undefined): string =>
  typeof assignee === "object" ? `role:${assignee.role}` : (assignee ?? "owner");
const assigneeOf = (key: string): Assignee =>
  key === "owner" || key === "manager" ? key : { role: key.slice(5) };

function TaskBody({
  action,
  onChange,
}: {
  readonly action: Extract<StageAction, { kind: "task" }>;
  readonly onChange: (action: StageAction) => void;
}) {
  const { t } = useLanguage();
  const roles = useNamed("role").map((role) => ({ value: `role:${role.value}`, label: role.label }));
  const options = [
    { value: "owner", label: t(pipelineSettingsMessages.owner) },
    { value: "manager", label: t(pipelineSettingsMessages.manager) },
    ...roles,
  ];
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled wide label={t(pipelineSettingsMessages.taskTitle)}>
        {() => (
          <LabelPair
            name={t(pipelineSettingsMessages.taskTitle)}
            value={action.title}
            onChange={(title) => onChange({ ...action, title })}
          />
        )}
      </Labelled>
      <Labelled label={t(pipelineSettingsMessages.assignee)}>
        {({ id }) => (
          <Select
            id={id}
            value={keyOf(action.assignee)}
            onChange={(key: string) => onChange({ ...action, assignee: assigneeOf(key) })}
            options={options}
          />
        )}
      </Labelled>
      <Labelled label={t(pipelineSettingsMessages.dueDays)}>
        {({ id }) => (
          <NumberField
            id={id}
            min={0}
            max={365}
            value={action.due_days ?? 1}
            onChange={(days) => onChange({ ...action, due_days: days ?? 1 })}
          />
        )}
      </Labelled>
    </div>
  );
}

function SetBody({
  object,
  action,
  onChange,
}: {
  readonly object: ObjectInfo;
  readonly action: Extract<StageAction, { kind: "set" }>;
  readonly onChange: (action: StageAction) => void;
}) {
  const { t } = useLanguage();
  const choices = [...useFieldChoices(object)];
  const field = object.byName[action.field];
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled label={t(pipelineSettingsMessages.setField)}>
        {({ id }) => (
          <Select
            id={id}
            showSearch
            optionFilterProp="label"
            value={action.field || undefined}
            onChange={(name: string) => onChange({ ...action, field: name, value: null })}
            options={choices}
          />
        )}
      </Labelled>
      {field && (
        <Labelled label={t(pipelineSettingsMessages.setValue)}>
          {({ id }) => (
            <FieldInput
              id={id}
              object={object.name}
              field={field}
              value={action.value}
              onChange={(value) => onChange({ ...action, value })}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}
