import type { Values } from "../../../shared/metadata/object.ts";
import { readRecord } from "../../../shared/wire/records.contract.ts";
import { transferOwner } from "../../../shared/wire/transfer.contract.ts";
import { call } from "../../data/call.ts";
import { newId } from "../../data/new-id.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { useRefresh } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { useAppTools } from "../../kit/app-tools.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { useSaveCell } from "../use-save-cell.ts";
import { boardMessages } from "./board.messages.ts";

/** Whether a record changes hands with its lane, and is given with the open work on it. */
const isGiven = (object: ObjectInfo, lanes: FieldInfo | undefined): boolean =>
  lanes?.name === "owner" && object.sharing === "owner";

/** Why no record may come into this lane; null where it may. */
export function useLaneShut(object: ObjectInfo, lanes: FieldInfo | undefined) {
  const { t, of } = useLanguage();
  return (lane: string): string | null => {
    if (!lanes) return null;
    const field = of(lanes.label, lanes.name);
    if (!isEditable(object, lanes)) return t(boardMessages.laneShut, { field });
    if (lane === "" && (lanes.required || isGiven(object, lanes)))
      return t(boardMessages.laneNobody, { field });
    return null;
  };
}

/** Brings a record into another lane: a choice is changed, an owner is asked about first. */
export function useChangeLane(
  object: ObjectInfo,
  lanes: FieldInfo | undefined,
  nameOf: (lane: string) => string,
) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const save = useSaveCell(object);
  const { withModal } = useAppTools();
  const shut = useLaneShut(object, lanes);

  const ask = (record: Values, lane: string, go: () => void, stay: () => void) => {
    const reason = shut(lane);
    if (reason !== null) {
      tell.warn(reason);
      return stay();
    }
    if (!isGiven(object, lanes)) return go();
    withModal(
      (modal) =>
        void modal.confirm({
          title: t(boardMessages.giveTitle, { name: textValue(record[object.title]), person: nameOf(lane) }),
          content: t(boardMessages.giveDetail),
          okText: t(boardMessages.give),
          cancelText: t(kitMessages.cancel),
          onOk: go,
          onCancel: stay,
        }),
    );
  };
  const give = async (record: Values, to: string) => {
    const body = { object: object.name, ids: [idOf(record)], to, along: true };
    try {
      const { results } = await call(transferOwner, { body, key: newId() });
      const refused = results.find(({ ok }) => !ok);
      if (refused) tell.refused(refused.errors?.[0]?.message ?? t(kitMessages.failedTitle));
      else tell.done(t(boardMessages.given, { person: nameOf(to) }));
    } catch (error) {
      tell.failed(error);
    }
    for (const name of [object.name, "task"]) refresh(name);
  };
  /** `isMoved`: it has just come to another stage, and what was seen of it may be out of date. */
  const run = async (record: Values, lane: string, isMoved: boolean) => {
    if (!lanes) return;
    if (isGiven(object, lanes)) return give(record, lane);
    const params = { object: object.name, id: idOf(record) };
    const seen = isMoved ? (await call(readRecord, { params, query: {} })).data : record;
    const refusal = await save(seen, lanes.name, lane === "" ? null : lane);
    if (refusal === null) tell.done(t(boardMessages.laneMoved, { lane: nameOf(lane) }));
    refresh(object.name);
  };
  return { ask, run };
}
