import type { WireValue } from "../../../../shared/metadata/object.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { isBlank, onlyWhatDiffers } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { ShownRecordContext } from "../../../../ui/field/value-words.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
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
  const { t } = useLanguage();
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
  if (!field) return logText(value);
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

/** A value that no field of the screens explains. */
export const logText = (value: WireValue | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
