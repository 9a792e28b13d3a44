import { useEffect } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import { CheckButton } from "./CheckButton.tsx";
import { ConstantFields } from "./ConstantFields.tsx";
import { FileLine } from "./FileLine.tsx";
import { FileReading, readingIn } from "./FileReading.tsx";
import type { ColumnChoice } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { keepMapping } from "./mapping-draft.ts";
import { MappingRow } from "./MappingRow.tsx";
import { NewFields } from "./NewFields.tsx";
import { SaveAs, SavedMappings } from "./SavedMappings.tsx";
import { MatchSettings } from "./MatchSettings.tsx";
import { useMapping } from "./use-mapping.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./MappingStep.module.css";

export interface MappingStepProps {
  readonly object: ObjectInfo;
  /** With what was chosen before for the file. */
  readonly inspected: Inspected;
  /** As it came: what is chosen here is kept for it. */
  readonly asRead?: Inspected;
  readonly isStarting: boolean;
  readonly isReading?: boolean;
  /** Reads the file another way. */
  readonly onRead?: (reading: ReadingChoice) => void;
  readonly onOther: () => void;
  readonly onCheck: (options: Partial<ImportOptionsInput>) => void;
}
const NO_CHOICE: ColumnChoice = {};

/** Columns to fields, and how rows meet records that are there already. */
export function MappingStep({
  object,
  inspected,
  asRead,
  isStarting,
  isReading = false,
  onRead,
  onOther,
  onCheck,
}: MappingStepProps) {
  const { t } = useLanguage();
  const mapping = useMapping(object, inspected);
  const { choices, taken, open } = mapping;
  useKept(asRead, mapping.optionsOf());
  return (
    <section className={styles.importMapping}>
      <FileLine inspected={inspected} action={t(importScreenMessages.otherFile)} onAction={onOther} />
      <FileReading inspected={inspected} isReading={isReading} {...(onRead ? { onRead } : {})} />
      <SavedMappings saved={inspected.saved} onTake={mapping.take} />
      {open.length > 0 && (
        <p className={styles.importLeft} role="status">
          {t(importScreenMessages.unmapped, { count: open.length })}
        </p>
      )}
      <NewFields
        object={object}
        columns={open}
        onMade={(made) => made.forEach(({ column, field }) => mapping.choose(column, { field }))}
      />
      <div className={`${base.card} ${styles.mappingTable}`}>
        {mapping.order.map((column) => (
          <MappingRow
            key={column.name}
            object={object}
            column={column}
            choice={choices[column.name] ?? NO_CHOICE}
            taken={taken}
            onChange={(choice) => mapping.choose(column.name, choice)}
          />
        ))}
      </div>
      <ConstantFields object={object} constants={mapping.constants} onChange={mapping.setConstants} />
      <MatchSettings
        object={object}
        matchable={mapping.matchable}
        settings={mapping.settings}
        onChange={mapping.setSettings}
      />
      <SaveAs name={mapping.name} onChange={mapping.setName} />
      <CheckButton
        inspected={inspected}
        isStarting={isStarting}
        isDisabled={!mapping.isReady}
        onCheck={() => onCheck({ ...mapping.optionsOf(), ...readingIn(inspected) })}
      />
    </section>
  );
}

/** Keeps what is chosen while one works on it: a reload or a step back loses nothing. */
function useKept(asRead: Inspected | undefined, options: Partial<ImportOptionsInput>): void {
  const text = JSON.stringify(options);
  useEffect(() => {
    if (asRead) keepMapping(asRead, JSON.parse(text));
  }, [asRead, text]);
}
