import { App } from "antd";
import type { ReactNode } from "react";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { settingsTexts } from "./settings.messages.ts";

/** Says that something was done, or in words why not. */
export function useTell() {
  const { t } = useLanguage();
  const { message } = App.useApp();
  return {
    saved: () => void message.success(t(settingsTexts.saved)),
    done: (words: ReactNode) => void message.success(words),
    failed: (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
  };
}
