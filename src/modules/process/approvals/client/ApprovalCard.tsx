import { Link } from "react-router";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useApproval } from "./approvals-data.ts";
import { CardBody } from "./CardBody.tsx";
import { DecisionButtons } from "./DecisionButtons.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ApprovalCard.module.css";

export interface ApprovalCardProps {
  readonly item: ApprovalItem;
  /** On the page of the record itself its name need not be said again. */
  readonly onRecord?: boolean;
}
/** One request: what, why, by whom, what it rests on; and the buttons of whoever may press them. */
export function ApprovalCard({ item: listed, onRecord = false }: ApprovalCardProps) {
  const { t, of } = useLanguage();
  const isViewing = useIsViewing();
  const isBare = listed.status === "waiting" && listed.may.decide && !listed.card;
  const whole = useApproval(listed, isBare);
  const item = (isBare && whole.data) || listed;
  const { approver, regarding, card } = item;
  const isOutOfSight = isBare && !card && whole.isSuccess;
  return (
    <li className={styles.approvalCard} data-part="approval-card">
      <div className={base.line}>
        <strong className={base.grow}>{of(item.what, item.subject)}</strong>
        <span className={styles.approvalStatus}>{t(approvalScreenMessages[item.status])}</span>
      </div>
      <div className={`${base.muted} ${base.rowWrap} ${styles.approvalAbout}`}>
        {!onRecord &&
          (regarding && !isOutOfSight ? (
            <Link to={recordPath(regarding.object, regarding.id)}>{item.subject}</Link>
          ) : (
            <span>{item.subject}</span>
          ))}
        {item.requester && <span>{t(approvalScreenMessages.by, { name: item.requester.name })}</span>}
        <time className={styles.approvalTime}>{timeText(item.asked_at)}</time>
      </div>
      {item.reason && <p>{item.reason}</p>}
      {regarding && card && <CardBody object={regarding.object} card={card} />}
      {isOutOfSight && <p className={base.muted}>{t(approvalScreenMessages.outOfSight)}</p>}
      {item.status === "waiting" && !item.may.decide && (
        <p className={base.muted}>
          {t(approvalScreenMessages.waitsFor, {
            name: approver.person ?? of(approver.label, approver.role ?? ""),
          })}
        </p>
      )}
      {item.decided_by && (
        <p className={base.muted}>
          {item.comment
            ? t(approvalScreenMessages.decidedWith, { name: item.decided_by, comment: item.comment })
            : t(approvalScreenMessages.decidedBy, { name: item.decided_by })}
        </p>
      )}
      {item.status === "returned" && <ReturnedWhy reasons={item.reasons} />}
      {!isViewing && item.may.decide && (card || isOutOfSight) && <DecisionButtons item={item} />}
      {!isViewing && item.may.withdraw && (
        <div className={base.line}>
          <WithdrawButton item={item} />
        </div>
      )}
    </li>
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
