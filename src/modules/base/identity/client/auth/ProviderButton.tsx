import { Button } from "antd";
import { useSearchParams } from "react-router";
import { goToProvider, type SignInWays } from "../../shared/company-account.contract.ts";
import { apiPath } from "../../../../../ui/data/request.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";

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
      href={apiPath(goToProvider.path, { to: search.get("to") ?? "/" })}
    >
      {label[language]}
    </Button>
  );
}
