import { Button, Input } from "antd";
import { type MouseEvent, useState } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useDecision } from "./use-decision.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./DecisionButtons.module.css";

/** The second half of a double click would decide about what the first one has only just shown as changed. */
const isOneClick = ({ detail }: MouseEvent): boolean => detail < 2;

/** Consent or send back, with a comment. */
export function DecisionButtons({ item }: { readonly item: ApprovalItem }) {
  const { t } = useLanguage();
  const [comment, setComment] = useState("");
  const { press, busy, changed } = useDecision(item);
  return (
    <>
      {changed && <ChangedSince changes={changed} />}
      <div className={`${base.line} ${styles.approvalButtons}`}>
        <Input
          className={`${base.grow} ${styles.approvalButtonsGrow}`}
          value={comment}
          maxLength={2000}
          aria-label={t(approvalScreenMessages.comment)}
          placeholder={t(approvalScreenMessages.comment)}
          onChange={(event) => setComment(event.target.value)}
        />
        <Button
          danger
          disabled={comment.trim() === ""}
          loading={busy === "refuse"}
          onClick={(event) => isOneClick(event) && void press("refuse", comment)}
        >
          {t(approvalScreenMessages.refuse)}
        </Button>
        <Button
          type="primary"
          loading={busy === "approve"}
          onClick={(event) => isOneClick(event) && void press("approve", comment)}
        >
          {t(approvalScreenMessages.approve)}
        </Button>
      </div>
    </>
  );
}

/** What the server says has changed since the card was shown. */
function ChangedSince({ changes }: { readonly changes: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <div className={bannerStyles.banner} role="alert">
      {t(approvalScreenMessages.changedSince)}
      {changes.length > 0 && (
        <ul>
          {changes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
