import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { foldParts } from "./first-fields.ts";
import type { FormPart } from "./form-fields.ts";
import { FormPartFields } from "./FormPartFields.tsx";
import type { useRecordForm } from "./use-record-form.ts";
import * as styles from "./FormParts.module.css";

export interface FormPartsProps {
  readonly object: ObjectInfo;
  /** Absent: a new record. */
  readonly record: Values | undefined;
  readonly initial: Values | undefined;
  readonly parts: readonly FormPart[];
  readonly form: ReturnType<typeof useRecordForm>;
}
/** The fields of a form: of a new record first what one knows at once, the rest on request. */
export function FormParts({ object, record, initial, parts, form }: FormPartsProps) {
  const { t } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const folded = record ? null : foldParts(object, parts, form.isRequired);
  const draw = (part: FormPart, place: number, titled: boolean) => (
    <FormPartFields key={place} {...{ object, record, part, form, titled }} first={place === 0} />
  );
  if (!folded) return parts.map((part, at) => draw(part, at, Boolean(part.label) || parts.length > 1));
  const rest = folded.more.flatMap(({ fields }) => fields).filter(form.isVisible);
  // What was typed earlier, or refused, is not hidden from who typed it.
  const isNeeded = ({ name, default: usual }: FieldInfo) =>
    form.errors[name] !== undefined ||
    (usual === undefined && initial?.[name] === undefined && !isBlank(form.draft.values[name]));
  const isOpen = isWhole || rest.some(isNeeded);
  const startsFirst = object.stageField !== undefined && initial?.[object.stageField] === undefined;
  return (
    <>
      {draw(folded.first, 0, false)}
      {isOpen ? (
        folded.more.map((part, at) => draw(part, at + 1, true))
      ) : (
        <div className={styles.more}>
          <QuietButton icon="down" aria-expanded={false} onClick={() => setWhole(true)}>
            {t(recordScreenMessages.moreFields, { count: rest.length })}
          </QuietButton>
          <span className={styles.usual}>
            {t(startsFirst ? recordScreenMessages.usualOwnerAndStage : recordScreenMessages.usualOwner)}
          </span>
        </div>
      )}
    </>
  );
}
