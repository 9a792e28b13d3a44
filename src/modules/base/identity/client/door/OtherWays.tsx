import { Ghost } from "../../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { doorTexts } from "./door.messages.ts";
import { ProviderButton } from "./ProviderButton.tsx";
import type { useWays } from "./use-ways.ts";

/**
 * Company accounts above the password, why one came back from there, and the way to a password where few have
 * one.
 */
export function OtherWays({
  ways: { oidc, refused, passwords, showPasswords },
}: {
  readonly ways: ReturnType<typeof useWays>;
}) {
  const { t } = useLanguage();
  return (
    <>
      {oidc && <ProviderButton label={oidc.label} />}
      {refused && (
        <div
          className={refused === "oidc_cancelled" ? "banner banner-info" : "banner banner-danger"}
          role="alert"
        >
          {t(doorTexts[refused])}
        </div>
      )}
      {oidc && passwords && <p className="door-or">{t(doorTexts.or)}</p>}
      {oidc && !passwords && (
        <div className="door-ways">
          <Ghost onClick={showPasswords}>{t(doorTexts.withPassword)}</Ghost>
        </div>
      )}
    </>
  );
}
