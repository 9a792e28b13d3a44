import { useState } from "react";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { AccessList } from "./AccessList.tsx";
import { auditScreenMessages } from "./audit.messages.ts";
import { useSeals } from "./audit-data.ts";
import { ChangeList } from "./ChangeList.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as auditStyles from "./audit.module.css";

/** Both logs: what was changed, and what was looked at. */
export function AuditPage() {
  const { t } = useLanguage();
  const [tab, setTab] = useState("changes");
  const narrow = useIsNarrow();
  const seals = useSeals();
  const items = [
    { key: "changes", label: t(auditScreenMessages.changes) },
    { key: "access", label: t(auditScreenMessages.access) },
  ];
  return (
    <Page
      icon="history"
      title={t(auditScreenMessages.title)}
      note={narrow ? undefined : t(auditScreenMessages.lead)}
      className={`${auditStyles.auditPage} ${base.stack}`}
    >
      <Tabs label={t(auditScreenMessages.title)} items={items} value={tab} onChange={setTab} />
      <QueryResult query={seals}>
        {(state) => (tab === "access" ? <AccessList seals={state} /> : <ChangeList seals={state} />)}
      </QueryResult>
    </Page>
  );
}
