import { Button, Input } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { SavedMapping } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./SavedMappings.module.css";

/** Mappings remembered from earlier files; those whose titles are the same stand first. */
export function SavedMappings({
  saved,
  onTake,
}: {
  readonly saved: readonly SavedMapping[];
  readonly onTake: (options: ImportOptionsInput, name: string) => void;
}) {
  const { t } = useLanguage();
  if (saved.length === 0) return null;
  return (
    <div
      className={importingStyles.importFoot}
      aria-label={t(importScreenMessages.savedMappings)}
      role="group"
    >
      <span className={base.note}>{t(importScreenMessages.savedMappings)}</span>
      {saved.map(({ name, fits, options }) => (
        <Button
          key={name}
          size="small"
          type={fits ? "primary" : "default"}
          ghost={fits}
          onClick={() => onTake(options, name)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

/** A name under which the mapping is offered again. */
export function SaveAs({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={`${fieldStyles.labelled} ${styles.importSaveAs}`}>
      <label htmlFor="import-save-as">{t(importScreenMessages.saveAs)}</label>
      <Input
        id="import-save-as"
        value={name}
        maxLength={60}
        placeholder={t(importScreenMessages.saveAsExample)}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
