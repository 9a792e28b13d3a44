import { Checkbox, Radio, Select } from "antd";
import { useState } from "react";
import type { SecurityAnswer } from "../../shared/security.contract.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { CopyLine } from "../../../../../ui/kit/CopyLine.tsx";
import { useEdited } from "../../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { roleCode, roleLabel } from "../../../../../ui/data/role-label.ts";
import { type OidcPartProps, OidcProviderPart } from "./OidcProviderPart.tsx";
import { SecurityCard } from "./SecurityCard.tsx";
import { useSaveSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";
import * as securityStyles from "./security.module.css";

/** Signing in through a provider of company accounts. */
export function OidcCard({ security }: { readonly security: SecurityAnswer }) {
  const { t } = useLanguage();
  const save = useSaveSecurity();
  const { values, change, changed } = useEdited(security.oidc);
  const [secret, setSecret] = useState("");
  const { errors, busy, submit } = useForm(FIELDS);
  // What is missing is for the server to say: it depends on whether it is on.
  const send = () => submit({}, () => save({ oidc: values, ...(secret ? { oidc_secret: secret } : {}) }));
  return (
    <SecurityCard
      title={t(securityMessages.oidc)}
      lead={t(securityMessages.oidcLead)}
      error={errors[""]}
      busy={busy}
      changed={changed || secret !== ""}
      onSave={() => void send()}
    >
      <Checkbox checked={values.on} onChange={({ target }) => change({ on: target.checked })}>
        {t(securityMessages.oidcOn)}
      </Checkbox>
      <Labelled label={t(securityMessages.redirect)}>
        {() => <CopyLine text={security.oidc_redirect} />}
      </Labelled>
      <OidcProviderPart
        values={values}
        change={change}
        errors={errors}
        secret={secret}
        onSecret={setSecret}
        secretKept={security.oidc_secret_kept}
      />
      <WhoPart values={values} change={change} errors={errors} />
      <ButtonPart values={values} change={change} errors={errors} />
    </SecurityCard>
  );
}
const FIELDS = [
  "oidc.issuer",
  "oidc.client_id",
  "oidc.scopes",
  "oidc.login_claim",
  "oidc.role",
  "oidc.label.zh-CN",
  "oidc.label.en",
  "oidc_secret",
];

function WhoPart({ values, change, errors }: OidcPartProps) {
  const { t, of } = useLanguage();
  const roles = useRecords("role", { limit: 100 });
  const options = (roles.data?.data ?? []).map((role) => ({
    value: idOf(role),
    label: of(roleLabel(role), roleCode(role)),
  }));
  return (
    <>
      <Labelled label={t(securityMessages.match)}>
        {({ id }) => (
          <Radio.Group
            id={id}
            value={values.match}
            options={[
              { value: "email", label: t(securityMessages.byEmail) },
              { value: "login", label: t(securityMessages.byLogin) },
            ]}
            onChange={({ target }) => change({ match: target.value === "login" ? "login" : "email" })}
          />
        )}
      </Labelled>
      {values.match === "login" && (
        <TextField
          label={t(securityMessages.claim)}
          code
          value={values.login_claim}
          onChange={(text) => change({ login_claim: text.trim() })}
          error={errors["oidc.login_claim"]}
        />
      )}
      <Checkbox checked={values.create} onChange={({ target }) => change({ create: target.checked })}>
        {t(securityMessages.createPeople)}
      </Checkbox>
      {values.create && (
        <Labelled label={t(securityMessages.createRole)} error={errors["oidc.role"]}>
          {({ id }) => (
            <Select
              id={id}
              placeholder={t(securityMessages.chooseRole)}
              value={values.role}
              options={options}
              onChange={(role: string | null) => change({ role })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}

function ButtonPart({ values, change, errors }: OidcPartProps) {
  const { t } = useLanguage();
  const { label } = values;
  return (
    <div className={securityStyles.securityPair}>
      <TextField
        label={t(securityMessages.buttonZh)}
        maxLength={60}
        value={label["zh-CN"]}
        onChange={(text) => change({ label: { ...label, "zh-CN": text } })}
        error={errors["oidc.label.zh-CN"]}
      />
      <TextField
        label={t(securityMessages.buttonEn)}
        maxLength={60}
        value={label.en}
        onChange={(text) => change({ label: { ...label, en: text } })}
        error={errors["oidc.label.en"]}
      />
    </div>
  );
}
