import type { ReactNode } from "react";
import * as styles from "./Fold.module.css";

export interface FoldProps {
  readonly title: ReactNode;
  /** Beside the title, such as how many there are. */
  readonly note?: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}
/** What stands behind an answer: folded until somebody wants to see it; printed in full. */
export function Fold({ title, note, isOpen = false, children }: FoldProps) {
  return (
    <details className={styles.fold} data-part="fold" open={isOpen}>
      <summary>
        {title}
        {note !== undefined && <span className={styles.foldNote}>{note}</span>}
      </summary>
      <div className={styles.foldBody}>{children}</div>
    </details>
  );
}
