import { Input } from "antd";
import { useState } from "react";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { networkLines } from "./network-lines.ts";
import { SecurityCard } from "./SecurityCard.tsx";
import { useSaveSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";

/** Into which private networks robots and other calls out may go. */
export function TargetsCard({ targets }: { readonly targets: readonly string[] }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const [text, setText] = useState(targets.join("\n"));
  const wanted = networkLines(text);
  const { errors, busy, submit } = useForm(["private_targets"]);
  return (
    <SecurityCard
      title={t(securityMessages.targets)}
      lead={t(securityMessages.targetsLead)}
      error={errors[""]}
      busy={busy}
      changed={wanted.join() !== targets.join()}
      onSave={() => void submit({}, () => save({ private_targets: wanted }))}
    >
      <Labelled label={t(securityMessages.targetsField)} error={errors.private_targets}>
        {({ id, describedBy }) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            autoSize={{ minRows: 2, maxRows: 12 }}
            placeholder={t(securityMessages.networkExample)}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Labelled>
    </SecurityCard>
  );
}
