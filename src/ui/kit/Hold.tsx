import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

const HoldContext = createContext<((by: 1 | -1) => void) | null>(null);
/** A part that is slower than this comes later: the page does not wait for it. */
const LONGEST_MS = 8000;
const AWAY = { display: "none" } as const;

/**
 * Holds the page back as long as it is drawn: by whoever does not know yet how tall it will be. It also is the
 * fallback of a part that has to be fetched.
 *
 *     {answer.isPending && <Hold />}
 *     <Suspense fallback={<Hold />}>…</Suspense>
 */
export function Hold() {
  const hold = use(HoldContext);
  useLayoutEffect(() => {
    hold?.(1);
    return () => hold?.(-1);
  }, [hold]);
  return null;
}

/**
 * Shows its children at once when none of them holds any more, and `meanwhile` before: they ask for what they
 * need in the same moment, and nothing jumps as the answers come. Once shown they stay.
 */
export function Held({
  meanwhile,
  children,
}: {
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}) {
  const holds = useRef(0);
  const [isShown, setShown] = useState(false);
  // One lets go and the next one holds in the same commit: only what is left after it counts.
  const look = useCallback(() => queueMicrotask(() => holds.current === 0 && setShown(true)), []);
  const hold = useCallback(
    (by: 1 | -1) => {
      holds.current += by;
      if (by < 0) look();
    },
    [look],
  );
  useEffect(() => {
    look();
    const timer = setTimeout(() => setShown(true), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [look]);
  return (
    <HoldContext value={hold}>
      {!isShown && meanwhile}
      <div style={isShown ? undefined : AWAY}>{children}</div>
    </HoldContext>
  );
}
