import { can, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { mayDo, useMe } from "../../data/session.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";

export interface BatchActionsProps {
  readonly object: ObjectInfo;
  readonly onEdit: (editing: "transfer" | "edit") => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}
/** What the reader may do with the selected rows. */
export function BatchActions({ object, onEdit, onExport, onDelete }: BatchActionsProps) {
  const { t } = useLanguage();
  const me = useMe();
  const owner = object.byName["owner"];
  return (
    <>
      {owner && isEditable(object, owner) && (
        <Ghost icon="transfer" onClick={() => onEdit("transfer")}>
          {t(recordTexts.transfer)}
        </Ghost>
      )}
      {can(object, "update") && (
        <Ghost icon="edit" onClick={() => onEdit("edit")}>
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
