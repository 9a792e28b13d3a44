import { Radio } from "antd";
import { useState } from "react";
import { SECOND_FACTOR_RULES, type SecondFactorRule } from "../../shared/security.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { SecurityCard } from "./SecurityCard.tsx";
import { useSaveSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";

export function SecondFactorRuleCard({ rule }: { readonly rule: SecondFactorRule }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const [chosen, setChosen] = useState(rule);
  const { errors, busy, submit } = useForm([]);
  return (
    <SecurityCard
      title={t(securityMessages.twoStep)}
      lead={t(securityMessages.ruleLead)}
      error={errors[""]}
      busy={busy}
      changed={chosen !== rule}
      onSave={() => void submit({}, () => save({ second_factor: chosen }))}
    >
      <Radio.Group
        aria-label={t(securityMessages.twoStep)}
        value={chosen}
        options={SECOND_FACTOR_RULES.map((value) => ({ value, label: t(securityMessages[value]) }))}
        onChange={({ target }) =>
          setChosen(SECOND_FACTOR_RULES.find((value) => value === target.value) ?? rule)
        }
      />
    </SecurityCard>
  );
}
