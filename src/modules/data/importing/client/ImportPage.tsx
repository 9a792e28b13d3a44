import { useMutation } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { Dropdown } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { FileNotices } from "./FileReading.tsx";
import { ImportCounts } from "./ImportCounts.tsx";
import { ImportedRows } from "./ImportedRows.tsx";
import { ImportOutcome } from "./ImportOutcome.tsx";
import { ImportProblem } from "./ImportProblem.tsx";
import { ImportStatus } from "./ImportStatus.tsx";
import { ImportSteps } from "./ImportSteps.tsx";
import { mappingPath, startImport, useImport, useImportAction } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { pathsFrom } from "./step-paths.ts";
import { useOpenSteps } from "./use-open-steps.ts";
import { ReasonList } from "./ReasonList.tsx";
import { UndoReport } from "./UndoReport.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./ImportPage.module.css";

/** One import, running or done: it can be left and found again. */
export function ImportPage() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useImport(id);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  return <ImportView key={id} answer={data} />;
}

function ImportView({ answer }: { readonly answer: ImportAnswer }) {
  const { t, of } = useLanguage();
  const object = useObject(answer.object);
  const action = useImportAction(answer.id);
  const rows = useSearchParams()[0].get("rows");
  const isMoving = ["queued", "running", "waiting"].includes(answer.status);
  const isDone = answer.status === "done";
  const open = useOpenSteps(answer);
  return (
    <Page
      icon="upload"
      title={
        object
          ? t(importScreenMessages.importTitle, { object: of(object.plural, object.name) })
          : t(importScreenMessages.imports)
      }
      note={answer.file_name}
      action={
        <>
          <ImportStatus answer={answer} />
          {answer.undoable && <UndoMenu onUndo={() => action.mutate({ action: "undo" })} />}
        </>
      }
      className={importingStyles.importPage}
    >
      <ImportSteps at={answer.dry_run ? "review" : "import"} back={pathsFrom(answer)} open={open} />
      <ImportProblem error={action.error} />
      <Refusal words={answer.error?.message} />
      {isMoving && <Moving answer={answer} onCancel={() => action.mutate({ action: "cancel" })} />}
      {!isMoving && object ? (
        <ImportOutcome answer={answer} object={object} />
      ) : (
        <ImportCounts answer={answer} />
      )}
      <FileNotices notices={answer.notices} />
      {answer.undo && <UndoReport undo={answer.undo} />}
      {isDone && answer.questions.length > 0 && (
        <QuestionList
          object={answer.object}
          questions={answer.questions}
          isSending={action.isPending}
          onAnswer={(answers) => action.mutate({ action: "answers", answers })}
        />
      )}
      {!isMoving && <ReasonList reasons={answer.reasons} />}
      <Foot answer={answer} isDone={isDone} />
      {rows ? (
        <ImportedRows answer={answer} outcome={rows} />
      ) : (
        answer.preview.length > 0 &&
        object && <PreviewTable object={object} rows={answer.preview} isOpen={answer.dry_run} />
      )}
    </Page>
  );
}

/** Back to the mapping, the failed rows as a file, and on to the import. */
function Foot({ answer, isDone }: { readonly answer: ImportAnswer; readonly isDone: boolean }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className={importingStyles.importFoot}>
      {isDone && answer.dry_run && (
        <Button icon={<Icon name="left" />} onClick={() => void navigate(mappingPath(answer))}>
          {t(importScreenMessages.backToMapping)}
        </Button>
      )}
      {answer.errors_file && (
        <a href={answer.errors_file} download title={t(importScreenMessages.errorsDetail)}>
          <Icon name="download" /> {t(importScreenMessages.errorsFile)}
        </a>
      )}
      {isDone && answer.dry_run && <ImportNow answer={answer} />}
    </div>
  );
}

function UndoMenu({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useLanguage();
  const confirm = useConfirm();
  const ask = (): void =>
    confirm({
      title: t(importScreenMessages.undoAsk),
      detail: t(importScreenMessages.undoDetail),
      action: t(importScreenMessages.undo),
      run: onUndo,
    });
  return (
    <Dropdown menu={{ items: [{ key: "undo", label: t(importScreenMessages.undo) }], onClick: ask }}>
      <QuietButton icon="more" aria-label={t(importScreenMessages.more)} />
    </Dropdown>
  );
}

function Moving({ answer, onCancel }: { readonly answer: ImportAnswer; readonly onCancel: () => void }) {
  const { t } = useLanguage();
  return (
    <div className={styles.importMoving} role="status">
      <Progress percent={Math.round(answer.progress * 100)} status="active" />
      <span className={base.note}>
        {answer.rows.toLocaleString()} / {answer.total.toLocaleString()} · {t(importScreenMessages.canLeave)}
      </span>
      <Button size="small" onClick={onCancel}>
        {t(importScreenMessages.cancel)}
      </Button>
    </div>
  );
}

/** From the dry run to the import itself, with the answers given. */
function ImportNow({ answer }: { readonly answer: ImportAnswer }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const intent = useIntent();
  const start = useMutation({
    mutationFn: (body: { readonly from: string }) => intent.run(body, (key) => startImport(body, key)),
    onSuccess: ({ id }) => navigate(`/imports/${id}`),
  });
  const good = answer.rows - answer.failed;
  const message = answer.failed > 0 ? importScreenMessages.importNowSome : importScreenMessages.importNow;
  return (
    <>
      <ImportProblem error={start.error} />
      <Button
        type="primary"
        disabled={good === 0}
        loading={start.isPending}
        onClick={() => start.mutate({ from: answer.id })}
      >
        {t(message, { count: good.toLocaleString() })}
      </Button>
    </>
  );
}
