import { useNavigate } from "react-router";
import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { can, useObject } from "../../../../../ui/data/objects.ts";
import { isAble, useMe } from "../../../../../ui/data/session.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import type { IconName } from "../../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { usePersonActions } from "../../../../../ui/record/panels.tsx";
import type { PersonAction } from "../../../../../ui/slots/people-and-roles.ts";
import type { PersonLine } from "../../shared/people.contract.ts";
import { peopleMessages } from "./people.messages.ts";
import { accessDialog, editDialog, type PersonDialog, rolesDialog } from "./person-dialogs.ts";
import { useActivation } from "./use-activation.ts";

export interface MenuLine {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly danger?: boolean;
  readonly run: () => void;
}
const INVITING = {
  none: peopleMessages.invite,
  invited: peopleMessages.inviteAgain,
  enabled: peopleMessages.signIn,
} as const;

/** The lines of a person's menu, by right: sign-in and roles first, then what other modules offer. */
export function usePersonLines(
  { person, state }: PersonLine,
  open: (dialog: PersonDialog | null) => void,
): readonly MenuLine[] {
  const { t } = useLanguage();
  const tell = useTell();
  const navigate = useNavigate();
  const me = useMe();
  const object = useObject("user");
  const turn = useActivation(person);
  const id = idOf(person);
  const isActive = partOf(user, person).active !== false;
  const others = usePersonActions(me, { id, isActive });
  const start = (action: PersonAction) => {
    if (action.to) void navigate(action.to(id));
    else if (action.run) void action.run(id).catch(tell.failed);
    else open(action.Dialog ?? null);
  };
  const opening = (key: string, icon: IconName, text: string, dialog: PersonDialog): MenuLine => ({
    key,
    icon,
    text,
    run: () => open(dialog),
  });
  const mayChange = object !== undefined && can(object, "update");
  return [
    ...(state === "inactive" ? [] : [opening("access", "key", t(INVITING[state]), accessDialog)]),
    ...(isAble(me, "roles.manage")
      ? [opening("roles", "safety", t(peopleMessages.editRoles), rolesDialog)]
      : []),
    ...(mayChange ? [opening("edit", "edit", t(kitMessages.edit), editDialog)] : []),
    ...others.map((action) => ({
      key: action.name,
      icon: action.icon,
      text: t(action.label),
      run: () => start(action),
    })),
    ...(mayChange && id !== me.user.id
      ? [
          {
            key: "turn",
            icon: isActive ? ("lock" as const) : ("check" as const),
            text: t(isActive ? peopleMessages.deactivate : peopleMessages.activate),
            danger: isActive,
            run: turn,
          },
        ]
      : []),
  ];
}
