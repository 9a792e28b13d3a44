import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import type { RecordAction } from "../../slots/record-page.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Dropdown } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useRecordActionsOfModules } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { startingDay } from "../time/past-day.ts";
import { timeMessages } from "../time/time.messages.ts";
import { useRecordActions } from "./use-record-actions.tsx";

export interface RecordMenuProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly mayDelete: boolean;
  readonly onGone: () => void;
}

/** What can be done with a record besides editing it: what every record offers, and what modules add. */
export function RecordMenu({ object, record, asOf, mayDelete, onGone }: RecordMenuProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { copyLink, confirmDelete } = useRecordActions(object, record, onGone);
  const actions = useRecordActionsOfModules(object, useMe());
  const [open, setOpen] = useState<RecordAction | null>(null);
  const items = [
    { key: "copy", icon: <Icon name="copy" />, label: t(recordScreenMessages.duplicate) },
    ...(asOf === null
      ? [{ key: "past", icon: <Icon name="history" />, label: t(timeMessages.lookBack) }]
      : []),
    ...actions.map(({ name, icon, label }) => ({ key: name, icon: <Icon name={icon} />, label: t(label) })),
    ...(asOf === null && mayDelete
      ? [{ key: "delete", icon: <Icon name="trash" />, label: t(recordScreenMessages.delete), danger: true }]
      : []),
  ];
  const run = (key: string) => {
    if (key === "copy") return copyLink();
    if (key === "past")
      return void navigate(`${recordPath(object.name, idOf(record))}?as_of=${startingDay()}`);
    if (key === "delete") return void confirmDelete();
    const action = actions.find(({ name }) => name === key);
    if (action?.Dialog) setOpen(action);
    else void navigate(action?.to?.(object, idOf(record)) ?? "/");
  };
  return (
    <>
      <Dropdown placement="bottomRight" menu={{ items, onClick: ({ key }) => run(key) }}>
        <QuietButton icon="more" aria-label={t(recordScreenMessages.more)} />
      </Dropdown>
      {open?.Dialog && (
        <Suspense>
          <open.Dialog object={object} record={record} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
