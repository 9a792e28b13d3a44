import { Input } from "antd";
import { useState } from "react";
import type { Security } from "../../shared/security.contract.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { SecurityCard } from "./SecurityCard.tsx";
import { networkLines } from "./network-lines.ts";
import { useSaveSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";
import * as securityStyles from "./security.module.css";

/** From where people and keys may come. */
export function NetworksCard({
  networks,
  address,
}: {
  readonly networks: Security["networks"];
  readonly address: string;
}) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const [people, setPeople] = useState(networks.people.join("\n"));
  const [keys, setKeys] = useState(networks.keys.join("\n"));
  const wanted = { people: networkLines(people), keys: networkLines(keys) };
  const { errors, busy, submit } = useForm<`networks.${string}`>([]);
  const area = (
    name: string,
    title: string,
    value: string,
    onChange: (text: string) => void,
    hint?: string,
  ) => (
    <Labelled label={title} error={errors[`networks.${name}`]} hint={hint}>
      {({ id, describedBy }) => (
        <Input.TextArea
          id={id}
          aria-describedby={describedBy}
          autoSize={{ minRows: 3, maxRows: 12 }}
          placeholder={t(securityMessages.networkExample)}
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
  return (
    <SecurityCard
      title={t(securityMessages.networks)}
      lead={t(securityMessages.networksLead)}
      error={errors[""]}
      busy={busy}
      changed={wanted.people.join() !== networks.people.join() || wanted.keys.join() !== networks.keys.join()}
      onSave={() => void submit({}, () => save({ networks: wanted }))}
    >
      <div className={securityStyles.securityPair}>
        {area(
          "people",
          t(securityMessages.forPeople),
          people,
          setPeople,
          t(securityMessages.yourAddress, { address }),
        )}
        {area("keys", t(securityMessages.forKeys), keys, setKeys)}
      </div>
    </SecurityCard>
  );
}
