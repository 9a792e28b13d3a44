import { type ReactNode, Suspense } from "react";
import { Skeleton } from "../../kit/States.tsx";
import { WITHIN_SCREEN } from "../../kit/within-screen.ts";
import * as styles from "./ToolPanel.module.css";

/** How a tool's panel opens below its button. */
export const BELOW = {
  placement: "bottomLeft",
  align: WITHIN_SCREEN,
  arrow: false,
  destroyOnHidden: true,
} as const;

/** What a tool of the list opens, while it may still be on its way. */
export function ToolPanel({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.popover}>
      <Suspense fallback={<Skeleton rows={3} />}>{children}</Suspense>
    </div>
  );
}
