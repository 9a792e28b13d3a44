import { Checkbox } from "antd";
import { Suspense } from "react";
import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { partOf, type Shape } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { patchRecord, useRecords } from "../../../../ui/data/records.ts";
import { can, useObject } from "../../../../ui/data/objects.ts";
import { idOf, linkId, textValue } from "../../../../ui/data/values.ts";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText, todayText } from "../../../../ui/kit/time-text.ts";
import { useMoved, useTransitions } from "./gate-data.ts";
import { countOpened, useDwellNorms, usePipeline, StageGuidance } from "../../pipeline/client/public.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { ApprovalCard } from "../../approvals/client/public.ts";
import { NextGateCard } from "./NextGateCard.tsx";
import { nextOf } from "./next-stage.ts";
import { DECISIONS } from "./show-decision.ts";
import { useWaitingMove } from "./WaitingMove.tsx";
import * as approvalListStyles from "../../../../ui/kit/approval-list.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as sideCardStyles from "../../../../ui/kit/side-card.module.css";
import * as styles from "./NextGatePanel.module.css";

/** What to do now: what waits for the reader's decision, or what the next gate still asks, the next step, open tasks, then how others do it. */
export function NextGatePanel({ object, record, asOf }: RecordPanelProps) {
  const id = idOf(record);
  const { data: pipeline, isLoading: isPipelineDue } = usePipeline(linkId(partOf(staged, record).pipeline));
  const { data: transitions = [], isLoading: areMovesDue } = useTransitions(object.name, id, asOf === null);
  const { whom, waiting } = useWaitingMove(object.name, id, asOf === null);
  const isViewing = useIsViewing();
  const toDecide = waiting.filter((one) => one.may.decide);
  const next = nextOf(transitions);
  const stage = pipeline?.stages.find((one) => one.name === record[object.stageField ?? ""]);
  const norm = useDwellNorms(pipeline?.id ?? null)?.data.find((one) => one.stage === stage?.name);
  const usual = stage?.type === "open" ? norm?.working_days : null;
  return (
    <>
      {(isPipelineDue || areMovesDue) && <Hold />}
      {toDecide.length > 0 && (
        <Suspense>
          <ul id={DECISIONS} className={`${approvalListStyles.approvalList} ${styles.decisions}`}>
            {toDecide.map((item) => (
              <ApprovalCard key={item.id} item={item} onRecord />
            ))}
          </ul>
        </Suspense>
      )}
      {next && stage && toDecide.length === 0 && (
        <NextGateCard
          key={`${id} ${stage.name} ${next.to}`}
          object={object}
          record={record}
          next={next}
          waitsFor={whom}
          mine={isViewing ? undefined : waiting.find((one) => one.may.withdraw)}
          isLocked={object.isLocked === true}
        />
      )}
      {(!stage || stage.type === "open") && <NextStep record={record} />}
      {asOf === null && <OpenTasks object={object.name} record={record} />}
      {stage && (
        <StageGuidance
          key={stage.name}
          guidance={stage.guidance ?? {}}
          usual={usual?.p50}
          onOpened={(link) =>
            asOf === null &&
            !object.isLocked &&
            pipeline &&
            countOpened(pipeline.id, { stage: stage.name, record: id, ...(link ? { link } : {}) })
          }
        />
      )}
    </>
  );
}

const { next_step, next_at } = opportunity.fields;
const planned = { fields: { next_step, next_at } } as const satisfies Shape;
function NextStep({ record }: { readonly record: Values }) {
  const { t } = useLanguage();
  const { next_step: step, next_at: at } = partOf(planned, record);
  if (!step && !at) return null;
  return (
    <section className={sideCardStyles.sideCard}>
      <h2>{t(gateScreenMessages.nextStep)}</h2>
      <div>{step}</div>
      {at && <time className={base.muted}>{timeText(at)}</time>}
    </section>
  );
}

function OpenTasks({ object, record }: { readonly object: string; readonly record: Values }) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const moved = useMoved();
  const info = useObject("task");
  const regarding = info?.byName["regarding"];
  const id = idOf(record);
  const carries = regarding?.kind === "link" && regarding.targets.includes(object);
  const answer = useRecords(
    "task",
    { filter: `regarding == ${JSON.stringify(id)} && status == "open"`, sort: "due_date", limit: 10 },
    carries,
  );
  const tasks = answer.data?.data ?? [];
  if (!info || !carries) return null;
  const finish = (done: string) => {
    const change = { object: task.name, id: done, values: { status: "done" }, base: { status: "open" } };
    return attempt(() => patchRecord(change, newId()), { onDone: () => moved(object, id) });
  };
  return (
    <section className={sideCardStyles.sideCard}>
      <h2>{t(gateScreenMessages.openTasks)}</h2>
      {answer.isLoading && <Hold />}
      {tasks.length === 0 && <span className={base.muted}>{t(gateScreenMessages.noTasks)}</span>}
      {tasks.map((one) => {
        const { subject, due_date } = partOf(task, one);
        const due = due_date ?? "";
        const late = due !== "" && due < todayText();
        return (
          <div key={idOf(one)} className={styles.taskLine}>
            <Checkbox
              checked={false}
              disabled={!can(info, "update")}
              aria-label={textValue(subject)}
              onChange={() => void finish(idOf(one))}
            />
            <Link className={`${base.grow} ${base.clip}`} to={`/records/task/${idOf(one)}`}>
              {textValue(subject)}
            </Link>
            {due && (
              <time data-late={late || undefined}>
                {late && `${t(gateScreenMessages.overdue)} `}
                {due.slice(5)}
              </time>
            )}
          </div>
        );
      })}
    </section>
  );
}
