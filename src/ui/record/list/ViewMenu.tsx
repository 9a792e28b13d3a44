import { Suspense, useState } from "react";
import { can, useObjects } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { Dropdown } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { lazily } from "../../kit/lazily.ts";
import { useViewChanges, type ViewChangesOptions } from "./use-view-changes.ts";
import * as listStyles from "./list.module.css";

const ViewNameDialog = lazily(() => import("./ViewNameDialog.tsx").then((m) => m.ViewNameDialog));

export type ViewMenuProps = ViewChangesOptions;

/** Keeps the list as it is now under a name, or changes the view that is open. */
export function ViewMenu(props: ViewMenuProps) {
  const { state, view } = props;
  const { t } = useLanguage();
  const me = useMe();
  const info = useObjects().get("view");
  const [naming, setNaming] = useState(false);
  const { busy, saveAs, overwrite, takeAway } = useViewChanges(props, () => setNaming(false));
  if (!info || !can(info, "create")) return null;
  const own = view && view.owner === me.user.id;
  const touched = state.filter !== "" || (own && (state.sort !== "" || state.mode !== ""));
  const items = [
    { key: "save", icon: <Icon name="table" />, label: t(recordScreenMessages.saveView) },
    ...(own && touched
      ? [
          {
            key: "update",
            icon: <Icon name="check" />,
            label: t(recordScreenMessages.updateView, { name: view.name }),
          },
        ]
      : []),
    ...(own
      ? [
          {
            key: "delete",
            icon: <Icon name="trash" />,
            label: t(recordScreenMessages.deleteView),
            danger: true,
          },
        ]
      : []),
  ];
  const run = (key: string) => {
    if (key === "save") setNaming(true);
    else if (key === "update" && view) overwrite(view);
    else if (key === "delete" && view) takeAway(view);
  };
  const isOne = items.length === 1;
  const button = (
    <QuietButton
      icon="table"
      on={touched || false}
      aria-label={t(recordScreenMessages.saveView)}
      onClick={isOne ? () => setNaming(true) : undefined}
    >
      <span className={listStyles.wideOnly}>{t(recordScreenMessages.saveView)}</span>
    </QuietButton>
  );
  return (
    <>
      {isOne ? button : <Dropdown menu={{ items, onClick: ({ key }) => run(key) }}>{button}</Dropdown>}
      {naming && (
        <Suspense>
          <ViewNameDialog busy={busy} onSave={saveAs} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
