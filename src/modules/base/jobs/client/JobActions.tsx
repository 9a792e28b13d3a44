import { Suspense, useState } from "react";
import type { Job } from "../../../../shared/wire/jobs.contract.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { useAppTools } from "../../../../ui/kit/app-tools.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { type JobAction, useJobAction } from "./jobs-data.ts";
import { jobsMessages } from "./jobs.messages.ts";
import * as styles from "./JobActions.module.css";

const UndoDialog = lazily(() => import("./UndoDialog.tsx").then((module) => module.UndoDialog));

/** Pause, go on, cancel, undo: what the job can do now. */
export function JobActions({ job }: { readonly job: Job }) {
  const { t } = useLanguage();
  const { withMessage } = useAppTools();
  const confirm = useConfirm();
  const { mutateAsync, isPending } = useJobAction();
  const [isUndoing, setUndoing] = useState(false);
  const act = (action: JobAction) =>
    mutateAsync({ id: job.id, action }).catch((error: unknown) => {
      const words = error instanceof ProblemError ? error.problem.detail : t(jobsMessages.actionFailed);
      withMessage((message) => void message.error(words));
    });
  const cancel = () =>
    confirm({
      title: t(jobsMessages.cancelTitle),
      detail: t(jobsMessages.cancelDetail),
      action: t(jobsMessages.cancelDo),
      run: () => act("cancel"),
    });
  return (
    <span className={styles.jobActions}>
      {job.can_pause && (
        <QuietButton disabled={isPending} onClick={() => void act("pause")}>
          {t(jobsMessages.pause)}
        </QuietButton>
      )}
      {(job.status === "waiting" || job.wanted === "pause") && (
        <QuietButton disabled={isPending} onClick={() => void act("resume")}>
          {t(jobsMessages.resume)}
        </QuietButton>
      )}
      {job.can_cancel && (
        <QuietButton disabled={isPending} onClick={cancel}>
          {t(jobsMessages.cancel)}
        </QuietButton>
      )}
      {job.can_undo && (
        <QuietButton disabled={isPending} onClick={() => setUndoing(true)}>
          {t(jobsMessages.undo)}
        </QuietButton>
      )}
      {isUndoing && (
        <Suspense>
          <UndoDialog job={job} onUndo={() => act("undo")} onClose={() => setUndoing(false)} />
        </Suspense>
      )}
    </span>
  );
}
