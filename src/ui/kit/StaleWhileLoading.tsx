import type { ReactNode } from "react";
import * as styles from "./StaleWhileLoading.module.css";

/**
 * The answer to the question before stays, but faint, while that to the one now asked is under way: no figure
 * of another day passes for this one's.
 */
export const StaleWhileLoading = ({
  busy,
  children,
}: {
  readonly busy: boolean;
  readonly children: ReactNode;
}) => (
  <div className={styles.earlier} data-part="earlier" aria-busy={busy}>
    {children}
  </div>
);
