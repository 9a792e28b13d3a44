import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { Skeleton } from "../../ui/kit/States.tsx";

const PaintedContext = createContext<{ readonly html: string; readonly isDue: boolean }>({
  html: "",
  isDue: false,
});
/** Something takes long: what is there is shown without it. */
const LONGEST_MS = 3000;

export interface PaintedProviderProps {
  readonly html: string;
  /** What the page that was opened is made of is on its way: until then nothing takes the place of the frame. */
  readonly until: Promise<unknown> | undefined;
  readonly children: ReactNode;
}
/** Gives what index.html has painted to whoever waits below. */
export function PaintedProvider({ html, until, children }: PaintedProviderProps) {
  const [isDue, setDue] = useState(until !== undefined);
  useEffect(() => {
    if (!until) return undefined;
    const over = () => setDue(false);
    until.then(over, over);
    const timer = setTimeout(over, LONGEST_MS);
    return () => clearTimeout(timer);
  }, [until]);
  return <PaintedContext value={{ html, isDue }}>{children}</PaintedContext>;
}

/** What the page is made of has not come yet. */
export const useIsPainted = (): boolean => use(PaintedContext).isDue;

/**
 * What index.html has painted before any script came stays until the real thing takes its place: nothing goes
 * blank, nothing moves. It is our own page's text, from the page itself.
 */
export function Painted() {
  const { html } = use(PaintedContext);
  if (html === "") return <Skeleton rows={8} />;
  return <div style={{ display: "contents" }} aria-busy dangerouslySetInnerHTML={{ __html: html }} />;
}
