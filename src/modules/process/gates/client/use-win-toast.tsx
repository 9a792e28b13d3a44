import { Button } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import { readRecord } from "../../../../shared/wire/records.contract.ts";
import { saveBatch } from "../../../../shared/wire/bulk.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { matchOf, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { moveStage, useMoved } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";

const SECONDS = 12;

/**
 * Says that a record is won, with a way back for who may reopen it: stage, day, amount and tasks as they
 * were. The pipeline's rules hold for the way back, too.
 */
export function useWinToast(object: ObjectInfo, record: Values): (finished: readonly string[]) => void {
  const { t } = useLanguage();
  const tell = useTell();
  const me = useMe();
  const moved = useMoved();
  const id = idOf(record);
  const undo = async (finished: readonly string[]) => {
    tell.close(id);
    try {
      const values = Object.fromEntries(
        ["close_date", "amount"].flatMap((name) =>
          object.byName[name] ? [[name, record[name] ?? null] as const] : [],
        ),
      );
      const body = {
        to: textValue(record[object.stageField ?? ""]),
        values,
        reason: t(gateScreenMessages.winUndone),
      };
      const now = object.asksForVersion
        ? (await call(readRecord, { params: { object: object.name, id } })).data
        : record;
      const answer = await moveStage(object.name, id, body, newId(), matchOf(object, now));
      const waits = "approvals" in answer;
      if (!waits && finished.length > 0) {
        const operations = finished.map((task) => ({
          op: "update" as const,
          object: "task",
          id: task,
          values: { status: "open" },
        }));
        await call(saveBatch, { body: { operations }, key: newId() });
      }
      tell.note(t(waits ? gateScreenMessages.waiting : gateScreenMessages.winTakenBack));
    } catch (error) {
      tell.failed(error);
    }
    moved(object.name, id);
  };
  return (finished) =>
    tell.done(
      <span>
        {t(gateScreenMessages.won, { name: textValue(record[object.title]) })}
        {mayDo(me, "pipeline.reopen") && (
          <Button type="link" size="small" onClick={() => void undo(finished)}>
            {t(gateScreenMessages.undo)}
          </Button>
        )}
      </span>,
      { key: id, seconds: SECONDS },
    );
}
