import { App } from "antd";
import { Suspense, useState } from "react";
import type { Job } from "../../../../shared/wire/jobs.contract.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { type JobAction, useJobAction } from "./jobs-data.ts";
import { jobsMessages as texts } from "./jobs.messages.ts";

const UndoDialog = lazily(() => import("./UndoDialog.tsx").then((module) => module.UndoDialog));

/** Pause, go on, cancel, undo: what the job can do now. */
export function JobActions({ job }: { readonly job: Job }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { mutateAsync, isPending } = useJobAction();
  const [isUndoing, setUndoing] = useState(false);
  const act = (action: JobAction) =>
    mutateAsync({ id: job.id, action }).catch(
      (error: unknown) =>
        void message.error(error instanceof ProblemError ? error.problem.detail : t(texts.actionFailed)),
    );
  const cancel = () =>
    confirm({
      title: t(texts.cancelTitle),
      detail: t(texts.cancelDetail),
      action: t(texts.cancelDo),
      run: () => act("cancel"),
    });
  return (
    <span className="job-actions">
      {job.can_pause && (
        <Ghost disabled={isPending} onClick={() => void act("pause")}>
          {t(texts.pause)}
        </Ghost>
      )}
      {(job.status === "waiting" || job.wanted === "pause") && (
        <Ghost disabled={isPending} onClick={() => void act("resume")}>
          {t(texts.resume)}
        </Ghost>
      )}
      {job.can_cancel && (
        <Ghost disabled={isPending} onClick={cancel}>
          {t(texts.cancel)}
        </Ghost>
      )}
      {job.can_undo && (
        <Ghost disabled={isPending} onClick={() => setUndoing(true)}>
          {t(texts.undo)}
        </Ghost>
      )}
      {isUndoing && (
        <Suspense>
          <UndoDialog job={job} onUndo={() => act("undo")} onClose={() => setUndoing(false)} />
        </Suspense>
      )}
    </span>
  );
}
