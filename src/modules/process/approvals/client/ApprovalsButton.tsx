import { Link } from "react-router";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { useApprovals } from "./approvals-data.ts";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

/** In the top bar while something waits for me; else its place stays free, so that what stands beside it does. */
export function ApprovalsButton() {
  const { t } = useLanguage();
  const count = useApprovals("decide").data?.length ?? 0;
  if (count === 0)
    return <span className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`} aria-hidden />;
  return (
    <Link
      className={quietButtonStyles.ghost}
      to="/approvals"
      aria-label={`${t(approvalScreenMessages.decide)} ${count}`}
      title={t(approvalScreenMessages.decide)}
    >
      <Icon name="check" />
      {count}
    </Link>
  );
}
