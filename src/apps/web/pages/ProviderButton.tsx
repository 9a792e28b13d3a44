import { Button } from "antd";
import { useSearchParams } from "react-router";
import type { SignInWays } from "../../../modules/identity/shared/security.ts";
import { apiPath } from "../../../ui/data/request.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";

/** To the provider of company accounts, and back to where one wanted to go. */
export function ProviderButton({ label }: NonNullable<SignInWays["oidc"]>) {
  const { language } = useLanguage();
  const [search] = useSearchParams();
  return (
    <Button
      type="primary"
      size="large"
      block
      icon={<Icon name="apartment" />}
      href={apiPath("/session/oidc", { to: search.get("to") ?? "/" })}
    >
      {label[language]}
    </Button>
  );
}
