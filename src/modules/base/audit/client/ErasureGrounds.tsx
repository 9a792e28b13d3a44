import { Input, Select } from "antd";
import { useId } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { LEGAL_BASES, type LegalBasis } from "../shared/erasure.contract.ts";
import { privacyMessages } from "./audit.messages.ts";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";

export interface ErasureGroundsProps {
  readonly basis: LegalBasis;
  readonly onBasis: (basis: LegalBasis) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}
/** On which ground of the law, and why. */
export function ErasureGrounds({ basis, onBasis, reason, onReason }: ErasureGroundsProps) {
  const { t } = useLanguage();
  const field = useId();
  return (
    <>
      <div className={fieldStyles.labelled}>
        <label htmlFor={`${field}-basis`}>{t(privacyMessages.basis)}</label>
        <Select
          id={`${field}-basis`}
          value={basis}
          options={LEGAL_BASES.map((name) => ({ value: name, label: t(privacyMessages[name]) }))}
          onChange={onBasis}
        />
      </div>
      <div className={fieldStyles.labelled}>
        <label htmlFor={`${field}-reason`}>{t(privacyMessages.reason)}</label>
        <Input.TextArea
          id={`${field}-reason`}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      </div>
    </>
  );
}
