import { App, Button } from "antd";
import { useState } from "react";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalTexts } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";

/** Takes one's own request back. */
export function WithdrawButton({ item }: { readonly item: ApprovalItem }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const decide = useDecide();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await decide(item.id, { kind: "withdraw" });
      void message.success(t(approvalTexts.withdrawn));
    } catch (error) {
      void message.error(error instanceof ProblemError ? error.problem.detail : String(error), 6);
    }
    setBusy(false);
  };
  return (
    <Button size="small" loading={busy} onClick={() => void withdraw()}>
      {t(approvalTexts.withdraw)}
    </Button>
  );
}
