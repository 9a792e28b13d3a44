import { useCallback } from "react";
import { copyText } from "./copy-text.ts";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useTell } from "./use-tell.tsx";

/** Copies a text and says whether that was done. */
export function useCopy(): (text: string, done: string) => void {
  const { t } = useLanguage();
  const tell = useTell();
  return useCallback(
    (text, done) =>
      void copyText(text).then((copied) => (copied ? tell.done(done) : tell.warn(t(kitMessages.copyFailed)))),
    [t, tell],
  );
}
