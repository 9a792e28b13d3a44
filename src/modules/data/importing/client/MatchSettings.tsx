import { Checkbox, Input, Select } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import type { FieldOption } from "./field-choices.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as styles from "./MatchSettings.module.css";

export interface Settings {
  /** null: by id or external id, where the file has them. */
  readonly match: readonly string[] | null;
  /** Empty cells of a record that is there: left as it is, or emptied. */
  readonly empty: "keep" | "clear";
  readonly onMatch: "update" | "skip";
  /** The reason; null: gates hold. */
  readonly override: string | null;
}
export interface MatchSettingsProps {
  readonly object: ObjectInfo;
  /** Mapped fields by which records can be found again. */
  readonly matchable: readonly FieldOption[];
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** How rows meet records that are there already, and whether gates may be passed. */
export function MatchSettings({ object, matchable, settings, onChange }: MatchSettingsProps) {
  const { t } = useLanguage();
  const me = useMe();
  const match = (settings.match ?? []).filter((name) => matchable.some(({ value }) => value === name));
  return (
    <div className={styles.importSettings}>
      <div className={`${fieldStyles.labelled} ${styles.importSettingsLabelled}`}>
        <label htmlFor="import-match">{t(importScreenMessages.matchBy)}</label>
        <Select
          id="import-match"
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          onInputKeyDown={leaveWithTab}
          placeholder={t(importScreenMessages.matchNone)}
          value={match}
          options={[...matchable]}
          onChange={(names: string[]) => onChange({ ...settings, match: names })}
        />
      </div>
      {match.length > 0 && (
        <div className={`${fieldStyles.labelled} ${styles.importSettingsLabelled}`}>
          <label htmlFor="import-on-match">{t(importScreenMessages.onMatch)}</label>
          <Select
            id="import-on-match"
            value={settings.onMatch}
            options={[
              { value: "update", label: t(importScreenMessages.update) },
              { value: "skip", label: t(importScreenMessages.skip) },
            ]}
            onChange={(onMatch: "update" | "skip") => onChange({ ...settings, onMatch })}
          />
        </div>
      )}
      {match.length > 0 && (
        <div className={`${fieldStyles.labelled} ${styles.importSettingsLabelled}`}>
          <label htmlFor="import-empty">{t(importScreenMessages.emptyCells)}</label>
          <Select
            id="import-empty"
            value={settings.empty}
            options={[
              { value: "keep", label: t(importScreenMessages.emptyKeep) },
              { value: "clear", label: t(importScreenMessages.emptyClear) },
            ]}
            onChange={(empty: "keep" | "clear") => onChange({ ...settings, empty })}
          />
        </div>
      )}
      {object.stageField && isAble(me, "pipeline.override") && (
        <Override settings={settings} onChange={onChange} />
      )}
    </div>
  );
}

function Override({ settings, onChange }: Pick<MatchSettingsProps, "settings" | "onChange">) {
  const { t } = useLanguage();
  const { override } = settings;
  return (
    <div className={styles.importOverride}>
      <Checkbox
        checked={override !== null}
        onChange={(event) => onChange({ ...settings, override: event.target.checked ? "" : null })}
      >
        {t(importScreenMessages.override)}
      </Checkbox>
      {override !== null && (
        <Input
          aria-label={t(importScreenMessages.overrideReason)}
          placeholder={t(importScreenMessages.overrideReason)}
          value={override}
          maxLength={500}
          onChange={(event) => onChange({ ...settings, override: event.target.value })}
        />
      )}
    </div>
  );
}
