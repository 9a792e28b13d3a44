import { App, Dropdown } from "antd";
import { Suspense, useState } from "react";
import { newId } from "../../data/new-id.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { type SavedView, useSaveView } from "../../data/views.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";
import type { LayoutTools } from "./columns.ts";
import type { ListState } from "./list-state.ts";
import { both } from "./scenes.ts";
import { lazily } from "../../kit/lazily.ts";

const ViewNameDialog = lazily(() => import("./ViewNameDialog.tsx").then((m) => m.ViewNameDialog));

export interface ViewMenuProps {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>) => void;
  readonly layout: LayoutTools;
  readonly view: SavedView | null;
  readonly mode: "list" | "board";
  readonly sort: string;
}

/** Keeps the list as it is now under a name, or changes the view that is open. */
export function ViewMenu({ object, state, change, layout, view, mode, sort }: ViewMenuProps) {
  const { t } = useLanguage();
  const me = useMe();
  const { message } = App.useApp();
  const info = useObjects().get("view");
  const { create, change: update, remove } = useSaveView(object.name);
  const [naming, setNaming] = useState(false);
  if (!info || !can(info, "create")) return null;
  const own = view && view.owner === me.user.id;
  const touched = state.filter !== "" || (own && (state.sort !== "" || state.mode !== ""));
  const shape = {
    kind: mode,
    filter: both(view?.filter ?? "", state.filter),
    sort,
    columns: layout.columns.map(({ field, width }) => ({ field: field.name, width: Math.round(width) })),
  };
  const failed = (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)));
  const save = (name: string, shared: boolean) => {
    create.mutate(
      { ...shape, name, visibility: shared ? "everyone" : "private", key: newId() },
      {
        onSuccess: ({ data }) => {
          setNaming(false);
          void message.success(t(recordTexts.viewSaved));
          change({ scene: `view:${idOf(data)}`, filter: "", sort: "", mode: "" });
        },
        onError: failed,
      },
    );
  };
  const items = [
    { key: "save", icon: <Icon name="star" />, label: t(recordTexts.saveView) },
    ...(own && touched
      ? [
          {
            key: "update",
            icon: <Icon name="check" />,
            label: t(recordTexts.updateView, { name: view.name }),
          },
        ]
      : []),
    ...(own
      ? [{ key: "delete", icon: <Icon name="trash" />, label: t(recordTexts.deleteView), danger: true }]
      : []),
  ];
  const run = (key: string) => {
    if (key === "save") setNaming(true);
    else if (key === "update" && view)
      update.mutate(
        { id: view.id, values: { ...shape, columns: shape.columns }, key: newId() },
        {
          onSuccess: () => (
            change({ filter: "", sort: "", mode: "" }),
            void message.success(t(recordTexts.viewSaved))
          ),
          onError: failed,
        },
      );
    else if (key === "delete" && view)
      remove.mutate(view.id, { onSuccess: () => change({ scene: "all" }), onError: failed });
  };
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => run(key) }}>
        <Ghost icon="star" on={touched || false} aria-label={t(recordTexts.saveView)}>
          <span className="wide-only">{t(recordTexts.saveView)}</span>
        </Ghost>
      </Dropdown>
      {naming && (
        <Suspense>
          <ViewNameDialog busy={create.isPending} onSave={save} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
