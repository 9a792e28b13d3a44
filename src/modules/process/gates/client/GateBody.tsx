import type { RefObject } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { CloseSheet } from "./CloseSheet.tsx";
import type { GateDialogProps } from "./GateDialog.tsx";
import { GateRing } from "./GateRing.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { groupUnmet } from "./gate-answers.ts";
import { UnmetCard } from "./unmet/UnmetCard.tsx";
import type { Gate } from "./use-gate.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./GateBody.module.css";

export interface GateBodyProps extends Pick<GateDialogProps, "object" | "record"> {
  readonly gate: Gate;
  /** Where the cursor looks for what is still open. */
  readonly list: RefObject<HTMLDivElement | null>;
}
/** What the gate still asks, each with what meets it, and the sheet that closes a won deal. */
export function GateBody(props: GateBodyProps) {
  const { object, record, gate } = props;
  const { t } = useLanguage();
  return (
    <>
      <div className={base.line}>
        <span className={`${base.grow} ${base.muted}`} aria-live="polite">
          {gate.isOpen
            ? t(gate.isWin ? gateScreenMessages.checkWin : gateScreenMessages.gateOpen)
            : t(gateScreenMessages.gateStill, { count: openGroups(gate).size })}
        </span>
        <GateRing layers={gate.layers} />
      </div>
      <GateItems {...props} />
      {gate.isWin && (
        <CloseSheet
          object={object}
          record={record}
          supply={gate.supply}
          onSupply={gate.setSupply}
          tasks={gate.tasks.length}
          today={gate.today}
        />
      )}
    </>
  );
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
