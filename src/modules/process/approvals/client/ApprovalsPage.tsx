import { useState } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { PageHeader } from "../../../../ui/kit/PageHeader.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { ApprovalCard } from "./ApprovalCard.tsx";
import { approvalScreenMessages } from "./approvals.messages.ts";
import { type Box, useApprovals } from "./approvals-data.ts";
import * as approvalListStyles from "../../../../ui/kit/approval-list.module.css";
import * as pageStyles from "../../../../ui/kit/Page.module.css";
import * as styles from "./ApprovalsPage.module.css";

/** What waits for me, and what became of what I asked for. */
export function ApprovalsPage() {
  const { t } = useLanguage();
  const [box, setBox] = useState<Box>("decide");
  const answer = useApprovals(box);
  const items = [
    { key: "decide", label: t(approvalScreenMessages.decide) },
    { key: "asked", label: t(approvalScreenMessages.asked) },
  ];
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t(approvalScreenMessages.title)} />
      <div className={styles.approvalTabs}>
        <Tabs
          label={t(approvalScreenMessages.title)}
          items={items}
          value={box}
          onChange={(key) => setBox(key === "asked" ? "asked" : "decide")}
        />
      </div>
      <QueryResult query={answer} rows={4}>
        {(list) =>
          list.length === 0 ? (
            <Empty
              icon="check"
              title={t(box === "decide" ? approvalScreenMessages.none : approvalScreenMessages.noneAsked)}
              detail={t(approvalScreenMessages.noneDetail)}
            />
          ) : (
            <ul className={approvalListStyles.approvalList}>
              {list.map((item) => (
                <ApprovalCard key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </QueryResult>
    </div>
  );
}
