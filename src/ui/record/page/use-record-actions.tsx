import { App } from "antd";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { matchOf, type ObjectInfo } from "../../data/objects.ts";
import { bringBack, removeRecord, useRefresh } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useConfirm } from "../../kit/use-confirm.ts";
import { useCopy } from "../../kit/use-copy.ts";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

/** Copy the link, delete with a way back. */
export function useRecordActions(object: ObjectInfo, record: Values, onGone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const copy = useCopy();
  const id = idOf(record);
  const failed = (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 6);
  const restore = async () => {
    await bringBack(object.name, id, newId());
    refresh(object.name, id);
    void message.success(t(recordTexts.restored));
  };
  const tellDeleted = () => {
    const key = `deleted-${id}`;
    const undo = () => {
      message.destroy(key);
      restore().catch(failed);
    };
    const content = (
      <span className="line">
        {t(recordTexts.deleted)}
        <Ghost onClick={undo}>{t(recordTexts.undo)}</Ghost>
      </span>
    );
    void message.success({ key, duration: 8, content });
  };
  const remove = async () => {
    try {
      await removeRecord(object.name, id, { key: newId(), ...matchOf(object, record) });
    } catch (error) {
      return failed(error);
    }
    onGone();
    refresh(object.name, id);
    tellDeleted();
  };
  return {
    copyLink: () => copy(`${location.origin}${recordPath(object.name, id)}`, t(recordTexts.copied)),
    confirmDelete: () =>
      confirm({
        title: t(recordTexts.deleteOne, { title: textValue(record[object.title]) }),
        detail: t(recordTexts.deleteDetail),
        run: remove,
      }),
  };
}
