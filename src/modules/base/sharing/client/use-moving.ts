import { App } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { call } from "../../../../ui/data/call.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordTexts } from "../../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../../ui/record/use-save-cell.ts";
import { changeDepartmentOf } from "../shared/sharing.contract.ts";
import { useKey } from "./share-data.ts";
import { sharingTexts } from "./sharing.messages.ts";

/** Moves a person into another main department, with or without their open records. */
export function useMoving(person: Values, onDone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const key = useKey();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (department: string, along: boolean) => {
    setBusy(true);
    const body = { department, move_records: along };
    return call(changeDepartmentOf, { params: { id: idOf(person) }, body, key }).then(
      ({ moving }) => {
        void message.success(t(moving ? sharingTexts.movedWithRecords : sharingTexts.moved));
        refresh("user");
        onDone();
      },
      (error: unknown) => (setBusy(false), setProblem(wordsOf(error, t(recordTexts.keptOffline)))),
    );
  };
  return { submit, problem, busy };
}
