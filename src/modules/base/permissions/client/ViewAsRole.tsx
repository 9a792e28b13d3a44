import type { RoleActionProps } from "../../../../ui/slots/people-and-roles.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { startViewing } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

/** Shows the program as somebody with this role alone would see it. */
export function ViewAsRole({ role }: RoleActionProps) {
  const { t } = useLanguage();
  const tell = useTell();
  if (!isAble(useMe(), "permissions.view_as")) return null;
  return (
    <QuietButton
      icon="user"
      className={quietButtonStyles.bordered}
      style={{ alignSelf: "flex-start" }}
      onClick={() => void startViewing({ role: idOf(role) }).catch(tell.failed)}
    >
      {t(permissionMessages.viewAsRole)}
    </QuietButton>
  );
}
