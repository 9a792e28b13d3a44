import { type Outcome, useAttempt } from "./use-attempt.ts";
import { type ConfirmOptions, useConfirm } from "./use-confirm.ts";

export interface RemoveOptions<T> extends Omit<ConfirmOptions, "run">, Outcome<T> {
  readonly send: () => Promise<T>;
}
/**
 * Takes something away once that is confirmed, and says that it is done or why not.
 *
 *     const remove = useRemove();
 *     remove({ title: t(texts.sure, { name }), send: () => removeRecord(object, id, { key }), onDone: reread });
 */
export function useRemove(): <T>(options: RemoveOptions<T>) => void {
  const confirm = useConfirm();
  const attempt = useAttempt();
  return ({ send, told, onDone, ...question }) =>
    confirm({ ...question, run: () => attempt(send, { told, onDone }) });
}
