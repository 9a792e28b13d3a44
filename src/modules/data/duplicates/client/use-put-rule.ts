import type { Values } from "../../../../shared/metadata/object.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import { type DuplicateRule, useChangeRule } from "./rules-data.ts";

/** Writes a rule and says whether that went well. */
export function usePutRule(): (rule: DuplicateRule, values: Values) => void {
  const { t } = useLanguage();
  const tell = useTell();
  const change = useChangeRule();
  return (rule: DuplicateRule, values: Values) =>
    change.mutate(
      { rule, values },
      {
        onSuccess: () => tell.done(t(duplicateMessages.saved)),
        onError: tell.failed,
      },
    );
}
