import { newId } from "../../data/new-id.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { type SavedView, useSaveView } from "../../data/views.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { LayoutTools } from "./columns.ts";
import type { ListState } from "./list-state.ts";
import { both } from "./scenes.ts";

export interface ViewChangesOptions {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>) => void;
  readonly layout: LayoutTools;
  readonly view: SavedView | null;
  readonly mode: "list" | "board";
  readonly sort: string;
}

/** The list as it is now as a view: kept under a name, written over the view that is open, or taken away. */
export function useViewChanges(
  { object, state, change, layout, view, mode, sort }: ViewChangesOptions,
  onCreated: () => void,
) {
  const { t } = useLanguage();
  const tell = useTell();
  const { create, change: update, remove } = useSaveView(object.name);
  const shape = {
    kind: mode,
    filter: both(view?.filter ?? "", state.filter),
    sort,
    columns: [
      // The name stands on every card: seen as a list, the view has it, too.
      ...(mode === "board" ? [{ field: object.title }] : []),
      ...layout.columns.map(({ field, width }) => ({ field: field.name, width: Math.round(width) })),
    ],
  };
  const saveAs = (name: string, shared: boolean) => {
    create.mutate(
      { ...shape, name, visibility: shared ? "everyone" : "private", key: newId() },
      {
        onSuccess: ({ data }) => {
          onCreated();
          tell.done(t(recordScreenMessages.viewSaved));
          change({ scene: `view:${idOf(data)}`, filter: "", sort: "", mode: "" });
        },
        onError: tell.failed,
      },
    );
  };
  const overwrite = ({ id }: SavedView) =>
    update.mutate(
      { id, values: { ...shape, columns: shape.columns }, key: newId() },
      {
        onSuccess: () => (
          change({ filter: "", sort: "", mode: "" }),
          tell.done(t(recordScreenMessages.viewSaved))
        ),
        onError: tell.failed,
      },
    );
  const takeAway = ({ id }: SavedView) =>
    remove.mutate(id, { onSuccess: () => change({ scene: "all" }), onError: tell.failed });
  return { busy: create.isPending, saveAs, overwrite, takeAway };
}
