import { Button } from "antd";
import { Suspense, useState } from "react";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { nextOf } from "./next-stage.ts";
import { useMovedToast } from "./use-moved-toast.tsx";
import { useWaitingMove } from "./WaitingMove.tsx";
import styles from "./Advance.module.css";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

/** The step onwards in the head of a record, and in words beside it what is still missing for it. */
export function Advance({ object, record, asOf }: RecordPanelProps) {
  const { t, of } = useLanguage();
  const id = idOf(record);
  const next = nextOf(useTransitions(object.name, id, asOf === null).data ?? []);
  const { waiting, whom } = useWaitingMove(object.name, id, asOf === null);
  const told = useMovedToast(object, record);
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
      {moving && (
        <Suspense>
          <GateDialog
            object={object}
            record={record}
            to={next.to}
            onDone={(outcome) => {
              setMoving(false);
              if (outcome === "moved") told(next);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
