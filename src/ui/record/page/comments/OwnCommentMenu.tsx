import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { newId } from "../../../data/new-id.ts";
import { removeRecord, useRefresh } from "../../../data/records.ts";
import { idOf } from "../../../data/values.ts";
import { Icon } from "../../../kit/Icon.tsx";
import { Dropdown } from "../../../kit/Overlay.tsx";
import { QuietButton } from "../../../kit/QuietButton.tsx";
import { useLanguage } from "../../../kit/language.tsx";
import { useRemove } from "../../../kit/use-remove.ts";
import { commentMessages } from "../../comment.messages.ts";

export interface OwnCommentMenuProps {
  readonly record: Values;
  readonly onEdit: () => void;
  readonly onGone: () => void;
}
/** What its author can do with a comment. */
export function OwnCommentMenu({ record, onEdit, onGone }: OwnCommentMenuProps) {
  const { t } = useLanguage();
  const askToRemove = useRemove();
  const refresh = useRefresh();
  const remove = () =>
    askToRemove({
      title: t(commentMessages.deleteTitle),
      send: () => removeRecord(comment.name, idOf(record), { key: newId() }),
      onDone: () => {
        refresh(comment.name);
        onGone();
      },
    });
  const items = [
    { key: "edit", icon: <Icon name="edit" />, label: t(commentMessages.edit) },
    { key: "delete", icon: <Icon name="trash" />, label: t(commentMessages.delete), danger: true },
  ];
  return (
    <Dropdown
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (key === "edit" ? onEdit() : void remove()) }}
    >
      <QuietButton icon="more" aria-label={t(commentMessages.more)} />
    </Dropdown>
  );
}
