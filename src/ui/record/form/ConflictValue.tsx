import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";

export interface ConflictValueProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly current: Values;
  readonly value: WireValue | undefined;
}
/** One of the two values of a conflict, or that it is empty. */
export function ConflictValue({ object, field, current, value }: ConflictValueProps) {
  const { t } = useLanguage();
  return isBlank(value) ? (
    <span className={base.muted}>{t(recordScreenMessages.empty)}</span>
  ) : (
    <FieldCell object={object.name} field={field} record={bare(current)} value={value} />
  );
}

/** Titles belong to one of the two values; each cell finds its own. */
function bare(record: Values): Values {
  const { titles: _titles, ...rest } = record;
  return rest;
}
