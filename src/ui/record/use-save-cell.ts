import { App } from "antd";
import { useCallback } from "react";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { newId } from "../data/new-id.ts";
import type { ObjectInfo } from "../data/objects.ts";
import { NetworkError, ProblemError } from "../data/problem-error.ts";
import { usePatchRecord } from "../data/records.ts";
import { idOf, isSame } from "../data/values.ts";
import { useLanguage } from "../kit/language.tsx";
import { recordTexts } from "./record.messages.ts";

/** Writes one field of one record; a refusal is told with its reason and the old value comes back. Resolves to an error's words, or null. */
export function useSaveCell(object: ObjectInfo) {
  const { message } = App.useApp();
  const { t } = useLanguage();
  const { mutateAsync } = usePatchRecord();
  return useCallback(
    async (record: Values, field: string, value: WireValue, quiet = false): Promise<string | null> => {
      if (isSame(record[field], value)) return null;
      try {
        await mutateAsync({ object: object.name, id: idOf(record), values: { [field]: value }, base: { [field]: record[field] ?? null }, key: newId() });
        return null;
      } catch (error) {
        const words = wordsOf(error, t(recordTexts.keptOffline));
        if (!quiet) void message.error(words, 6);
        return words;
      }
    },
    [mutateAsync, object.name, message, t],
  );
}

export function wordsOf(error: unknown, offline: string): string {
  if (error instanceof NetworkError) return offline;
  if (error instanceof ProblemError) {
    const items = error.problem.errors.map((item) => item.message).filter(Boolean);
    return items.length > 0 ? items.slice(0, 3).join("；") : error.problem.detail || error.problem.title;
  }
  return error instanceof Error ? error.message : String(error);
}
