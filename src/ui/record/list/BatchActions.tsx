import type { BatchAction } from "../../slots/list-actions.ts";
import { can, type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { mayDo, useMe } from "../../data/session.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";

/** The tags of an object that the reader may change. */
export const tagsOf = (object: ObjectInfo): FieldInfo | undefined =>
  object.fields.find((field) => field.kind === "tags" && isEditable(object, field));

export interface BatchActionsProps {
  readonly object: ObjectInfo;
  readonly actions: readonly BatchAction[];
  readonly onAction: (action: BatchAction) => void;
  readonly onEdit: () => void;
  readonly onTags: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}
/** What the reader may do with the selected rows: what modules offer first, then what every list does. */
export function BatchActions(props: BatchActionsProps) {
  const { object, actions, onAction, onEdit, onTags, onExport, onDelete } = props;
  const { t, of } = useLanguage();
  const me = useMe();
  return (
    <>
      {actions.map((action) => (
        <QuietButton key={action.name} icon={action.icon} onClick={() => onAction(action)}>
          {t(action.label)}
        </QuietButton>
      ))}
      {tagsOf(object) && (
        <QuietButton icon="tag" onClick={onTags}>
          {of(tagsOf(object)?.label)}
        </QuietButton>
      )}
      {can(object, "update") && (
        <QuietButton icon="edit" onClick={onEdit}>
          {t(recordScreenMessages.bulkEdit)}
        </QuietButton>
      )}
      {mayDo(me, "record.export") && (
        <QuietButton icon="download" onClick={onExport}>
          {t(recordScreenMessages.export)}
        </QuietButton>
      )}
      {can(object, "delete") && (
        <QuietButton icon="trash" onClick={onDelete}>
          {t(recordScreenMessages.delete)}
        </QuietButton>
      )}
    </>
  );
}
