import { newId } from "../../data/new-id.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { type SavedView, useSaveView } from "../../data/views.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { LayoutTools } from "./columns.ts";
import type { ListMode, ListState } from "./list-state.ts";
import { both } from "./scenes.ts";

export interface ViewChangesOptions {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>) => void;
  readonly layout: LayoutTools;
  readonly view: SavedView | null;
  readonly mode: ListMode;
  readonly sort: string;
  /** What it is grouped by, as its address says. */
  readonly group: string;
  /** Of a chart: what its bars stand for. */
  readonly measure: string;
}
/** What stands in the view from now on need not stand in the address. */
const IN_VIEW = { filter: "", sort: "", mode: "", group: "", measure: "" } as const;

/** The list as it is now as a view: kept under a name, written over the view that is open, or taken away. */
export function useViewChanges(
  { object, state, change, layout, view, mode, sort, group, measure }: ViewChangesOptions,
  onCreated: () => void,
) {
  const { t } = useLanguage();
  const tell = useTell();
  const { create, change: update, remove } = useSaveView(object.name);
  const shape = {
    kind: mode,
    filter: both(view?.filter ?? "", state.filter),
    sort,
    measure,
    columns: [
      // The name stands on every card: seen as a list, the view has it, too.
      ...(mode === "board" ? [{ field: object.title }] : []),
      ...layout.columns.map(({ field, width }) => ({ field: field.name, width: Math.round(width) })),
    ],
  };
  const saveAs = (name: string, shared: boolean) => {
    create.mutate(
      { ...shape, group, name, visibility: shared ? "everyone" : "private", key: newId() },
      {
        onSuccess: ({ data }) => {
          onCreated();
          tell.done(t(recordScreenMessages.viewSaved));
          change({ scene: `view:${idOf(data)}`, ...IN_VIEW });
        },
        onError: tell.failed,
      },
    );
  };
  const overwrite = ({ id }: SavedView) =>
    update.mutate(
      { id, values: { ...shape, group_by: group, columns: shape.columns }, key: newId() },
      {
        onSuccess: () => (change(IN_VIEW), tell.done(t(recordScreenMessages.viewSaved))),
        onError: tell.failed,
      },
    );
  const takeAway = ({ id }: SavedView) =>
    remove.mutate(id, { onSuccess: () => change({ scene: "all" }), onError: tell.failed });
  return { busy: create.isPending, saveAs, overwrite, takeAway };
}
