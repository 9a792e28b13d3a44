import { Button, Select } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { fieldOptions, valueOfChoice } from "./field-choices.ts";
import { type Choices, choicesOf, type ColumnChoice, type Inspected, mappingOf } from "./import-data.ts";
import { texts } from "./importing.messages.ts";
import { MappingRow } from "./MappingRow.tsx";
import { MatchSettings, type Settings } from "./MatchSettings.tsx";

export interface MappingStepProps {
  readonly object: ObjectInfo;
  readonly inspected: Inspected;
  readonly isStarting: boolean;
  readonly onSheet: (sheet: string) => void;
  readonly onOther: () => void;
  readonly onCheck: (options: object) => void;
}
const NO_CHOICE: ColumnChoice = {};

/** Columns to fields, and how rows meet records that are there already. */
export function MappingStep({ object, inspected, isStarting, onSheet, onOther, onCheck }: MappingStepProps) {
  const language = useLanguage();
  const { t } = language;
  const [choices, setChoices] = useState<Choices>(() => choicesOf(inspected));
  const [settings, setSettings] = useState<Settings>({ match: inspected.match, onMatch: "update", override: null });
  const taken = new Set(Object.values(choices).flatMap((choice) => valueOfChoice(choice) ?? []));
  const left = inspected.columns.filter(({ name }) => !choices[name]?.field && !choices[name]?.entered).length;
  const matchable = fieldOptions(object, language).filter(({ value }) => taken.has(value) && !value.includes(":"));
  const check = (): void =>
    onCheck({
      object: object.name,
      dry_run: true,
      match: settings.match.filter((name) => taken.has(name)),
      on_match: settings.onMatch,
      mapping: mappingOf(choices),
      ...(settings.override?.trim() ? { gates: { override: { reason: settings.override } } } : {}),
    });
  return (
    <section className="import-mapping">
      <div className="import-file">
        <b>{inspected.file_name}</b>
        <span className="note">{t(texts.fileFacts, { rows: inspected.rows.toLocaleString(), columns: inspected.columns.length })}</span>
        {inspected.encoding && inspected.encoding !== "utf-8" && <span className="chip chip-plain">{inspected.encoding.toUpperCase()}</span>}
        {inspected.sheets.length > 1 && (
          <Select
            size="small"
            aria-label={t(texts.sheet)}
            defaultValue={inspected.sheets[0] ?? null}
            options={inspected.sheets.map((name) => ({ value: name, label: name }))}
            onChange={(name: string | null) => name && onSheet(name)}
          />
        )}
        <Button size="small" onClick={onOther}>
          {t(texts.otherFile)}
        </Button>
      </div>
      <div className="card mapping-table">
        {inspected.columns.map((column) => (
          <MappingRow
            key={column.name}
            object={object}
            column={column}
            choice={choices[column.name] ?? NO_CHOICE}
            taken={taken}
            onChange={(choice) => setChoices((before) => ({ ...before, [column.name]: choice }))}
          />
        ))}
      </div>
      {left > 0 && <p className="note">{t(texts.unmapped, { count: left })}</p>}
      <MatchSettings object={object} matchable={matchable} settings={settings} onChange={setSettings} />
      <div className="import-foot">
        <span className="note">{t(texts.checkDetail)}</span>
        <Button type="primary" loading={isStarting} disabled={left === inspected.columns.length || settings.override?.trim() === ""} onClick={check}>
          {t(texts.check)}
        </Button>
      </div>
    </section>
  );
}
