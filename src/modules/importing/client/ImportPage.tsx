import { useMutation } from "@tanstack/react-query";
import { Button, Popconfirm, Progress } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { useIntent } from "../../../ui/data/intent.ts";
import { useObject } from "../../../ui/data/objects.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { ImportCounts } from "./ImportCounts.tsx";
import { ImportProblem } from "./ImportProblem.tsx";
import { ImportStatus } from "./ImportStatus.tsx";
import { startImport, useImport, useImportAction } from "./import-data.ts";
import { texts } from "./importing.messages.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { UndoReport } from "./UndoReport.tsx";
import "./importing.css";

/** One import, running or done: it can be left and found again. */
export function ImportPage() {
  const id = useParams()["id"] ?? "";
  const { data, error, refetch } = useImport(id);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  return <ImportView key={id} answer={data} />;
}

function ImportView({ answer }: { readonly answer: ImportAnswer }) {
  const { t, of } = useLanguage();
  const object = useObject(answer.object);
  const action = useImportAction(answer.id);
  const isMoving = answer.status === "queued" || answer.status === "running";
  const isDryDone = answer.dry_run && answer.status === "done";
  return (
    <div className="page">
      <PageHeader icon="upload" title={object ? t(texts.importTitle, { object: of(object.plural, object.name) }) : t(texts.imports)}>
        <ImportStatus answer={answer} />
      </PageHeader>
      <div className="page-body import-page">
        <ImportProblem error={action.error} />
        {answer.error && (
          <div className="banner banner-danger" role="alert">
            {answer.error.message}
          </div>
        )}
        {isMoving && <Moving answer={answer} onCancel={() => action.mutate({ action: "cancel" })} />}
        <p className="note">{answer.file_name}</p>
        <h2>{answer.dry_run ? t(texts.wouldHappen) : t(texts.happened)}</h2>
        <ImportCounts answer={answer} />
        {answer.undo && <UndoReport undo={answer.undo} />}
        {!isMoving && answer.status === "done" && answer.questions.length > 0 && (
          <QuestionList
            questions={answer.questions}
            isSending={action.isPending}
            onAnswer={(answers) => action.mutate({ action: "answers", body: { answers } })}
          />
        )}
        <div className="import-foot">
          {answer.errors_file && (
            <a href={answer.errors_file} download title={t(texts.errorsDetail)}>
              <Icon name="download" /> {t(texts.errorsFile)}
            </a>
          )}
          {answer.undoable && (
            <Popconfirm
              title={t(texts.undoAsk)}
              description={<div className="import-ask">{t(texts.undoDetail)}</div>}
              onConfirm={() => action.mutate({ action: "undo" })}
            >
              <Button danger loading={action.isPending}>
                {t(texts.undo)}
              </Button>
            </Popconfirm>
          )}
          {!answer.dry_run && !isMoving && object && (
            <Link to={`/records/${object.name}`}>{t(texts.openList, { object: of(object.plural, object.name) })}</Link>
          )}
          {isDryDone && <ImportNow answer={answer} />}
        </div>
        {answer.preview.length > 0 && object && <PreviewTable object={object} rows={answer.preview} />}
      </div>
    </div>
  );
}

function Moving({ answer, onCancel }: { readonly answer: ImportAnswer; readonly onCancel: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="import-moving" role="status">
      <Progress percent={Math.round(answer.progress * 100)} status="active" />
      <span className="note">
        {answer.rows.toLocaleString()} / {answer.total.toLocaleString()} · {t(texts.canLeave)}
      </span>
      <Button size="small" onClick={onCancel}>
        {t(texts.cancel)}
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
    mutationFn: (body: object) => intent.run(body, (key) => startImport(body, key)),
    onSuccess: ({ id }) => navigate(`/imports/${id}`),
  });
  const good = answer.rows - answer.failed;
  const message = answer.failed > 0 ? texts.importNowSome : texts.importNow;
  return (
    <>
      <ImportProblem error={start.error} />
      <Button type="primary" disabled={good === 0} loading={start.isPending} onClick={() => start.mutate({ from: answer.id })}>
        {t(message, { count: good.toLocaleString() })}
      </Button>
    </>
  );
}
