import { permissionMessages, startViewing } from "../../../modules/base/permissions/client/public.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../../ui/data/values.ts";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useTell } from "./use-tell.ts";

/** Shows the program as somebody with this role alone would see it. */
export function ViewAsRole({ role }: { readonly role: Values }) {
  const { t } = useLanguage();
  const tell = useTell();
  return (
    <Ghost
      icon="user"
      className="bordered"
      style={{ alignSelf: "flex-start" }}
      onClick={() => void startViewing({ role: idOf(role) }).catch(tell.failed)}
    >
      {t(permissionMessages.viewAsRole)}
    </Ghost>
  );
}
