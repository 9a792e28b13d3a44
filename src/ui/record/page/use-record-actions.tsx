import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { matchOf, type ObjectInfo } from "../../data/objects.ts";
import { bringBack, removeRecord, useRefresh } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useCopy } from "../../kit/use-copy.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { useTell } from "../../kit/use-tell.tsx";
import { useRemove } from "../../kit/use-remove.ts";

/** Copy the link, delete with a way back. */
export function useRecordActions(
  object: ObjectInfo,
  record: Values,
  onGone: () => void,
  onBack?: () => void,
) {
  const { t } = useLanguage();
  const tell = useTell();
  const askToRemove = useRemove();
  const refresh = useRefresh();
  const copy = useCopy();
  const id = idOf(record);
  const restore = async () => {
    await bringBack(object.name, id, newId());
    refresh(object.name, id);
    onBack?.();
    tell.done(t(recordScreenMessages.restored));
  };
  return {
    copyLink: () => copy(`${location.origin}${recordPath(object.name, id)}`, t(recordScreenMessages.copied)),
    confirmDelete: () =>
      askToRemove({
        title: t(recordScreenMessages.deleteOne, { title: textValue(record[object.title]) }),
        detail: t(recordScreenMessages.deleteDetail),
        send: () => removeRecord(object.name, id, { key: newId(), ...matchOf(object, record) }),
        onDone: () => {
          onGone();
          refresh(object.name, id);
          tell.undoable(`deleted-${id}`, t(recordScreenMessages.deleted), () => restore().catch(tell.failed));
        },
      }),
  };
}
