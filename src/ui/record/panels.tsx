import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import type { BatchAction, ListAction } from "../slots/list-actions.ts";
import type { ClientModule } from "../client-module.ts";
import type { EventLine, RecordAction, RecordPanel } from "../slots/record-page.ts";
import type { PersonAction } from "../slots/people-and-roles.ts";
import type { CardMark, FieldMover } from "../slots/board.ts";
import type { ObjectInfo } from "../data/objects.ts";
import { ValueWordsContext } from "../field/value-words.ts";
import type { Me } from "../data/session.ts";
import { preload } from "../kit/lazily.ts";

const ModulesContext = createContext<readonly ClientModule[]>([]);

/** Gives the record screens what the modules contribute; apps/web fills it. */
export const ClientModules = ({
  modules,
  children,
}: {
  readonly modules: readonly ClientModule[];
  readonly children: ReactNode;
}) => (
  <ModulesContext value={modules}>
    <ValueWordsContext value={useMemo(() => modules.flatMap((module) => module.valueWords ?? []), [modules])}>
      {children}
    </ValueWordsContext>
  </ModulesContext>
);

export const useModules = (): readonly ClientModule[] => use(ModulesContext);

export function usePanels(object: ObjectInfo, place: RecordPanel["place"]): readonly RecordPanel[] {
  const modules = useModules();
  return useMemo(
    () =>
      modules
        .flatMap((module) => module.recordPanels ?? [])
        .filter((panel) => panel.place === place && panel.applies(object))
        .toSorted((one, other) => one.order - other.order),
    [modules, object, place],
  );
}

/** Fetches what modules show on the page of a record while the record itself is still being asked for. */
export function usePanelsAhead(object: ObjectInfo | undefined): void {
  const modules = useModules();
  useEffect(() => {
    for (const panel of object ? modules.flatMap(({ recordPanels = [] }) => recordPanels) : [])
      if (object && panel.place !== "tab" && panel.applies(object)) void preload(panel.Component);
  }, [modules, object]);
}

export const useListActions = (object: ObjectInfo, me: Me): readonly ListAction[] =>
  useModules()
    .flatMap((module) => module.listActions ?? [])
    .filter((action) => action.applies(object, me));

export const useBatchActions = (object: ObjectInfo, me: Me): readonly BatchAction[] =>
  useModules()
    .flatMap((module) => module.batchActions ?? [])
    .filter((action) => action.applies(object, me));

export const useRecordActionsOfModules = (object: ObjectInfo, me: Me): readonly RecordAction[] =>
  useModules()
    .flatMap((module) => module.recordActions ?? [])
    .filter((action) => action.applies(object, me));

/** What the modules offer to do with a person, in their order. */
export const usePersonActions = (
  me: Me,
  person: { id: string; isActive: boolean },
): readonly PersonAction[] =>
  useModules()
    .flatMap((module) => module.personActions ?? [])
    .filter((action) => action.applies(me, person))
    .toSorted((one, other) => one.order - other.order);

export const useFieldMover = (object: ObjectInfo): FieldMover | undefined =>
  useModules()
    .flatMap((module) => module.fieldMovers ?? [])
    .find((mover) => mover.applies(object));

export const useCardMarks = (object: ObjectInfo): readonly CardMark[] =>
  useModules()
    .flatMap((module) => module.cardMarks ?? [])
    .filter((mark) => mark.applies(object));

/** Draws a line of the log about a record of another object; undefined where no module knows it. */
export function useEventLine(): (about: string) => EventLine["Component"] | undefined {
  const modules = useModules();
  return (about) =>
    modules.flatMap((module) => module.eventLines ?? []).find((line) => line.about === about)?.Component;
}
