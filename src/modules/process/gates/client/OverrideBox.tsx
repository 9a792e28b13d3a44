import { Button, DatePicker, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { gateScreenTexts } from "./gate.messages.ts";
import type { Gate } from "./use-gate.ts";

/** The way past a shut gate for those who have the right: with a reason, on the record. */
export function OverrideBox({ gate }: { readonly gate: Gate }) {
  const { t } = useLanguage();
  const me = useMe();
  const [reason, setReason] = useState<string | null>(null);
  const [until, setUntil] = useState<Dayjs | null>(null);
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
            <DatePicker
              value={until}
              minDate={dayjs()}
              maxDate={dayjs().add(365, "day")}
              onChange={setUntil}
              aria-label={t(gateScreenTexts.validUntil)}
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
                  ...(until ? { valid_until: until.format("YYYY-MM-DD") } : {}),
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
