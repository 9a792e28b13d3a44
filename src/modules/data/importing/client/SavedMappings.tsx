import { Button, Input } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { SavedMapping } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";

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
    <div className="import-foot" aria-label={t(importScreenMessages.savedMappings)} role="group">
      <span className="note">{t(importScreenMessages.savedMappings)}</span>
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
    <div className="labelled import-save-as">
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
