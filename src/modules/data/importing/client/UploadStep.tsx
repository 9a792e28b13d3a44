import { Button, Select, Upload } from "antd";
import { can, type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { saveFile } from "../../../../ui/kit/save-file.ts";
import type { Inspected } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { sampleFile } from "./sample-file.ts";
import { steppingMessages } from "./stepping.messages.ts";
import { UploadedFile } from "./UploadedFile.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as styles from "./UploadStep.module.css";

export interface UploadStepProps {
  readonly object: ObjectInfo | undefined;
  /** The file that was given before. */
  readonly inspected: Inspected | null;
  readonly isReading: boolean;
  readonly onObject: (name: string) => void;
  readonly onFile: (file: File) => void;
  readonly onKeep: () => void;
}

/** What to import, and the file. */
export function UploadStep({ object, inspected, isReading, onObject, onFile, onKeep }: UploadStepProps) {
  const { t, of } = useLanguage();
  const objects = [...useObjects().values()].filter(
    (one) => !one.internal && (can(one, "create") || can(one, "update")),
  );
  return (
    <section className={styles.importUpload}>
      <p className={`${base.note} ${styles.importOnPhone}`}>{t(steppingMessages.largerScreen)}</p>
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
      {object && inspected && <UploadedFile inspected={inspected} onKeep={onKeep} />}
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
          {isReading ? (
            <b>{t(importScreenMessages.reading)}</b>
          ) : (
            <>
              <b className={styles.byMouse}>{t(importScreenMessages.dropHere)}</b>
              <b className={styles.byFinger}>{t(importScreenMessages.chooseFile)}</b>
            </>
          )}
          <span className={`${base.note} ${styles.importDropNote}`}>
            {t(importScreenMessages.dropDetail)}
          </span>
        </div>
      </Upload.Dragger>
      {object && <SampleFile object={object} />}
    </section>
  );
}

function SampleFile({ object }: { readonly object: ObjectInfo }) {
  const language = useLanguage();
  const { t, of } = language;
  const name = t(steppingMessages.sampleName, { object: of(object.plural, object.name) });
  const save = (): void =>
    saveFile(new Blob([sampleFile(object, language)], { type: "text/csv;charset=utf-8" }), name);
  return (
    <div>
      <Button size="small" icon={<Icon name="download" />} onClick={save}>
        {t(steppingMessages.sample)}
      </Button>
    </div>
  );
}
