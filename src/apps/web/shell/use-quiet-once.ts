import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const QUIET = 1200;

/** True from the first time that nothing was fetched for a while. */
export function useQuietOnce(): boolean {
  const busy = useIsFetching() > 0;
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (busy || isQuiet) return;
    const timer = setTimeout(() => setQuiet(true), QUIET);
    return () => clearTimeout(timer);
  }, [busy, isQuiet]);
  return isQuiet;
}
