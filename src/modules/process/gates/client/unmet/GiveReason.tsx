import { Input } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "../gate.messages.ts";
import * as gateStyles from "../gate.module.css";

export interface GiveReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}
/** Why the record is moved that way. */
export function GiveReason({ value, onChange }: GiveReasonProps) {
  const { t } = useLanguage();
  return (
    <div className={gateStyles.gateBody}>
      <Input.TextArea
        rows={2}
        maxLength={2000}
        aria-label={t(gateScreenMessages.reason)}
        placeholder={t(gateScreenMessages.reasonHint)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
