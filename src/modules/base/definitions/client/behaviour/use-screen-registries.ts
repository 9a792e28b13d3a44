import type { ListedRegistry } from "../../../../../shared/wire/behaviour.contract.ts";
import type { Label } from "../../../../../shared/i18n/label.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { useModules } from "../../../../../ui/record/panels.tsx";
import { behaviourMessages } from "./behaviour.messages.ts";

interface Entry {
  readonly name: string;
  readonly label?: Label;
}

/** The lists of the screens, as far as they concern records of an object and this person. */
export function useScreenRegistries(object: ObjectInfo): readonly ListedRegistry[] {
  const modules = useModules();
  const me = useMe();
  const list = (name: string, label: Label, entries: readonly Entry[]): ListedRegistry => ({
    name: `screens.${name}`,
    label,
    entries: entries.map((one) => ({ name: one.name, label: one.label ?? {} })),
  });
  return [
    list(
      "recordActions",
      behaviourMessages.recordActions,
      modules.flatMap((one) => one.recordActions ?? []).filter((one) => one.applies(object, me)),
    ),
    list(
      "batchActions",
      behaviourMessages.batchActions,
      modules.flatMap((one) => one.batchActions ?? []).filter((one) => one.applies(object, me)),
    ),
    list(
      "listActions",
      behaviourMessages.listActions,
      modules.flatMap((one) => one.listActions ?? []).filter((one) => one.applies(object, me)),
    ),
    list(
      "recordPanels",
      behaviourMessages.recordPanels,
      modules.flatMap((one) => one.recordPanels ?? []).filter((one) => one.applies(object)),
    ),
    list(
      "cardMarks",
      behaviourMessages.cardMarks,
      modules.flatMap((one) => one.cardMarks ?? []).filter((one) => one.applies(object)),
    ),
  ].filter(({ entries }) => entries.length > 0);
}
