import { Checkbox, Select } from "antd";
import { type ObjectInfo, useObject } from "../../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { useContributions } from "../../../../../ui/extension-point.ts";
import { criterionEditors } from "../criterion-editors.ts";
import type { AddedKind, ChecklistItem, Criterion, CriterionOf, Stage } from "../../shared/pipeline.ts";
import { useDocumentTypes, useFieldChoices, useNamed, useRelatedChoices } from "./choices.ts";
import { ExpressionInput } from "./ExpressionInput.tsx";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { freshId } from "../../../../../ui/data/fresh-id.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";

export interface CriterionBodyProps<C extends Criterion = Criterion> {
  readonly object: ObjectInfo;
  readonly stages: readonly Stage[];
  readonly criterion: C;
  readonly onChange: (criterion: Criterion) => void;
}

/** What each kind of criterion needs to know. */
export function CriterionBody(props: CriterionBodyProps) {
  const { criterion } = props;
  switch (criterion.kind) {
    case "fields":
      return <FieldsBody {...props} criterion={criterion} />;
    case "condition":
      return <ConditionBody {...props} criterion={criterion} />;
    case "checklist":
      return (
        <ItemsBody items={criterion.items} onChange={(items) => props.onChange({ ...criterion, items })} />
      );
    case "tasks":
      return <TasksBody {...props} criterion={criterion} />;
    case "form":
      return <FormBody {...props} criterion={criterion} />;
    case "document":
      return <DocumentBody {...props} criterion={criterion} />;
    case "related":
      return <RelatedBody {...props} criterion={criterion} />;
    case "approval":
      return <ApprovalBody {...props} criterion={criterion} />;
    case "dwell":
      return <DwellBody {...props} criterion={criterion} />;
    default:
      return <AddedBody {...props} criterion={criterion} />;
  }
}

/** As the module says that brings the kind; nothing where none does any more. */
function AddedBody({ object, stages, criterion, onChange }: CriterionBodyProps<CriterionOf<AddedKind>>) {
  const { Editor } = useContributions(criterionEditors).get(criterion.kind) ?? {};
  if (!Editor) return null;
  return (
    <Editor
      object={object}
      stages={stages}
      settings={criterion.settings}
      onChange={(settings) => onChange({ ...criterion, settings })}
    />
  );
}

function FieldsBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"fields">>) {
  const { t } = useLanguage();
  const choices = [...useFieldChoices(object)];
  return (
    <Select
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      optionFilterProp="label"
      aria-label={t(pipelineSettingsMessages.fields)}
      value={[...criterion.fields]}
      onChange={(fields) => onChange({ ...criterion, fields })}
      options={choices}
    />
  );
}

function ConditionBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"condition">>) {
  const { t } = useLanguage();
  return (
    <Labelled
      label={t(pipelineSettingsMessages.expression)}
      hint={t(pipelineSettingsMessages.expressionHint)}
    >
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

function ItemsBody({
  items,
  onChange,
}: {
  readonly items: readonly ChecklistItem[];
  readonly onChange: (items: readonly ChecklistItem[]) => void;
}) {
  const { t } = useLanguage();
  const replace = (next: ChecklistItem) => onChange(items.map((item) => (item.id === next.id ? next : item)));
  return (
    <div className="stack">
      {items.map((item) => (
        <div key={item.id} className="editor-row">
          <LabelPair
            name={t(pipelineSettingsMessages.items)}
            value={item.label}
            onChange={(label) => replace({ ...item, label })}
          />
          <Checkbox
            checked={item.optional === true}
            onChange={(event) => replace({ ...item, optional: event.target.checked })}
          >
            {t(pipelineSettingsMessages.optional)}
          </Checkbox>
          <QuietButton
            icon="close"
            aria-label={t(pipelineSettingsMessages.remove)}
            onClick={() => onChange(items.filter((one) => one !== item))}
          />
        </div>
      ))}
      <QuietButton icon="plus" onClick={() => onChange([...items, { id: freshId("item"), label: {} }])}>
        {t(pipelineSettingsMessages.addItem)}
      </QuietButton>
    </div>
  );
}

function TasksBody({ stages, criterion, onChange }: CriterionBodyProps<CriterionOf<"tasks">>) {
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

function FormBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"form">>) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={t(pipelineSettingsMessages.form)}
      value={criterion.form || undefined}
      onChange={(form: string) => onChange({ ...criterion, form })}
      options={[...useNamed("form")]}
    />
  );
}

function DocumentBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"document">>) {
  const { t } = useLanguage();
  const types = [...useDocumentTypes()];
  return (
    <div className="form-grid">
      <Labelled label={t(pipelineSettingsMessages.documentType)}>
        {({ id }) => (
          <Select
            id={id}
            value={criterion.document_type || undefined}
            onChange={(document_type: string) => onChange({ ...criterion, document_type })}
            options={types}
          />
        )}
      </Labelled>
      <Count
        label={t(pipelineSettingsMessages.min)}
        value={criterion.min}
        onChange={(min) => onChange({ ...criterion, min })}
      />
    </div>
  );
}

function RelatedBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"related">>) {
  const { t } = useLanguage();
  const choices = [...useRelatedChoices(object)];
  const other = useObject(criterion.object);
  return (
    <div className="form-grid">
      <Labelled label={t(pipelineSettingsMessages.object)}>
        {({ id }) => (
          <Select
            id={id}
            value={criterion.object}
            onChange={(name: string) => onChange({ ...criterion, object: name, expression: undefined })}
            options={choices}
          />
        )}
      </Labelled>
      <Count
        label={t(pipelineSettingsMessages.min)}
        value={criterion.min}
        onChange={(min) => onChange({ ...criterion, min })}
      />
      <Count
        label={t(pipelineSettingsMessages.max)}
        value={criterion.max}
        onChange={(max) => onChange({ ...criterion, max })}
      />
      {other && (
        <Labelled
          wide
          label={t(pipelineSettingsMessages.relatedFilter)}
          hint={t(pipelineSettingsMessages.relatedHint)}
        >
          {({ id, describedBy }) => (
            <ExpressionInput
              id={id}
              describedBy={describedBy}
              object={other}
              value={criterion.expression ?? ""}
              onChange={(expression) => onChange({ ...criterion, expression: expression || undefined })}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}

function ApprovalBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"approval">>) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={t(pipelineSettingsMessages.role)}
      value={criterion.approval || undefined}
      onChange={(approval: string) => onChange({ ...criterion, approval })}
      options={[...useNamed("role")]}
    />
  );
}

function DwellBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"dwell">>) {
  const { t } = useLanguage();
  return (
    <div className="form-grid">
      <Count
        label={t(pipelineSettingsMessages.minDays)}
        value={criterion.min_days}
        onChange={(min_days) => onChange({ ...criterion, min_days })}
      />
      <Count
        label={t(pipelineSettingsMessages.maxDays)}
        value={criterion.max_days}
        onChange={(max_days) => onChange({ ...criterion, max_days })}
      />
    </div>
  );
}

function Count({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  return (
    <Labelled label={label}>
      {({ id }) => (
        <NumberField
          id={id}
          min={0}
          max={3650}
          value={value ?? null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Labelled>
  );
}
