import type { OidcSettings } from "../../shared/security.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import type { FormErrors } from "../../../../../ui/kit/form-errors.ts";
import { securityMessages } from "./security.messages.ts";
import * as securityStyles from "./security.module.css";

export interface OidcPartProps {
  readonly values: OidcSettings;
  readonly change: (part: Partial<OidcSettings>) => void;
  readonly errors: FormErrors<string>;
}
interface ProviderProps extends OidcPartProps {
  readonly secret: string;
  readonly onSecret: (secret: string) => void;
  /** There is a secret already; it is never shown. */
  readonly secretKept: boolean;
}
/** Where the provider is, and as whom this installation speaks to it. */
export function OidcProviderPart({ values, change, errors, secret, onSecret, secretKept }: ProviderProps) {
  const { t } = useLanguage();
  return (
    <>
      <TextField
        label={t(securityMessages.issuer)}
        code
        placeholder="https://login.example.com"
        value={values.issuer}
        onChange={(issuer) => change({ issuer: issuer.trim() })}
        error={errors["oidc.issuer"]}
      />
      <div className={securityStyles.securityPair}>
        <TextField
          label={t(securityMessages.clientId)}
          code
          value={values.client_id}
          onChange={(text) => change({ client_id: text.trim() })}
          error={errors["oidc.client_id"]}
        />
        <TextField
          label={t(securityMessages.clientSecret)}
          secret
          autoComplete="new-password"
          value={secret}
          onChange={onSecret}
          error={errors["oidc_secret"]}
          {...(secretKept ? { hint: t(securityMessages.secretKept) } : {})}
        />
      </div>
      <TextField
        label={t(securityMessages.scopes)}
        code
        value={values.scopes}
        onChange={(scopes) => change({ scopes })}
        error={errors["oidc.scopes"]}
      />
    </>
  );
}
