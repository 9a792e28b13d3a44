import { App, Button, Input } from "antd";
import { type MouseEvent, useState } from "react";
import { joinClauses } from "../../../shared/i18n/join-texts.ts";
import { isProblem, ProblemError } from "../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import type { ProblemItem } from "../../../shared/wire/problem.ts";
import type { ApprovalItem } from "../shared/approval.ts";
import { approvalTexts } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";
import { useWhatWasSeen } from "./use-what-was-seen.ts";

/** The second half of a double click would decide about what the first one has only just shown as changed. */
const isOneClick = ({ detail }: MouseEvent): boolean => detail < 2;

/** Consent or send back, with a comment. */
export function DecisionButtons({ item }: { readonly item: ApprovalItem }) {
  const { t, language } = useLanguage();
  const { message } = App.useApp();
  const decide = useDecide();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const [changed, setChanged] = useState<readonly string[] | null>(null);
  const { seen, tellChanged, isRead } = useWhatWasSeen(item);
  const press = async (kind: "approve" | "refuse"): Promise<void> => {
    if (!isRead()) return;
    setBusy(kind);
    setChanged(null);
    try {
      const done = await decide(item.id, { kind, comment: comment.trim(), seen });
      if (done?.status === "returned")
        void message.warning(
          `${t(approvalTexts.returnedWhy)} ${joinClauses(
            done.reasons.map((reason) => reason.message),
            language,
          )}`,
          8,
        );
      else if (done) void message.success(t(approvalTexts[done.status]));
    } catch (error) {
      if (isProblem(error, "changed_since")) {
        tellChanged();
        setChanged(error.problem.errors.map((one) => withTime(one)));
      } else void message.error(error instanceof ProblemError ? error.problem.detail : String(error), 6);
    }
    setBusy(null);
  };
  return (
    <>
      {changed && <ChangedSince changes={changed} />}
      <div className="line approval-buttons">
        <Input
          className="grow"
          value={comment}
          maxLength={2000}
          aria-label={t(approvalTexts.comment)}
          placeholder={t(approvalTexts.comment)}
          onChange={(event) => setComment(event.target.value)}
        />
        <Button
          danger
          disabled={comment.trim() === ""}
          loading={busy === "refuse"}
          onClick={(event) => isOneClick(event) && void press("refuse")}
        >
          {t(approvalTexts.refuse)}
        </Button>
        <Button
          type="primary"
          loading={busy === "approve"}
          onClick={(event) => isOneClick(event) && void press("approve")}
        >
          {t(approvalTexts.approve)}
        </Button>
      </div>
    </>
  );
}

/** What the server says has changed since the card was shown. */
function ChangedSince({ changes }: { readonly changes: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <div className="banner banner-warn" role="alert">
      {t(approvalTexts.changedSince)}
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

/** Who changed it is in the sentence, when beside it. */
function withTime({ message, params }: ProblemItem): string {
  const at = params?.["at"];
  return typeof at === "string" && at !== "" ? `${message} ${timeText(at)}` : message;
}
