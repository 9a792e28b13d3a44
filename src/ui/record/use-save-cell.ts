import { use, useCallback } from "react";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { newId } from "../data/new-id.ts";
import { matchOf, type ObjectInfo } from "../data/objects.ts";
import { isProblem } from "../data/problem-error.ts";
import { usePatchRecord, useRefresh } from "../data/records.ts";
import { idOf, isSame } from "../data/values.ts";
import { useProblemWords } from "../kit/use-problem-words.ts";
import { useTell } from "../kit/use-tell.tsx";
import { AskConflictContext } from "./form/ask-conflict.ts";
import { conflictOf } from "./form/conflict.ts";
import { useAskHuge } from "./use-ask-huge.ts";

/**
 * Writes one field of one record; a refusal is told with its reason and the old value comes back. Where
 * someone else was quicker, both values are shown to choose from. Resolves to an error's words; "" when
 * nothing was written and nothing is left to say; null when it is written.
 */
export function useSaveCell(object: ObjectInfo) {
  const tell = useTell();
  const inWords = useProblemWords();
  const { mutateAsync } = usePatchRecord();
  const refresh = useRefresh();
  const ask = use(AskConflictContext);
  const isMeant = useAskHuge(object);
  return useCallback(
    async (record: Values, field: string, value: WireValue, quiet = false): Promise<string | null> => {
      if (isSame(record[field], value)) return null;
      if (!(await isMeant({ [field]: value }, record))) return "";
      let seen = record;
      for (let base = record[field] ?? null; ;) {
        try {
          await mutateAsync({
            object: object.name,
            id: idOf(record),
            values: { [field]: value },
            base: { [field]: base },
            ...matchOf(object, seen),
            key: newId(),
          });
          return null;
        } catch (error) {
          const conflict = ask && isProblem(error, "version_conflict") ? conflictOf(error) : null;
          // Another field was changed meanwhile: with what stands now, the change goes again by itself.
          if (
            conflict &&
            conflict.clashes.length > 0 &&
            conflict.clashes.every((clash) => clash.field !== field) &&
            partOf(anyRecord, conflict.current).version !== partOf(anyRecord, seen).version
          ) {
            seen = conflict.current;
            continue;
          }
          if (ask && conflict?.clashes.some((clash) => clash.field === field)) {
            const choice = await ask({ object, conflict, mine: { [field]: value } });
            refresh(object.name, idOf(record));
            if (choice !== "mine") return "";
            base = conflict.current[field] ?? null;
            seen = conflict.current;
            continue;
          }
          if (!quiet) tell.failed(error);
          return inWords(error);
        }
      }
    },
    [mutateAsync, refresh, ask, isMeant, object, tell, inWords],
  );
}
