import { useLanguage } from "../../kit/language.tsx";
import type { VirtualRows } from "../../kit/use-virtual-rows.ts";
import type { GroupLine } from "./group-lines.ts";
import { groupMessages } from "./group.messages.ts";
import * as styles from "./RestLine.module.css";

export interface RestLineProps {
  readonly line: Extract<GroupLine, { kind: "rest" }>;
  readonly row: number;
  readonly top: number;
  /** On a phone, where rows have heights of their own. */
  readonly measure?: VirtualRows["measure"];
  readonly onRetry: (group: string) => void;
}
/** The place of a record that is on its way, or the way to ask for it again. */
export function RestLine({ line, row, top, measure, onRetry }: RestLineProps) {
  const { t } = useLanguage();
  return (
    <div
      ref={measure}
      data-index={row}
      role="row"
      aria-rowindex={row + 2}
      className={styles.rest}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={styles.cell}>
        {line.hasFailed ? (
          <button type="button" className={styles.retry} onClick={() => onRetry(line.group.key)}>
            {t(groupMessages.failed)}
          </button>
        ) : (
          <span className={styles.place} />
        )}
      </div>
    </div>
  );
}
