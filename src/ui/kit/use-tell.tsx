import { type ReactNode, useMemo } from "react";
import { useAppTools } from "./app-tools.tsx";
import { QuietButton } from "./QuietButton.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useProblemWords } from "./use-problem-words.ts";
import * as base from "./base.module.css";
import * as styles from "./use-tell.module.css";

const FAILURE_SECONDS = 8;
const WARNING_SECONDS = 6;
const UNDO_SECONDS = 10;

export interface Told {
  /** What is said again under the same key stands in the place of what was said before. */
  readonly key: string;
  readonly seconds: number;
}
export interface Tell {
  /** That it is saved. */
  readonly saved: () => void;
  readonly done: (words: ReactNode, told?: Told) => void;
  /** Something that is neither success nor failure, such as that a decision is awaited. */
  readonly note: (words: ReactNode, seconds?: number) => void;
  readonly warn: (words: ReactNode) => void;
  /** Why it failed, in the server's words. */
  readonly failed: (error: unknown) => void;
  /** Why it failed, in words of one's own. */
  readonly refused: (words: ReactNode) => void;
  /** That it is done, with a way back. */
  readonly undoable: (key: string, words: ReactNode, undo: () => unknown) => void;
  readonly close: (key: string) => void;
}

/**
 * Says in passing, at the top of the screen, that something was done, or in words why not.
 *
 *     const tell = useTell();
 *     call(revokeKey, { params }).then(tell.saved, tell.failed);
 */
export function useTell(): Tell {
  const { t } = useLanguage();
  const { withMessage } = useAppTools();
  const words = useProblemWords();
  return useMemo(
    () => ({
      saved: () => withMessage((message) => void message.success(t(kitMessages.saved))),
      done: (content, told) =>
        withMessage((message) => {
          if (told) void message.success({ key: told.key, duration: told.seconds, content });
          else void message.success(content);
        }),
      note: (content, seconds) => withMessage((message) => void message.info(content, seconds)),
      warn: (content) => withMessage((message) => void message.warning(content, WARNING_SECONDS)),
      failed: (error) => withMessage((message) => void message.error(words(error), FAILURE_SECONDS)),
      refused: (content) => withMessage((message) => void message.error(content, FAILURE_SECONDS)),
      undoable: (key, content, undo) => {
        const back = () => {
          withMessage((message) => message.destroy(key));
          undo();
        };
        const line = (
          <span className={base.line}>
            {content}
            <QuietButton className={styles.undo} onClick={back}>
              {t(kitMessages.undo)}
            </QuietButton>
          </span>
        );
        withMessage((message) => void message.success({ key, duration: UNDO_SECONDS, content: line }));
      },
      close: (key) => withMessage((message) => message.destroy(key)),
    }),
    [withMessage, t, words],
  );
}
