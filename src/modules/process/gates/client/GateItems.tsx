import type { RefObject } from "react";
import type { GateDialogProps } from "./GateDialog.tsx";
import { groupUnmet } from "./gate-answers.ts";
import { UnmetCard } from "./unmet/UnmetCard.tsx";
import type { Gate } from "./use-gate.ts";
import * as styles from "./GateItems.module.css";

export interface GateBodyProps extends Pick<GateDialogProps, "object" | "record"> {
  readonly gate: Gate;
  /** Where the cursor looks for what is still open. */
  readonly list: RefObject<HTMLDivElement | null>;
}
/** What was missing, item by item: each is filled in where it stands and ticks itself off. */
export function GateItems({ object, record, gate, list }: GateBodyProps) {
  const open = openGroups(gate);
  return (
    <div className={styles.gateList} ref={list} data-tried={gate.attempts > 0 || undefined}>
      {groupUnmet(gate.asked).map((group) => (
        <UnmetCard
          key={group.criterion}
          object={object}
          record={record}
          group={group}
          isMet={!open.has(group.criterion)}
          supply={gate.supply}
          onSupply={gate.setSupply}
          onChecked={gate.askAgain}
        />
      ))}
    </div>
  );
}

/** Criteria of which something is still missing. */
export const openGroups = ({ openItems }: Gate): ReadonlySet<string> =>
  new Set(openItems.map((item) => item.criterion ?? item.code));
