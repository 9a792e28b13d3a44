import { Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { staged } from "../../../shared/metadata/stage-fields.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { textValue, titleAt } from "../../data/values.ts";
import { Avatar } from "../../kit/Avatar.tsx";
import { lastMomentOf } from "../../kit/company-clock.ts";
import { useLanguage } from "../../kit/language.tsx";
import { daysSince } from "../../kit/time-text.ts";
import { useCardMarks } from "../panels.tsx";
import { dayOf } from "../time/past-day.ts";
import { boardMessages } from "./board.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./BoardCard.module.css";

export interface CardFootProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | undefined;
}
/** Whose a card is, and how long it has stood. */
export function CardFoot({ object, record, asOf }: CardFootProps) {
  const entered = textValue(partOf(staged, record).stage_entered_at);
  const marks = useCardMarks(object);
  const owner = titleAt(record, "owner");
  return (
    <div className={`${base.line} ${styles.boardFact} ${base.muted}`} data-part="board-fact">
      <span className={`${base.line} ${base.grow}`} title={owner}>
        {owner && <Avatar name={owner} />}
        <span className={base.srOnly}>{owner}</span>
      </span>
      {marks.length > 0 ? (
        <Suspense>
          {marks.map(({ name, Component }) => (
            <Component key={name} object={object} record={record} asOf={asOf} />
          ))}
        </Suspense>
      ) : (
        entered && <Days entered={entered} asOf={asOf} />
      )}
    </div>
  );
}

function Days({ entered, asOf }: { readonly entered: string; readonly asOf: string | undefined }) {
  const { t } = useLanguage();
  return (
    <span className={styles.boardDays}>
      {t(boardMessages.sinceStage, {
        count: daysSince(entered, asOf ? Date.parse(lastMomentOf(dayOf(asOf))) : undefined),
      })}
    </span>
  );
}
