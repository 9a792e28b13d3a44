import { Link } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ApprovalCard } from "./ApprovalCard.tsx";
import { approvalTexts } from "./approvals.messages.ts";
import { useApprovals } from "./approvals-data.ts";
import "./approvals.css";

const SHOWN = 3;
/** On the home page while something waits for me: decided there and then. */
export function ApprovalsToday() {
  const { t } = useLanguage();
  const waiting = useApprovals("decide").data ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className="card home-panel approvals-today" aria-label={t(approvalTexts.decide)}>
      <header>
        <h2>{t(approvalTexts.decide)}</h2>
        <span className="muted num">{waiting.length}</span>
        <span className="grow" />
        <Link className="ghost" to="/approvals">
          {t(approvalTexts.all)}
        </Link>
      </header>
      <ul className="approval-list">
        {waiting.slice(0, SHOWN).map((item) => (
          <ApprovalCard key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
