import { App } from "antd";
import { type ReactNode, useMemo } from "react";
import { QuietButton } from "./QuietButton.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useProblemWords } from "./use-problem-words.ts";
import * as base from "./base.module.css";

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
  const { message } = App.useApp();
  const words = useProblemWords();
  return useMemo(
    () => ({
      saved: () => void message.success(t(kitMessages.saved)),
      done: (content, told) =>
        void (told
          ? message.success({ key: told.key, duration: told.seconds, content })
          : message.success(content)),
      note: (content, seconds) => void message.info(content, seconds),
      warn: (content) => void message.warning(content, WARNING_SECONDS),
      failed: (error) => void message.error(words(error), FAILURE_SECONDS),
      refused: (content) => void message.error(content, FAILURE_SECONDS),
      undoable: (key, content, undo) => {
        const back = () => {
          message.destroy(key);
          undo();
        };
        const line = (
          <span className={base.line}>
            {content}
            <QuietButton onClick={back}>{t(kitMessages.undo)}</QuietButton>
          </span>
        );
        void message.success({ key, duration: UNDO_SECONDS, content: line });
      },
      close: (key) => message.destroy(key),
    }),
    [message, t, words],
  );
}
