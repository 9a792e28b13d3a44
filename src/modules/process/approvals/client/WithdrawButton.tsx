import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";

/** Takes one's own request back. */
export function WithdrawButton({ item }: { readonly item: ApprovalItem }) {
  const { t } = useLanguage();
  const decide = useDecide();
  const { busy, save } = useSave();
  const withdraw = () =>
    save(() => decide(item.id, { kind: "withdraw" }), { told: t(approvalScreenMessages.withdrawn) });
  return (
    <Button size="small" loading={busy} onClick={() => void withdraw()}>
      {t(approvalScreenMessages.withdraw)}
    </Button>
  );
}
