import { Button } from "antd";
import { Suspense, useEffect, useRef, useState } from "react";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { type ApprovalItem, WithdrawButton } from "../../approvals/client/public.ts";
import type { Transition } from "../shared/moves.contract.ts";
import { focusFirstOpen } from "./focus-first-open.ts";
import { GateItems, openGroups } from "./GateItems.tsx";
import { GateRing } from "./GateRing.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { type Gate, useGate } from "./use-gate.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { preloadJudge } from "./use-judge.ts";
import * as styles from "./NextGateCard.module.css";

export interface NextGateCardProps extends Pick<RecordPanelProps, "object" | "record"> {
  readonly next: Transition;
  /** Whom a move that was submitted waits for; empty: none does. */
  readonly waitsFor: string;
  /** One's own request among those, which one may take back. */
  readonly mine?: ApprovalItem | undefined;
  readonly isLocked: boolean;
}

/** The card itself shows what comes of it. */
const NOTHING_MORE = () => undefined;

/**
 * The gate that comes next, filled in where one works: what is missing stands here with its inputs, ticks itself
 * off as it is met, and the button becomes the way through.
 */
export function NextGateCard({ object, record, next, waitsFor, mine, isLocked }: NextGateCardProps) {
  const { t, of } = useLanguage();
  const gate = useGate({ object, record, to: next.to, confirm: true, onDone: NOTHING_MORE });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (gate.attempts > 0) focusFirstOpen(list.current);
  }, [gate.attempts]);
  const open = openGroups(gate).size;
  const state = waitsFor ? "waiting" : gate.isOpen ? "open" : "shut";
  return (
    <section
      className={styles.card}
      data-state={state}
      aria-label={t(gateScreenMessages.nextGate)}
      onPointerEnter={preloadJudge}
      onFocus={preloadJudge}
    >
      <header className={styles.head}>
        <GateRing layers={gate.layers} />
        <div>
          <h2 className={styles.title}>{of(next.label, next.to)}</h2>
          <p className={styles.state} aria-live="polite">
            {/* Nothing is said before it is known. */}
            {!gate.gate
              ? "\u00a0"
              : waitsFor
                ? t(gateScreenMessages.waitsFor, { name: waitsFor })
                : open > 0
                  ? t(gateScreenMessages.gateShut, { count: open })
                  : t(gateScreenMessages.gateOpen)}
          </p>
        </div>
      </header>
      {!waitsFor && !isLocked && gate.asked.length > 0 && (
        <GateItems object={object} record={record} gate={gate} list={list} />
      )}
      {!isLocked && gate.gate && <CardFoot {...{ object, record, next, waitsFor, mine, gate, open }} />}
    </section>
  );
}

interface CardFootProps extends Omit<NextGateCardProps, "isLocked"> {
  readonly gate: Gate;
  readonly open: number;
}
/** From “2 open” through “move on” to “waiting for”; a deal is won on a sheet of its own. */
function CardFoot({ object, record, next, waitsFor, mine, gate, open }: CardFootProps) {
  const { t, of } = useLanguage();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const stage = of(next.label, next.to);
  const canKeep = !gate.isOpen && Object.keys(gate.supply.meet).length > 0;
  if (waitsFor && mine)
    return (
      <Suspense>
        <WithdrawButton item={mine} whom={waitsFor} />
      </Suspense>
    );
  if (waitsFor)
    return (
      <Button block disabled>
        {t(gateScreenMessages.waitsFor, { name: waitsFor })}
      </Button>
    );
  return (
    <footer className={styles.foot}>
      <Button
        block
        type="primary"
        loading={gate.busy}
        onClick={() => (gate.isWin ? setAsking(true) : void gate.move())}
      >
        {gate.isWin
          ? t(gateScreenMessages.closeAsWon)
          : gate.needsConsent
            ? t(gateScreenMessages.askAndMove)
            : gate.isOpen
              ? t(gateScreenMessages.advanceTo, { stage })
              : t(gateScreenMessages.gateShut, { count: open })}
      </Button>
      {canKeep && (
        <QuietButton disabled={gate.busy} onClick={() => void gate.keep()}>
          {t(gateScreenMessages.keepOnly)}
        </QuietButton>
      )}
      {!gate.isOpen && isAble(me, "pipeline.override") && (
        <QuietButton onClick={() => setAsking(true)}>{t(gateScreenMessages.override)}</QuietButton>
      )}
      <MoveDialog
        object={object}
        record={record}
        to={asking ? next : undefined}
        confirm
        onClose={() => setAsking(false)}
      />
    </footer>
  );
}
