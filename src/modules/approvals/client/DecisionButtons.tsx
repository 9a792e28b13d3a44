import { App, Button, Input } from "antd";
import { useState } from "react";
import { ProblemError } from "../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { ApprovalItem } from "../shared/approval.ts";
import { approvalTexts } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";

/** Consent or send back, with a comment. */
export function DecisionButtons({ item }: { readonly item: ApprovalItem }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const decide = useDecide();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const press = async (decision: "approve" | "refuse"): Promise<void> => {
    setBusy(decision);
    try {
      const done = await decide(item, decision, comment.trim());
      if (done?.status === "returned") void message.warning(`${t(approvalTexts.returnedWhy)} ${done.reasons.map((reason) => reason.message).join("；")}`, 8);
      else if (done) void message.success(t(approvalTexts[done.status]));
    } catch (error) {
      void message.error(error instanceof ProblemError ? error.problem.detail : String(error), 6);
    }
    setBusy(null);
  };
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
