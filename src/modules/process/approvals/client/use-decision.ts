import { useState } from "react";
import { joinClauses } from "../../../../shared/i18n/join-texts.ts";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import { isProblem } from "../../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";
import { useWhatWasSeen } from "./use-what-was-seen.ts";

/** Decides about what was seen, and says what came of it or what has changed since. */
export function useDecision(item: ApprovalItem) {
  const { t, language } = useLanguage();
  const tell = useTell();
  const decide = useDecide();
  const [busy, setBusy] = useState<string | null>(null);
  const [changed, setChanged] = useState<readonly string[] | null>(null);
  const { seen, tellChanged, isRead } = useWhatWasSeen(item);
  const press = async (kind: "approve" | "refuse", comment: string): Promise<void> => {
    if (!isRead()) return;
    setBusy(kind);
    setChanged(null);
    try {
      const done = await decide(item.id, { kind, comment: comment.trim(), seen });
      if (done?.status === "returned")
        tell.warn(
          `${t(approvalScreenMessages.returnedWhy)} ${joinClauses(
            done.reasons.map((reason) => reason.message),
            language,
          )}`,
        );
      else if (done) tell.done(t(approvalScreenMessages[done.status]));
    } catch (error) {
      if (isProblem(error, "changed_since")) {
        tellChanged();
        setChanged(error.problem.errors.map((one) => withTime(one)));
      } else tell.failed(error);
    }
    setBusy(null);
  };
  return { press, busy, changed };
}

/** Who changed it is in the sentence, when beside it. */
function withTime({ message, params }: ProblemItem): string {
  const at = params?.["at"];
  return typeof at === "string" && at !== "" ? `${message} ${timeText(at)}` : message;
}
