import { Suspense } from "react";
import { Link } from "react-router";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useApprovals } from "./approvals-data.ts";
import "./approvals.css";

const ApprovalCard = lazily(() => import("./ApprovalCard.tsx").then((module) => module.ApprovalCard));

const SHOWN = 3;
/** On the home page while something waits for me: decided there and then. */
export function ApprovalsToday() {
  const { t } = useLanguage();
  const waiting = useApprovals("decide").data ?? [];
  if (waiting.length === 0) return null;
  return (
    <HomePanel
      className="approvals-today"
      title={t(approvalScreenMessages.decide)}
      note={waiting.length}
      action={
        <Link className="ghost" to="/approvals">
          {t(approvalScreenMessages.all)}
        </Link>
      }
    >
      <ul className="approval-list">
        <Suspense>
          {waiting.slice(0, SHOWN).map((item) => (
            <ApprovalCard key={item.id} item={item} />
          ))}
        </Suspense>
      </ul>
    </HomePanel>
  );
}
