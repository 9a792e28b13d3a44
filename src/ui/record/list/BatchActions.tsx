import type { BatchAction } from "../../client-module.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { mayDo, useMe } from "../../data/session.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";

export interface BatchActionsProps {
  readonly object: ObjectInfo;
  readonly actions: readonly BatchAction[];
  readonly onAction: (action: BatchAction) => void;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}
/** What the reader may do with the selected rows: what modules offer first, then what every list does. */
export function BatchActions({ object, actions, onAction, onEdit, onExport, onDelete }: BatchActionsProps) {
  const { t } = useLanguage();
  const me = useMe();
  return (
    <>
      {actions.map((action) => (
        <Ghost key={action.name} icon={action.icon} onClick={() => onAction(action)}>
          {t(action.label)}
        </Ghost>
      ))}
      {can(object, "update") && (
        <Ghost icon="edit" onClick={onEdit}>
          {t(recordTexts.bulkEdit)}
        </Ghost>
      )}
      {mayDo(me, "record.export") && (
        <Ghost icon="download" onClick={onExport}>
          {t(recordTexts.export)}
        </Ghost>
      )}
      {can(object, "delete") && (
        <Ghost icon="trash" onClick={onDelete}>
          {t(recordTexts.delete)}
        </Ghost>
      )}
    </>
  );
}
