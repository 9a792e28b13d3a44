import { useQuery } from "@tanstack/react-query";
import { readRetention, type RetentionState } from "../shared/retention.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { RetentionForm } from "./RetentionForm.tsx";
import { RETENTION } from "./retention-key.ts";
import { retentionScreenMessages } from "./retention.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** How long things are kept that nobody needs for ever. */
export function RetentionPage() {
  const { t } = useLanguage();
  const settings = useQuery({
    queryKey: RETENTION,
    queryFn: async () => (await call(readRetention, {})).data,
  });
  return (
    <SettingsPage title={t(retentionScreenMessages.title)} lead={t(retentionScreenMessages.lead)}>
      <QueryResult query={settings}>
        {(data) => (
          <>
            <RetentionForm key={JSON.stringify(data.kinds)} kinds={data.kinds} />
            <LastRun answer={data} />
          </>
        )}
      </QueryResult>
    </SettingsPage>
  );
}

function LastRun({ answer: { kinds, last } }: { readonly answer: RetentionState }) {
  const { t } = useLanguage();
  if (!last) return <p className={base.muted}>{t(retentionScreenMessages.notYet)}</p>;
  const parts = kinds.flatMap(({ name, label }) =>
    last.removed[name] ? [`${t(label)} ${last.removed[name].toLocaleString()}`] : [],
  );
  return (
    <p className={base.muted}>
      {t(retentionScreenMessages.last, {
        time: timeText(last.at),
        list: parts.join(" · ") || t(retentionScreenMessages.nothing),
      })}
    </p>
  );
}
