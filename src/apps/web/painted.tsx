import { createContext, type ReactNode, use } from "react";
import { Skeleton } from "../../ui/kit/States.tsx";

const PaintedContext = createContext("");

/** Gives what index.html has painted to whoever waits below. */
export const PaintedProvider = ({
  html,
  children,
}: {
  readonly html: string;
  readonly children: ReactNode;
}) => <PaintedContext value={html}>{children}</PaintedContext>;

/**
 * What index.html has painted before any script came stays until the real thing takes its place: nothing goes
 * blank, nothing moves. It is our own page's text, from the page itself.
 */
export function Painted() {
  const html = use(PaintedContext);
  if (html === "") return <Skeleton rows={8} />;
  return <div style={{ display: "contents" }} aria-busy dangerouslySetInnerHTML={{ __html: html }} />;
}
