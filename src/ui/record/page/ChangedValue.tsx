import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { ChangedPart } from "./changed-part.ts";
import * as base from "../../kit/base.module.css";

export interface ChangedValueProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly part: ChangedPart;
}
/** One side of a change as its field shows it; what is empty or erased is said. */
export function ChangedValue({ object, field, part }: ChangedValueProps) {
  const { t } = useLanguage();
  if (isBlank(part.value))
    return (
      <span className={base.muted}>
        {t(part.erased ? recordScreenMessages.erased : recordScreenMessages.empty)}
      </span>
    );
  return (
    <FieldCell
      object={object.name}
      field={field}
      value={part.value}
      record={{ [field.name]: part.value, titles: part.title ? { [field.name]: part.title } : {} }}
    />
  );
}
