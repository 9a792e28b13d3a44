import type { RefObject } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { CloseSheet } from "./CloseSheet.tsx";
import type { GateDialogProps } from "./GateDialog.tsx";
import { LayerRing } from "./LayerRing.tsx";
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
export function GateBody({ object, record, gate, list }: GateBodyProps) {
  const { t } = useLanguage();
  const openGroups = new Set(gate.openItems.map((item) => item.criterion ?? item.code));
  return (
    <>
      <div className={base.line}>
        <span className={`${base.grow} ${base.muted}`} aria-live="polite">
          {gate.isOpen
            ? t(gateScreenMessages.gateOpen)
            : t(gateScreenMessages.gateStill, { count: openGroups.size })}
        </span>
        <LayerRing layers={gate.layers} />
      </div>
      <div className={styles.gateList} ref={list} data-tried={gate.attempts > 0 || undefined}>
        {groupUnmet(gate.asked).map((group) => (
          <UnmetCard
            key={group.criterion}
            object={object}
            record={record}
            group={group}
            isMet={!openGroups.has(group.criterion)}
            supply={gate.supply}
            onSupply={gate.setSupply}
            onChecked={gate.askAgain}
          />
        ))}
      </div>
      {gate.isWin && (
        <CloseSheet
          object={object}
          record={record}
          supply={gate.supply}
          onSupply={gate.setSupply}
          tasks={gate.tasks.length}
        />
      )}
    </>
  );
}
