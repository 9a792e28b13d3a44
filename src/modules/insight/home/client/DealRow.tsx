import { Suspense } from "react";
import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { type FieldOf, partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { daysSince, todayText } from "../../../../ui/kit/time-text.ts";
import { useCardMarks } from "../../../../ui/record/panels.tsx";
import { homeMessages } from "./home.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as homeStyles from "./home.module.css";
import * as styles from "./DealRow.module.css";

/** How long it stands in its stage, marked when that is unusual. */
function StillDays({ object, record }: { readonly object: ObjectInfo; readonly record: Values }) {
  const { t } = useLanguage();
  const marks = useCardMarks(object);
  const plain = (
    <>
      <Icon name="clock" size={12} />
      {t(homeMessages.stillDays, { days: daysSince(textValue(partOf(staged, record).stage_entered_at)) })}
    </>
  );
  return marks.length > 0 ? (
    <Suspense>
      {marks.map(({ name, Component }) => (
        <Component key={name} object={object} record={record} />
      ))}
    </Suspense>
  ) : (
    plain
  );
}

/** A day that has passed says so by icon and colour. */
function CloseDate({ day }: { readonly day: string }) {
  const late = day !== "" && day < todayText();
  return (
    <span className={late ? `${homeStyles.due} ${homeStyles.dueLate} ${base.num}` : base.num}>
      {late && <Icon name="warning" size={12} />}
      {day}
    </span>
  );
}

export interface DealRowProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Its stage and how long it stands there; otherwise the day it is expected to close. */
  readonly still: boolean;
  readonly withOwner: boolean;
}
/** One deal among a few: whose it is, what it is worth and since or until when. */
export function DealRow({ object, record, still, withOwner }: DealRowProps) {
  const { name: title, close_date } = partOf(opportunity, record);
  const cell = (name: FieldOf<typeof opportunity>) => {
    const field = object.byName[name];
    return field ? (
      <FieldCell object={opportunity.name} field={field} record={record} value={record[name]} />
    ) : null;
  };
  return (
    <li className={homeStyles.homeRow}>
      <div className={`${base.grow} ${homeStyles.homeRowGrow}`}>
        <Link
          className={`${base.clip} ${homeStyles.homeTitle}`}
          to={recordPath(opportunity.name, idOf(record))}
        >
          {textValue(title)}
        </Link>
        <div
          className={`${base.muted} ${styles.homeFiguresMuted} ${base.clip} ${base.line} ${homeStyles.homeSub}`}
        >
          {cell("account")}
          {withOwner && cell("owner")}
        </div>
      </div>
      {still && <span className={styles.homeStage}>{cell("stage")}</span>}
      <span className={styles.homeFigures}>
        <span className={base.num}>{cell("amount")}</span>
        <span className={`${base.muted} ${styles.homeFiguresMuted} ${base.num} ${base.line}`}>
          {still ? <StillDays object={object} record={record} /> : <CloseDate day={textValue(close_date)} />}
        </span>
      </span>
    </li>
  );
}
