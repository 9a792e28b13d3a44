import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";

/** A double click asks twice before the button is shown as busy: the second is passed over. */
export function useOnce(work: () => Promise<void>, onDone: () => void) {
  const isStarted = useRef(false);
  const run = useMutation({
    mutationFn: work,
    onSuccess: onDone,
    onError: () => void (isStarted.current = false),
  });
  const start = (): void => {
    if (isStarted.current) return;
    isStarted.current = true;
    run.mutate();
  };
  return { run, start };
}
