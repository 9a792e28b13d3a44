import type { WireValue } from "../../../../shared/metadata/object.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { isBlank, onlyWhatDiffers } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { ShownRecordContext } from "../../../../ui/field/value-words.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const other = (side: "before" | "after"): "before" | "after" => (side === "before" ? "after" : "before");

/** One side of a changed field as the field shows it; what is empty or erased is said. */
export function LoggedValue({
  change,
  name,
  side,
}: {
  readonly change: AuditChange;
  readonly name: string;
  readonly side: "before" | "after";
}) {
  const { t, of } = useLanguage();
  const value: WireValue | undefined = change[side][name];
  const field = useObjects().get(change.object)?.byName[name];
  if (isBlank(value)) {
    const isErased = change.erased.includes(name);
    return (
      <span className={base.muted}>
        {t(isErased ? auditScreenMessages.erased : auditScreenMessages.empty)}
      </span>
    );
  }
  if (!field) {
    const option = typeof value === "string" ? change.labels?.options?.[name]?.[value] : undefined;
    return option ? of(option) : logText(value);
  }
  return (
    <ShownRecordContext value={{ id: change.record }}>
      <FieldCell
        field={field}
        value={field.kind === "json" ? onlyWhatDiffers(value ?? null, change[other(side)][name]) : value}
        record={change[side]}
        object={change.object}
      />
    </ShownRecordContext>
  );
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** A value that no field of the screens explains. */
export const logText = (value: WireValue | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : MOMENT.test(String(value))
        ? timeText(String(value))
        : String(value);
