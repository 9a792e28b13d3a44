import { Link } from "react-router";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { Empty } from "./States.tsx";

/** Says that there is no such page or record, and leads back to the home page. */
export function Missing() {
  const { t } = useLanguage();
  return (
    <Empty icon="search" title={t(kitMessages.missingTitle)} detail={t(kitMessages.missingDetail)}>
      <Link to="/">{t(kitMessages.toToday)}</Link>
    </Empty>
  );
}
