import { Button } from "antd";
import { useNavigate } from "react-router";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { Empty } from "./States.tsx";

/**
 * Says that there is no such page or record, and leads on: to the list that the record would stand in, and to
 * the home page. Trying again would find nothing either.
 */
export function Missing({ list }: { readonly list?: string }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div role="alert">
      <Empty icon="search" title={t(kitMessages.missingTitle)} detail={t(kitMessages.missingDetail)}>
        {list && (
          <Button type="primary" onClick={() => void navigate(list)}>
            {t(kitMessages.toList)}
          </Button>
        )}
        <Button onClick={() => void navigate("/")}>{t(kitMessages.toToday)}</Button>
      </Empty>
    </div>
  );
}
