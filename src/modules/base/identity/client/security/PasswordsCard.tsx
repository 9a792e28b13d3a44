import { Radio, Select } from "antd";
import { userRole } from "../../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import type { Security } from "../../shared/security.contract.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { linkId, titleAt } from "../../../../../ui/data/values.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useEdited } from "../../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { SecurityCard } from "./SecurityCard.tsx";
import { useSaveSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";

/** Who may still sign in with a password. */
export function PasswordsCard({ passwords }: { readonly passwords: Security["passwords"] }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const { values, change, changed } = useEdited(passwords);
  const { errors, busy, submit } = useForm(["passwords.break_glass"]);
  const grants = useRecords(userRole.name, { filter: 'role.name == "administrator"', limit: 100 });
  const options = (grants.data?.data ?? []).map((grant) => ({
    value: linkId(partOf(userRole, grant).user) ?? "",
    label: titleAt(grant, "user"),
  }));
  return (
    <SecurityCard
      title={t(securityMessages.passwords)}
      lead={t(securityMessages.passwordsLead)}
      error={errors[""]}
      busy={busy}
      changed={changed}
      onSave={() => void submit({}, () => save({ passwords: values }))}
    >
      <Radio.Group
        aria-label={t(securityMessages.passwords)}
        value={values.everybody}
        options={[
          { value: true, label: t(securityMessages.passwordsEverybody) },
          { value: false, label: t(securityMessages.passwordsOne) },
        ]}
        onChange={({ target }) => change({ everybody: target.value === true })}
      />
      {!values.everybody && (
        <Labelled label={t(securityMessages.breakGlass)} error={errors["passwords.break_glass"]}>
          {({ id }) => (
            <Select
              id={id}
              placeholder={t(securityMessages.choosePerson)}
              value={values.break_glass}
              options={options}
              onChange={(person: string | null) => change({ break_glass: person })}
            />
          )}
        </Labelled>
      )}
    </SecurityCard>
  );
}
