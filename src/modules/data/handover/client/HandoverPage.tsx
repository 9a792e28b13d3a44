import { useParams } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { usePreview } from "./handover-data.ts";
import { handoverEntryMessages } from "./entry.messages.ts";
import { handoverMessages } from "./handover.messages.ts";
import { HandoverPlan } from "./HandoverPlan.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HandoverPage.module.css";

/** Whoever leaves or changes place: what hangs on them, who takes it, and one button. */
export function HandoverPage() {
  const { t } = useLanguage();
  const { user = "" } = useParams();
  const preview = usePreview(user);
  return (
    <Page
      icon="transfer"
      title={
        preview.data
          ? t(handoverMessages.title, { name: preview.data.user.name ?? "" })
          : t(handoverEntryMessages.action)
      }
      className={`${base.stack} ${styles.handoverPage}`}
    >
      <p className={base.muted}>{t(handoverMessages.lead)}</p>
      <QueryResult query={preview} rows={6}>
        {(data) => <HandoverPlan data={data} onDone={() => void preview.refetch()} />}
      </QueryResult>
    </Page>
  );
}
