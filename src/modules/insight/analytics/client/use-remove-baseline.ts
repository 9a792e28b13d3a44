import { useQueryClient } from "@tanstack/react-query";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { removeRecord } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineMessages } from "./baseline.messages.ts";

/** Removes frozen figures, once that is confirmed. */
export function useRemoveBaseline(onRemoved: () => void) {
  const { t } = useLanguage();
  const remove = useRemove();
  const client = useQueryClient();
  return (row: Values) =>
    remove({
      title: t(baselineMessages.remove, { name: partOf(baselineObject, row).name ?? "" }),
      send: () => removeRecord(baselineObject.name, idOf(row), { key: newId() }),
      onDone: () => {
        onRemoved();
        return client.invalidateQueries({ queryKey: ["records", baselineObject.name] });
      },
    });
}
