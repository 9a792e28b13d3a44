import type { ReactNode } from "react";

/** One block of the home page. */
export function Panel({
  title,
  note,
  action,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="card home-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note && <span className="muted num">{note}</span>}
        <span className="grow" />
        {action}
      </header>
      {children}
    </section>
  );
}
