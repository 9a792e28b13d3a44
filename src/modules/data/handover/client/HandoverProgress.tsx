import { useEffect } from "react";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useHandoverJob } from "./handover-data.ts";
import { handedOver } from "./handover-answer.ts";
import { handoverMessages } from "./handover.messages.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";

/** How far the job is; it goes on when the page is left. */
export function HandoverProgress({ job, onDone }: { readonly job: string; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { data } = useHandoverJob(job);
  const status = data?.status;
  useEffect(() => {
    if (status === "done" || status === "failed" || status === "cancelled") onDone();
    // Told once, when the job has ended.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [status]);
  if (status === "failed")
    return <Refusal words={t(handoverMessages.failed, { reason: data?.error?.message ?? "" })} />;
  if (status !== "done")
    return (
      <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`} role="status">
        {t(handoverMessages.running, { done: data?.done ?? 0, total: data?.total ?? "…" })}
      </div>
    );
  const refused = data?.result?.refused ?? 0;
  return (
    <Answer
      clauses={handedOver(data?.result?.done ?? 0, refused)}
      tone={refused > 0 ? "needs" : "good"}
      notes={refused > 0 ? [t(handoverMessages.refused)] : []}
      action={refused > 0 && data?.errors_file && <a href={data.errors_file}>{t(handoverMessages.errors)}</a>}
    />
  );
}
