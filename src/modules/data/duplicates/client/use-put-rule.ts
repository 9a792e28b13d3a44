import { App } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordTexts } from "../../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../../ui/record/use-save-cell.ts";
import { duplicateMessages } from "./duplicates.messages.ts";
import { type DuplicateRule, useChangeRule } from "./rules-data.ts";

/** Writes a rule and says whether that went well. */
export function usePutRule(): (rule: DuplicateRule, values: Values) => void {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const change = useChangeRule();
  return (rule: DuplicateRule, values: Values) =>
    change.mutate(
      { rule, values },
      {
        onSuccess: () => void message.success(t(duplicateMessages.saved)),
        onError: (error) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
      },
    );
}
