import { Select, Upload } from "antd";
import { can, type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as styles from "./UploadStep.module.css";

export interface UploadStepProps {
  readonly object: ObjectInfo | undefined;
  readonly isReading: boolean;
  readonly onObject: (name: string) => void;
  readonly onFile: (file: File) => void;
}

/** What to import, and the file. */
export function UploadStep({ object, isReading, onObject, onFile }: UploadStepProps) {
  const { t, of } = useLanguage();
  const objects = [...useObjects().values()].filter(
    (one) => !one.internal && (can(one, "create") || can(one, "update")),
  );
  return (
    <section className={styles.importUpload}>
      <div className={fieldStyles.labelled}>
        <label htmlFor="import-object">{t(importScreenMessages.whatObject)}</label>
        <Select
          id="import-object"
          showSearch={{ optionFilterProp: "label" }}
          value={object?.name ?? null}
          options={objects.map((one) => ({ value: one.name, label: of(one.plural, one.name) }))}
          onChange={onObject}
        />
      </div>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={!object || isReading}
        beforeUpload={(file) => {
          onFile(file);
          return false;
        }}
      >
        <div className={styles.importDrop}>
          <Icon name="upload" size={28} />
          <b>{isReading ? t(importScreenMessages.reading) : t(importScreenMessages.dropHere)}</b>
          <span className={`${base.note} ${styles.importDropNote}`}>
            {t(importScreenMessages.dropDetail)}
          </span>
        </div>
      </Upload.Dragger>
    </section>
  );
}
