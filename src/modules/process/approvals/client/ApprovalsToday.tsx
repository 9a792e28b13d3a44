import { Suspense } from "react";
import { Link } from "react-router";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useApprovals } from "./approvals-data.ts";
import * as approvalListStyles from "../../../../ui/kit/approval-list.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";
import * as styles from "./ApprovalsToday.module.css";

const ApprovalCard = lazily(() => import("./ApprovalCard.tsx").then((module) => module.ApprovalCard));

const SHOWN = 3;
/** On the home page while something waits for me, in the colour of what needs somebody: decided there and then. */
export function ApprovalsToday() {
  const { t } = useLanguage();
  const { data: waiting = [], isPending } = useApprovals("decide");
  if (isPending) return <Hold />;
  if (waiting.length === 0) return null;
  return (
    <HomePanel
      className={styles.approvalsToday}
      title={t(approvalScreenMessages.decide)}
      note={waiting.length}
      action={
        <Link className={quietButtonStyles.ghost} to="/approvals">
          {t(approvalScreenMessages.all)}
        </Link>
      }
    >
      <ul className={`${approvalListStyles.approvalList} ${styles.approvalsTodayList}`}>
        <Suspense fallback={<Hold />}>
          {waiting.slice(0, SHOWN).map((item) => (
            <ApprovalCard key={item.id} item={item} />
          ))}
        </Suspense>
      </ul>
    </HomePanel>
  );
}
