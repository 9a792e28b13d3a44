import { useQueryClient } from "@tanstack/react-query";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import type { HandedTaskDetail } from "../shared/collaboration.contract.ts";
import { HANDED, useHandedTask } from "./collaboration-data.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import { TaskLine } from "./TaskLine.tsx";
import { HandedComments } from "./HandedComments.tsx";
import { ResultForm } from "./ResultForm.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HandedTaskView.module.css";

interface HandedTaskViewProps {
  readonly id: string;
  readonly onBack: () => void;
}
/** One task: what is to be done, what was opened for it, the result and what is said about it. */
export function HandedTaskView({ id, onBack }: HandedTaskViewProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: HANDED });
  return (
    <>
      <div>
        <QuietButton onClick={onBack}>
          <Icon name="left" size={14} /> {t(collaborationScreenMessages.back)}
        </QuietButton>
      </div>
      <QueryResult query={useHandedTask(id)}>
        {(detail) => (
          <>
            <div>
              <h1 className={styles.title}>{detail.task.subject}</h1>
              <TaskLine task={detail.task} />
            </div>
            {detail.description && <p className={styles.words}>{detail.description}</p>}
            <Opened facts={detail.facts} />
            <ResultForm detail={detail} onChanged={changed} />
            <HandedComments detail={detail} onChanged={changed} />
          </>
        )}
      </QueryResult>
    </>
  );
}

function Opened({ facts }: Pick<HandedTaskDetail, "facts">) {
  const { t } = useLanguage();
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{t(collaborationScreenMessages.about)}</h2>
      <dl className={`${base.card} ${styles.facts}`}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
