import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../../ui/kit/SettingsPage.tsx";
import { NetworksCard } from "./NetworksCard.tsx";
import { OidcCard } from "./OidcCard.tsx";
import { PasswordsCard } from "./PasswordsCard.tsx";
import { SecondFactorRuleCard } from "./SecondFactorRuleCard.tsx";
import { TargetsCard } from "./TargetsCard.tsx";
import { useSecurity } from "./security-data.ts";
import { securityMessages } from "./security.messages.ts";
import { identityScreenMessages } from "../identity.messages.ts";

/** How people and programs come in. */
export function SecurityPage() {
  const { t } = useLanguage();
  const security = useSecurity();
  return (
    <SettingsPage title={t(identityScreenMessages.security)} lead={t(securityMessages.lead)}>
      <QueryResult query={security}>
        {(data) => (
          <>
            <SecondFactorRuleCard key={data.second_factor} rule={data.second_factor} />
            <OidcCard key={JSON.stringify([data.oidc, data.oidc_secret_kept])} security={data} />
            {(data.oidc.on || !data.passwords.everybody) && (
              <PasswordsCard key={JSON.stringify(data.passwords)} passwords={data.passwords} />
            )}
            <NetworksCard
              key={JSON.stringify(data.networks)}
              networks={data.networks}
              address={data.your_address}
            />
            <TargetsCard key={data.private_targets.join()} targets={data.private_targets} />
          </>
        )}
      </QueryResult>
    </SettingsPage>
  );
}
