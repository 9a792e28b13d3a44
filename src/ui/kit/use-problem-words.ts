import { useCallback } from "react";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { wordsOf } from "./problem-words.ts";

/** Puts a failure into the reader's words, for those who show it in their own place. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useLanguage();
  return useCallback((error: unknown) => wordsOf(error, t(kitMessages.keptOffline)), [t]);
}
