import { useEffect, useState } from "react";

/**
 * A value as it was once it had not changed for a while, so that not every key that is pressed asks the
 * server.
 *
 *     const settled = useDebounced(text.trim(), 250);
 */
export function useDebounced<T>(value: T, wait = 400): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
