import { App, Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { ProblemError } from "../../../ui/data/problem-error.ts";
import { useIsViewing } from "../../../ui/data/session.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import type { ApprovalItem } from "../shared/approval.ts";
import { approvalTexts } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";

/** One request: what, why, by whom; and the buttons of whoever may press them. */
export function ApprovalCard({ item }: { readonly item: ApprovalItem }) {
  const { t, of } = useLanguage();
  const isViewing = useIsViewing();
  const { approver } = item;
  return (
    <li className="approval-card">
      <div className="line">
        <strong className="grow">{of(item.what, item.subject)}</strong>
        <span className={`approval-status approval-${item.status}`}>{t(approvalTexts[item.status])}</span>
      </div>
      <div className="muted">
        {item.regarding ? <Link to={`/records/${item.regarding.object}/${item.regarding.id}`}>{item.subject}</Link> : item.subject}
        {item.requester && ` · ${t(approvalTexts.by, { name: item.requester.name })}`} · {timeText(item.asked_at)}
      </div>
      {item.reason && <p>{item.reason}</p>}
      {item.status === "waiting" && !item.may.decide && (
        <p className="muted">{t(approvalTexts.waitsFor, { name: approver.person ?? of(approver.label, approver.role ?? "") })}</p>
      )}
      {item.decided_by && (
        <p className="muted">
          {t(approvalTexts.decidedBy, { name: item.decided_by })}
          {item.comment && `：${item.comment}`}
        </p>
      )}
      {item.status === "returned" && (
        <div className="banner banner-danger">
          {t(approvalTexts.returnedWhy)}
          <ul>
            {item.reasons.map((reason) => (
              <li key={reason.message}>{reason.message}</li>
            ))}
          </ul>
        </div>
      )}
      {!isViewing && (item.may.decide || item.may.withdraw) && <Buttons item={item} />}
    </li>
  );
}

function Buttons({ item }: { readonly item: ApprovalItem }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const decide = useDecide();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const press = async (decision: "approve" | "refuse" | "withdraw"): Promise<void> => {
    setBusy(decision);
    try {
      const done = await decide(item.id, decision, comment.trim());
      if (done.status === "returned") void message.warning(`${t(approvalTexts.returnedWhy)} ${done.reasons.map((reason) => reason.message).join("；")}`, 8);
      else void message.success(t(approvalTexts[done.status]));
    } catch (error) {
      void message.error(error instanceof ProblemError ? error.problem.detail : String(error), 6);
    }
    setBusy(null);
  };
  if (item.may.withdraw)
    return (
      <div className="line">
        <Button loading={busy === "withdraw"} onClick={() => void press("withdraw")}>
          {t(approvalTexts.withdraw)}
        </Button>
      </div>
    );
  return (
    <div className="line approval-buttons">
      <Input
        className="grow"
        value={comment}
        maxLength={2000}
        aria-label={t(approvalTexts.comment)}
        placeholder={t(approvalTexts.comment)}
        onChange={(event) => setComment(event.target.value)}
      />
      <Button danger disabled={comment.trim() === ""} loading={busy === "refuse"} onClick={() => void press("refuse")}>
        {t(approvalTexts.refuse)}
      </Button>
      <Button type="primary" loading={busy === "approve"} onClick={() => void press("approve")}>
        {t(approvalTexts.approve)}
      </Button>
    </div>
  );
}
