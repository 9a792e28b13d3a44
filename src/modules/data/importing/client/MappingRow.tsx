import { Select } from "antd";
import { useState } from "react";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { usePipelines } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ColumnFormat } from "./ColumnFormat.tsx";
import {
  choiceOfValue,
  fieldNamed,
  fieldOptions,
  findingFields,
  looksDated,
  targetOf,
  valueOfChoice,
} from "./field-choices.ts";
import type { Missing } from "../shared/given-options.contract.ts";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import type { ColumnChoice } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./MappingRow.module.css";

export interface MappingRowProps {
  readonly object: ObjectInfo;
  readonly column: InspectedColumn;
  readonly choice: ColumnChoice;
  /** Fields that other columns fill already. */
  readonly taken: ReadonlySet<string>;
  readonly onChange: (choice: ColumnChoice) => void;
}

/** One column of the file: samples, where it goes, and what that field needs to know. */
export function MappingRow({ object, column, choice, taken, onChange }: MappingRowProps) {
  const language = useLanguage();
  const { t } = language;
  const objects = useObjects();
  const target = targetOf(choice.field, object, objects);
  const value = valueOfChoice(choice);
  const options = fieldOptions(object, language, objects).map((option) => ({
    ...option,
    disabled: option.value !== value && taken.has(option.value),
  }));
  return (
    <div
      className={styles.mappingRow}
      data-part="mapping-row"
      data-mapped={value || choice.entered || column.kept ? "" : undefined}
    >
      <div className={styles.mappingColumn}>
        <b>{column.name}</b>
        <span className={`${base.note} ${styles.mappingColumnNote}`}>
          {column.samples.slice(0, 3).join(" · ") || "—"}
        </span>
      </div>
      <div className={styles.mappingPlan}>
        <Select
          aria-label={`${column.name}: ${t(importScreenMessages.goesTo)}`}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={column.kept ? t(importScreenMessages.keptBySystem) : t(importScreenMessages.leaveOut)}
          value={value ?? null}
          options={options}
          onChange={(next: string | null) =>
            onChange(choiceOfValue(next ?? undefined, object, objects, choice))
          }
        />
        {choice.field && !choice.part && <AlsoChoice options={options} choice={choice} onChange={onChange} />}
        {target && <LinkChoice target={target} choice={choice} onChange={onChange} />}
        {object.stageField && looksDated(column) && (
          <HistoryChoice object={object} choice={choice} onChange={onChange} />
        )}
        <ColumnFormat
          column={column}
          field={fieldNamed(choice.field, object, objects)}
          choice={choice}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

/** The column may fill a second field. */
function AlsoChoice({
  options,
  choice,
  onChange,
}: PartProps & {
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled: boolean }[];
}) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(choice.also !== undefined);
  if (!isOpen)
    return (
      <button type="button" className={styles.mappingAlso} onClick={() => setOpen(true)}>
        {t(importScreenMessages.alsoFill)}
      </button>
    );
  const change = (also: string | null): void => {
    const { also: _also, ...rest } = choice;
    onChange(also ? { ...rest, also } : rest);
  };
  return (
    <Select
      size="small"
      aria-label={t(importScreenMessages.alsoFill)}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t(importScreenMessages.alsoFill)}
      value={choice.also ?? null}
      options={options.filter(
        ({ value, disabled }) =>
          !value.includes(":") && value !== choice.field && (!disabled || value === choice.also),
      )}
      onChange={change}
    />
  );
}

interface PartProps {
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}
function LinkChoice({ target, choice, onChange }: PartProps & { readonly target: ObjectInfo }) {
  const language = useLanguage();
  const { t } = language;
  const missing: readonly { value: Missing; label: string }[] = [
    { value: "refuse", label: t(importScreenMessages.refuse) },
    { value: "create", label: t(importScreenMessages.create) },
    { value: "empty", label: t(importScreenMessages.empty) },
  ];
  return (
    <div className={importingStyles.mappingLink}>
      <span className={`${base.note} ${styles.mappingColumnNote}`}>{t(importScreenMessages.findBy)}</span>
      <Select
        size="small"
        aria-label={t(importScreenMessages.findBy)}
        value={choice.by?.[0] ?? target.title}
        options={[...findingFields(target, language)]}
        onChange={(by: string) => onChange({ ...choice, by: [by] })}
      />
      <span className={`${base.note} ${styles.mappingColumnNote}`}>{t(importScreenMessages.ifMissing)}</span>
      <Select
        size="small"
        aria-label={t(importScreenMessages.ifMissing)}
        value={choice.missing ?? "refuse"}
        options={[...missing]}
        onChange={(next: Missing) => onChange({ ...choice, missing: next })}
      />
    </div>
  );
}

function HistoryChoice({ object, choice, onChange }: PartProps & { readonly object: ObjectInfo }) {
  const { t, of } = useLanguage();
  const pipelines = usePipelines(object.name);
  const stages = [
    ...new Map(pipelines.flatMap((pipeline) => pipeline.stages).map((stage) => [stage.name, stage])).values(),
  ];
  const options = [
    { value: "", label: t(importScreenMessages.noHistory) },
    { value: "*", label: t(importScreenMessages.enteredLast) },
    ...stages.map((stage) => ({
      value: stage.name,
      label: t(importScreenMessages.entered, { stage: of(stage.label, stage.name) }),
    })),
  ];
  const change = (entered: string): void => {
    const { entered: _entered, ...rest } = choice;
    onChange(entered === "" ? rest : { ...rest, entered });
  };
  return (
    <div className={importingStyles.mappingLink}>
      <span className={`${base.note} ${styles.mappingColumnNote}`}>{t(importScreenMessages.history)}</span>
      <Select
        size="small"
        aria-label={t(importScreenMessages.history)}
        value={choice.entered ?? ""}
        options={options}
        onChange={change}
      />
    </div>
  );
}
