import type { ReactNode } from "react";
import * as base from "./base.module.css";
import * as styles from "./HomePanel.module.css";

export interface HomePanelProps {
  readonly title: string;
  /** Beside the title, such as how many there are. */
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}
/**
 * One block of the home page, whichever module it comes from.
 *
 *     <HomePanel title={t(texts.tasks)} note={rows.length} action={<Link to="…">…</Link>}>…</HomePanel>
 */
export function HomePanel({ title, note, action, className, children }: HomePanelProps) {
  return (
    <section
      className={
        className ? `${base.card} ${styles.homePanel} ${className}` : `${base.card} ${styles.homePanel}`
      }
      aria-label={title}
    >
      <header>
        <h2>{title}</h2>
        {note && <span className={`${base.muted} ${base.num}`}>{note}</span>}
        <span className={base.grow} />
        {action}
      </header>
      {children}
    </section>
  );
}
