import { Button, Input } from "antd";
import { useState } from "react";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { DayPicker } from "../../../../ui/kit/DayPicker.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenTexts } from "./gate.messages.ts";
import type { Gate } from "./use-gate.ts";

/** The way past a shut gate for those who have the right: with a reason, on the record. */
export function OverrideBox({ gate }: { readonly gate: Gate }) {
  const { t } = useLanguage();
  const me = useMe();
  const [reason, setReason] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  if (gate.isOpen || !isAble(me, "pipeline.override")) return null;
  return (
    <div className="gate-override">
      <Ghost
        icon="key"
        aria-expanded={reason !== null}
        onClick={() => setReason(reason === null ? "" : null)}
      >
        {t(gateScreenTexts.override)}
      </Ghost>
      {reason !== null && (
        <>
          <span className="note">{t(gateScreenTexts.overrideHint)}</span>
          <Input.TextArea
            autoFocus
            rows={2}
            maxLength={2000}
            value={reason}
            aria-label={t(gateScreenTexts.overrideReason)}
            placeholder={t(gateScreenTexts.overrideReason)}
            onChange={(event) => setReason(event.target.value)}
          />
          <label className="line">
            <span className="grow">{t(gateScreenTexts.validUntil)}</span>
            <DayPicker
              value={until}
              from={todayText()}
              to={addDays(todayText(), 365)}
              onChange={setUntil}
              label={t(gateScreenTexts.validUntil)}
            />
          </label>
          <span className="note">{t(gateScreenTexts.validUntilHint)}</span>
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
            {t(gateScreenTexts.overrideMove)}
          </Button>
        </>
      )}
    </div>
  );
}
