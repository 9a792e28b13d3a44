import { type Attempt, useAttempt } from "./use-attempt.ts";
import { useBusy } from "./use-busy.ts";

/**
 * A button that sends something: once, however often it is pressed, then says that it is done or why not.
 * For a form with messages beside its fields there is `useForm`.
 *
 *     const { busy, save } = useSave();
 *     const freeze = () => save(() => call(freezeBaseline, { body }), { told: t(texts.frozen), onDone: onClose });
 */
export function useSave(): { readonly busy: boolean; readonly save: Attempt } {
  const attempt = useAttempt();
  const { busy, run } = useBusy();
  return { busy, save: async (send, outcome) => (await run(() => attempt(send, outcome))) ?? false };
}
