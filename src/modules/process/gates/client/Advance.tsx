import { Button } from "antd";
import { useState } from "react";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { nextOf } from "./next-stage.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { useWaitingMove } from "./WaitingMove.tsx";
import * as styles from "./Advance.module.css";

/** The step onwards in the head of a record, and in words beside it what is still missing for it. */
export function Advance({ object, record, asOf }: RecordPanelProps) {
  const { t, of } = useLanguage();
  const id = idOf(record);
  const next = nextOf(useTransitions(object.name, id, asOf === null).data ?? []);
  const { waiting, whom } = useWaitingMove(object.name, id, asOf === null);
  const [moving, setMoving] = useState(false);
  if (!next || asOf !== null || object.isLocked) return null;
  const stage = of(next.label, next.to);
  const count = new Set(next.unmet.map((item) => item.criterion ?? item.code)).size;
  return (
    <div className={styles.advance}>
      {waiting.length > 0 ? (
        <span className={styles.words}>{t(gateScreenMessages.waitsFor, { name: whom })}</span>
      ) : (
        <>
          {count > 0 && (
            <span className={styles.words} data-open>
              {t(gateScreenMessages.missingFor, { count, stage })}
            </span>
          )}
          <Button
            type="primary"
            icon={<Icon name={next.type === "won" ? "check" : "right"} />}
            onClick={() => setMoving(true)}
          >
            {next.type === "won"
              ? t(gateScreenMessages.closeAsWon)
              : t(gateScreenMessages.advanceTo, { stage })}
          </Button>
        </>
      )}
      <MoveDialog
        object={object}
        record={record}
        to={moving ? next : undefined}
        confirm={false}
        onClose={() => setMoving(false)}
      />
    </div>
  );
}
