import { Input, Modal } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { exemptClock, type RecordClock } from "../shared/clocks.contract.ts";
import { ClockState } from "./ClockState.tsx";
import { useClocks } from "./clock-data.ts";
import { clockMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as sideCardStyles from "../../../../ui/kit/side-card.module.css";
import * as styles from "./ClocksPanel.module.css";

/** The limits of a record: what is left of each, or how it ended. */
export function ClocksPanel({ object, record, asOf, reload }: RecordPanelProps) {
  const { t } = useLanguage();
  const id = idOf(record);
  const clocks = useClocks(object.name, id);
  if (asOf !== null || !clocks.data || clocks.data.length === 0) return null;
  return (
    <section className={sideCardStyles.sideCard} aria-label={t(clockMessages.panel)}>
      <h2>{t(clockMessages.panel)}</h2>
      {clocks.data.map((clock) => (
        <ClockLine
          key={clock.id}
          clock={clock}
          place={{ object: object.name, id }}
          onExempted={() => (void clocks.refetch(), reload())}
        />
      ))}
    </section>
  );
}

interface ClockLineProps {
  readonly clock: RecordClock;
  readonly place: { readonly object: string; readonly id: string };
  readonly onExempted: () => void;
}
function ClockLine({ clock, place, onExempted }: ClockLineProps) {
  const { t, of } = useLanguage();
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const isOpen = clock.remaining_minutes !== null;
  return (
    <div className={styles.clock}>
      <span className={styles.name}>{of(clock.service_level.label)}</span>
      <ClockState clock={clock} />
      {isOpen && clock.due_at && (
        <span className={`${base.note} ${base.num} ${styles.due}`}>
          {t(clockMessages.due, { time: timeText(clock.due_at) })}
        </span>
      )}
      {isOpen && mayDo(me, "pipeline.override") && (
        <QuietButton onClick={() => setAsking(true)}>{t(clockMessages.exempt)}</QuietButton>
      )}
      {isAsking && (
        <ExemptDialog clock={clock} place={place} onClose={() => setAsking(false)} onDone={onExempted} />
      )}
    </div>
  );
}

function ExemptDialog({
  clock,
  place,
  onClose,
  onDone,
}: Omit<ClockLineProps, "onExempted"> & { readonly onClose: () => void; readonly onDone: () => void }) {
  const { t, of } = useLanguage();
  const [reason, setReason] = useState("");
  const { busy, save } = useSave();
  const send = () =>
    save(() => call(exemptClock, { params: { ...place, clock: clock.id }, body: { reason } }), {
      onDone: () => (onClose(), onDone()),
    });
  return (
    <Modal
      open
      title={t(clockMessages.exemptTitle, { level: of(clock.service_level.label) })}
      okText={t(clockMessages.exempt)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ loading: busy, disabled: reason.trim() === "" }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <Input.TextArea
        rows={3}
        maxLength={500}
        value={reason}
        aria-label={t(clockMessages.exemptReason)}
        placeholder={t(clockMessages.exemptReason)}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
