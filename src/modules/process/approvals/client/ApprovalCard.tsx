import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useApproval } from "./approvals-data.ts";
import { CardBody } from "./CardBody.tsx";
import { CardHead, evidenceIn } from "./CardHead.tsx";
import { DecisionButtons } from "./DecisionButtons.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ApprovalCard.module.css";

export interface ApprovalCardProps {
  readonly item: ApprovalItem;
  /** On the page of the record itself its name need not be said again. */
  readonly onRecord?: boolean;
}
/**
 * The card of the next stage as whoever decides sees it: filled. What is asked for, by whom and in which words,
 * what it rests on; and the buttons of whoever may press them.
 */
export function ApprovalCard({ item: listed, onRecord = false }: ApprovalCardProps) {
  const { t } = useLanguage();
  const isViewing = useIsViewing();
  const isBare = listed.status === "waiting" && listed.may.decide && !listed.card;
  const whole = useApproval(listed, isBare);
  const item = (isBare && whole.data) || listed;
  const { regarding, card } = item;
  const isOutOfSight = isBare && !card && whole.isSuccess;
  return (
    <li className={styles.approvalCard} data-part="approval-card" data-mine={item.may.decide || undefined}>
      <CardHead item={item} onRecord={onRecord} isOutOfSight={isOutOfSight} />
      <AskedBy item={item} />
      {regarding && card && <CardBody object={regarding.object} card={card} evidence={evidenceIn(item)} />}
      {isOutOfSight && <p className={base.muted}>{t(approvalScreenMessages.outOfSight)}</p>}
      <WhatBecame item={item} />
      {!isViewing && item.may.decide && (card || isOutOfSight) && (
        <>
          <DecisionButtons item={item} />
          <div className={`${base.line} ${base.lineEnd}`}>
            <PhoneLink request={item.id} />
          </div>
        </>
      )}
      {!isViewing && item.may.withdraw && (
        <div className={base.line}>
          <WithdrawButton item={item} />
        </div>
      )}
    </li>
  );
}

/** Who asked and when, in their own words. */
function AskedBy({ item: { requester, asked_at, reason } }: Pick<ApprovalCardProps, "item">) {
  const { t } = useLanguage();
  return (
    <div className={styles.asked}>
      {requester && <Avatar name={requester.name} />}
      <div className={base.grow}>
        <div className={`${base.muted} ${base.rowWrap} ${styles.asker}`}>
          {requester && <span>{t(approvalScreenMessages.by, { name: requester.name })}</span>}
          <time className={styles.approvalTime} dateTime={asked_at}>
            {timeText(asked_at)}
          </time>
        </div>
        {reason && <p>{reason}</p>}
      </div>
    </div>
  );
}

/** Whom it waits for, or who decided and how. */
function WhatBecame({ item }: Pick<ApprovalCardProps, "item">) {
  const { t, of } = useLanguage();
  const { status, may, approver, decided_by, comment, reasons } = item;
  return (
    <>
      {status === "waiting" && !may.decide && (
        <p className={base.muted}>
          {t(approvalScreenMessages.waitsFor, {
            name: approver.person ?? of(approver.label, approver.role ?? ""),
          })}
        </p>
      )}
      {decided_by && (
        <p className={base.muted}>
          {comment
            ? t(approvalScreenMessages.decidedWith, { name: decided_by, comment })
            : t(approvalScreenMessages.decidedBy, { name: decided_by })}
        </p>
      )}
      {status === "returned" && <ReturnedWhy reasons={reasons} />}
    </>
  );
}

function ReturnedWhy({ reasons }: Pick<ApprovalItem, "reasons">) {
  const { t } = useLanguage();
  return (
    <div className={`${bannerStyles.banner} ${bannerStyles.bannerDanger}`}>
      {t(approvalScreenMessages.returnedWhy)}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.message}>{reason.message}</li>
        ))}
      </ul>
    </div>
  );
}
