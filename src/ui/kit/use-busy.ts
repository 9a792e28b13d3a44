import { useCallback, useRef, useState } from "react";

export interface Busy {
  readonly busy: boolean;
  /** Does the work, unless some is under way: then nothing happens and nothing is given. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}
/**
 * One thing at a time. A double click presses twice before the button is drawn as busy, so that the state
 * alone does not keep the second one out.
 *
 *     const { busy, run } = useBusy();
 *     <Button loading={busy} onClick={() => void run(send)} />
 */
export function useBusy(): Busy {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, run };
}
