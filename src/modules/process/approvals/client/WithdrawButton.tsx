import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import type { ApprovalItem } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useDecide } from "./approvals-data.ts";

export interface WithdrawButtonProps {
  readonly item: ApprovalItem;
  /** Whom it waits for, where the button itself is to say so. */
  readonly whom?: string;
}
/** Takes one's own request back. */
export function WithdrawButton({ item, whom }: WithdrawButtonProps) {
  const { t } = useLanguage();
  const decide = useDecide();
  const { busy, save } = useSave();
  const withdraw = () =>
    save(() => decide(item.id, { kind: "withdraw" }), { told: t(approvalScreenMessages.withdrawn) });
  return (
    <Button {...(whom ? { block: true } : { size: "small" })} loading={busy} onClick={() => void withdraw()}>
      {whom ? t(approvalScreenMessages.waitOrWithdraw, { name: whom }) : t(approvalScreenMessages.withdraw)}
    </Button>
  );
}
