import { useLanguage } from "../../../../ui/kit/language.tsx";
import { CloseSheet } from "./CloseSheet.tsx";
import { GateRing } from "./GateRing.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { type GateBodyProps, GateItems, openGroups } from "./GateItems.tsx";
import * as base from "../../../../ui/kit/base.module.css";

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
