import { Modal } from "antd";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { Job, previewJobUndo } from "../../../../shared/wire/jobs.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { useUndoPreview } from "./jobs-data.ts";
import { jobsMessages } from "./jobs.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./UndoDialog.module.css";

interface UndoDialogProps {
  readonly job: Job;
  readonly onUndo: () => Promise<unknown>;
  readonly onClose: () => void;
}
type Preview = AnswerOf<typeof previewJobUndo>["data"];

/** What an undo would do, and what was changed since and stays; then it is done. */
export function UndoDialog({ job, onUndo, onClose }: UndoDialogProps) {
  const { t, of } = useLanguage();
  // An import lists what stays with its undo, as it has always done.
  const isPreviewed = job.kind !== "import";
  const { data, error, refetch } = useUndoPreview(job.id, isPreviewed);
  return (
    <Modal
      open
      title={t(jobsMessages.undoTitle, { kind: of(job.label) })}
      okText={t(jobsMessages.undo)}
      okButtonProps={{ danger: true, disabled: isPreviewed && !data }}
      onOk={() => onUndo().then(onClose)}
      onCancel={onClose}
    >
      {!isPreviewed && <p>{t(jobsMessages.undoImport)}</p>}
      {isPreviewed && error && <Failure error={error} small onRetry={() => void refetch()} />}
      {isPreviewed && !data && !error && <Skeleton />}
      {data && <UndoPreview preview={data} />}
    </Modal>
  );
}

function UndoPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useLanguage();
  const { deleted, restored, kept, kept_total, complete } = preview;
  const counts = {
    deleted: deleted.toLocaleString(),
    restored: restored.toLocaleString(),
    kept: kept_total.toLocaleString(),
  };
  return (
    <div className={styles.jobUndo}>
      <p>{t(jobsMessages.undoCounts, counts)}</p>
      {!complete && <p className={base.note}>{t(jobsMessages.undoPart)}</p>}
      {kept.length > 0 && (
        <>
          <h2>{t(jobsMessages.keptTitle)}</h2>
          <ul>
            {kept.map((one) => (
              <KeptLine key={one.id} kept={one} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function KeptLine({ kept }: { readonly kept: Preview["kept"][number] }) {
  const { t, of } = useLanguage();
  const object = useObjects().get(kept.object);
  const fields = kept.fields.map((name) => of(object?.byName[name]?.label, name)).join(", ");
  const word = kept.why === "refused" ? jobsMessages.refusedWhy : jobsMessages[kept.why];
  return (
    <li>
      <b>{kept.title ?? kept.id}</b>{" "}
      <span className={base.note}>{t(word, { fields, message: kept.message ?? "" })}</span>
    </li>
  );
}
