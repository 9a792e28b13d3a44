import { Button, Input } from "antd";
import { useState } from "react";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import type { Gate } from "./use-gate.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OverrideBox.module.css";

/** The way past a shut gate for those who have the right: with a reason, on the record. */
export function OverrideBox({ gate }: { readonly gate: Gate }) {
  const { t } = useLanguage();
  const me = useMe();
  const [reason, setReason] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  if (gate.isOpen || !isAble(me, "pipeline.override")) return null;
  return (
    <div className={styles.gateOverride}>
      <QuietButton
        icon="key"
        aria-expanded={reason !== null}
        onClick={() => setReason(reason === null ? "" : null)}
      >
        {t(gateScreenMessages.override)}
      </QuietButton>
      {reason !== null && (
        <>
          <span className={base.note}>{t(gateScreenMessages.overrideHint)}</span>
          <Input.TextArea
            autoFocus
            rows={2}
            maxLength={2000}
            value={reason}
            aria-label={t(gateScreenMessages.overrideReason)}
            placeholder={t(gateScreenMessages.overrideReason)}
            onChange={(event) => setReason(event.target.value)}
          />
          <label className={base.line}>
            <span className={base.grow}>{t(gateScreenMessages.validUntil)}</span>
            <DayInput
              value={until}
              from={todayText()}
              to={addDays(todayText(), 365)}
              onChange={setUntil}
              label={t(gateScreenMessages.validUntil)}
            />
          </label>
          <span className={base.note}>{t(gateScreenMessages.validUntilHint)}</span>
          <Button
            danger
            disabled={reason.trim() === ""}
            loading={gate.busy}
            onClick={() =>
              void gate.move({
                override: {
                  reason: reason.trim(),
                  ...(until ? { valid_until: until } : {}),
                },
              })
            }
          >
            {t(gateScreenMessages.overrideMove)}
          </Button>
        </>
      )}
    </div>
  );
}
