import { Dropdown } from "../../kit/Overlay.tsx";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { commentMessages } from "../comment.messages.ts";
import { useOpenComments } from "./comments/comment-place.ts";
import { useRecordActions } from "./use-record-actions.tsx";

const EditEvent = lazily(() => import("./EditEvent.tsx").then((m) => m.EditEvent));

export interface EventMenuProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** It is no longer what the timeline shows of it. */
  readonly onChanged: () => void;
}
/** What can be done with a record of the timeline, without leaving the page. */
export function EventMenu({ object, record, onChanged }: EventMenuProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const openComments = useOpenComments();
  const [editing, setEditing] = useState(false);
  const { copyLink, confirmDelete } = useRecordActions(object, record, onChanged, onChanged);
  const items = [
    { key: "open", icon: <Icon name="expand" />, label: t(recordScreenMessages.open) },
    ...(can(object, "update")
      ? [{ key: "edit", icon: <Icon name="edit" />, label: t(recordScreenMessages.edit) }]
      : []),
    ...(openComments
      ? [{ key: "comment", icon: <Icon name="comment" />, label: t(commentMessages.comment) }]
      : []),
    { key: "copy", icon: <Icon name="copy" />, label: t(recordScreenMessages.duplicate) },
    ...(can(object, "delete")
      ? [{ key: "delete", icon: <Icon name="trash" />, label: t(recordScreenMessages.delete), danger: true }]
      : []),
  ];
  const run = (key: string) => {
    if (key === "open") void navigate(recordPath(object.name, idOf(record)));
    if (key === "edit") setEditing(true);
    if (key === "comment") openComments?.();
    if (key === "copy") copyLink();
    if (key === "delete") void confirmDelete();
  };
  return (
    <>
      <Dropdown placement="bottomRight" menu={{ items, onClick: ({ key }) => run(key) }}>
        <QuietButton icon="more" aria-label={t(recordScreenMessages.more)} />
      </Dropdown>
      {editing && (
        <Suspense>
          <EditEvent
            object={object}
            id={idOf(record)}
            onClose={() => {
              setEditing(false);
              onChanged();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
