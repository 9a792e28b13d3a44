import { useState } from "react";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { SecurityCard } from "../security/SecurityCard.tsx";
import { useSaveSecurity } from "../security/security-data.ts";
import { protectionMessages } from "./protection.messages.ts";
import * as protectionStyles from "./protection.module.css";

/** How often one person may ask whether a masked field has a certain value. */
export function MaskedSearchCard({ limit }: { readonly limit: number | null }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const [wanted, setWanted] = useState(limit);
  const { errors, busy, submit } = useForm([]);
  return (
    <SecurityCard
      title={t(protectionMessages.masked)}
      lead={t(protectionMessages.maskedLead)}
      error={errors[""]}
      busy={busy}
      changed={wanted !== limit}
      onSave={() => void submit({}, () => save({ masked_searches: wanted }))}
    >
      <NumberField
        className={protectionStyles.limitInput}
        label={t(protectionMessages.maskedPerHour)}
        min={0}
        max={1_000_000_000}
        placeholder={t(protectionMessages.unlimited)}
        value={wanted}
        onChange={setWanted}
      />
    </SecurityCard>
  );
}
