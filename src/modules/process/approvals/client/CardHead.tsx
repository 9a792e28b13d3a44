import { Link } from "react-router";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { FillRing } from "../../../../ui/kit/FillRing.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ApprovalCardData, ApprovalItem, CardCriterion } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./CardHead.module.css";

/** What it rests on: the consent that is asked for here is no part of that. */
export const evidenceIn = ({ card, need }: ApprovalItem): readonly CardCriterion[] =>
  (card?.criteria ?? []).filter(({ id, met }) => id !== need || met);

export interface CardHeadProps {
  readonly item: ApprovalItem;
  /** On the page of the record itself its name need not be said again. */
  readonly onRecord: boolean;
  readonly isOutOfSight: boolean;
}
/** How much of the gate is filled, what is asked for and on which record; what became of it. */
export function CardHead({ item, onRecord, isOutOfSight }: CardHeadProps) {
  const { t, of } = useLanguage();
  const { card, regarding, subject, status } = item;
  const what = of(item.what, subject);
  const name =
    regarding && !isOutOfSight ? (
      <Link to={recordPath(regarding.object, regarding.id)}>{subject}</Link>
    ) : (
      subject
    );
  return (
    <div className={styles.head}>
      {card && <Ring item={item} />}
      <div className={base.grow}>
        <h3 className={styles.title}>{onRecord ? what : name}</h3>
        <p className={styles.move}>
          {card ? <Move {...card.move} /> : !onRecord && what}
          {card && <State item={item} />}
        </p>
      </div>
      {!(status === "waiting" && item.may.decide) && (
        <span className={styles.status} data-status={status}>
          {t(approvalScreenMessages[status])}
        </span>
      )}
    </div>
  );
}

function Ring({ item }: Pick<CardHeadProps, "item">) {
  const { t } = useLanguage();
  const evidence = evidenceIn(item);
  const done = evidence.filter(({ met }) => met).length;
  const label = t(approvalScreenMessages.filled, { done, total: evidence.length });
  return <FillRing done={done} total={evidence.length} label={label} />;
}

function Move({ from, to }: ApprovalCardData["move"]) {
  const { of } = useLanguage();
  const said = (text: typeof from): string => (typeof text === "string" ? text : of(text));
  return (
    <>
      <span>{said(from)}</span>
      <Icon name="right" size={12} />
      <strong>{said(to)}</strong>
    </>
  );
}

/** Amber only where something is missing. */
function State({ item }: Pick<CardHeadProps, "item">) {
  const { t } = useLanguage();
  const evidence = evidenceIn(item);
  const open = evidence.filter(({ met }) => !met).length;
  if (evidence.length === 0) return null;
  return (
    <span className={open > 0 ? styles.blocked : undefined}>
      {open > 0
        ? t(approvalScreenMessages.stillOpen, { count: open })
        : t(approvalScreenMessages.allSupplied)}
    </span>
  );
}
