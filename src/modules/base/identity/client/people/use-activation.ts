import { user } from "../../../../../objects/system/user/user.object.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { partOf, valuesOf } from "../../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../../ui/data/new-id.ts";
import { patchRecord, useRefresh } from "../../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useAttempt } from "../../../../../ui/kit/use-attempt.ts";
import { useConfirm } from "../../../../../ui/kit/use-confirm.ts";
import { peopleMessages } from "./people.messages.ts";

/** Takes somebody's sign-in away, asked before, or gives it back. */
export function useActivation(person: Values): () => void {
  const { t } = useLanguage();
  const confirm = useConfirm();
  const attempt = useAttempt();
  const refresh = useRefresh();
  const id = idOf(person);
  const { name, active } = partOf(user, person);
  const isActive = active !== false;
  const turn = () => {
    const values = valuesOf(user, { active: !isActive });
    const base = valuesOf(user, { active: isActive });
    return attempt(() => patchRecord({ object: user.name, id, values, base }, newId()), {
      told: t(isActive ? peopleMessages.inactive : peopleMessages.enabled),
      onDone: () => refresh(user.name, id),
    });
  };
  return () => {
    if (!isActive) return void turn();
    confirm({
      title: t(peopleMessages.deactivateTitle, { name: textValue(name) }),
      detail: t(peopleMessages.deactivateDetail),
      action: t(peopleMessages.deactivate),
      run: turn,
    });
  };
}
