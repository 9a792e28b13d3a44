import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";

const actorMessages = defineMessages({
  by_link: label("{name}（通过链接）", "{name} (by link)"),
  some_link: label("通过链接", "By a link"),
});

/** Who did it, as the log has them: somebody’s link is named as such. */
export interface LoggedActor {
  readonly name: string | null;
  readonly kind: string | null;
}
export function useActorWords(): (actor: LoggedActor) => string {
  const { t } = useLanguage();
  return ({ name, kind }) => {
    if (kind === "link") return name ? t(actorMessages.by_link, { name }) : t(actorMessages.some_link);
    return name || t(recordScreenMessages.system_actor);
  };
}
