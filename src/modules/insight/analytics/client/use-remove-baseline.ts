import { useQueryClient } from "@tanstack/react-query";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { removeRecord } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineTexts } from "./baseline.messages.ts";

/** Removes frozen figures, once that is confirmed. */
export function useRemoveBaseline(onRemoved: () => void) {
  const { t } = useLanguage();
  const confirm = useConfirm();
  const client = useQueryClient();
  return (row: Values) =>
    confirm({
      title: t(baselineTexts.remove, { name: partOf(baselineObject, row).name ?? "" }),
      run: async () => {
        await removeRecord("baseline", idOf(row), { key: newId() });
        onRemoved();
        await client.invalidateQueries({ queryKey: ["records", "baseline"] });
      },
    });
}
