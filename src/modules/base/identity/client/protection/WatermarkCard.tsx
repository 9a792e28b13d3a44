import { Checkbox } from "antd";
import { useState } from "react";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { SecurityCard } from "../security/SecurityCard.tsx";
import { useSaveSecurity } from "../security/security-data.ts";
import { protectionMessages } from "./protection.messages.ts";

/** Whether screens and files say who had them. */
export function WatermarkCard({ isOn }: { readonly isOn: boolean }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const [wanted, setWanted] = useState(isOn);
  const { errors, busy, submit } = useForm([]);
  return (
    <SecurityCard
      title={t(protectionMessages.watermark)}
      lead={t(protectionMessages.watermarkLead)}
      error={errors[""]}
      busy={busy}
      changed={wanted !== isOn}
      onSave={() => void submit({}, () => save({ watermark: wanted }))}
    >
      <Checkbox checked={wanted} onChange={({ target }) => setWanted(target.checked)}>
        {t(protectionMessages.watermarkOn)}
      </Checkbox>
    </SecurityCard>
  );
}
