import { departmentMove } from "../../../../objects/system/department-move/department-move.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { call } from "../../../../ui/data/call.ts";
import { createRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { changeDepartmentOf } from "../shared/sharing.contract.ts";
import { useKey } from "./share-data.ts";
import { sharingScreenMessages } from "./sharing.messages.ts";

/** Moves a person into another main department, with or without their open records. */
export function useMoving(person: Values, onDone: () => void) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const key = useKey();
  const { errors, busy, submit } = useForm([]);
  const move = (department: string, along: boolean) =>
    submit({}, async () => {
      const body = { department, move_records: along };
      const { moving } = await call(changeDepartmentOf, { params: { id: idOf(person) }, body, key });
      tell.done(t(moving ? sharingScreenMessages.movedWithRecords : sharingScreenMessages.moved));
      refresh("user");
      onDone();
    });
  /** From midnight of a day to come: then it happens by itself. */
  const plan = (department: string, from: string) =>
    submit({}, async () => {
      await createRecord(
        departmentMove.name,
        { user: idOf(person), place: department, kind: "main", first_day: from },
        key,
      );
      tell.done(t(sharingScreenMessages.movePlanned, { day: from }));
      refresh(departmentMove.name);
      onDone();
    });
  return { move, plan, problem: errors[""], busy };
}
