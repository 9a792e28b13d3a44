import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ViewingBar } from "../../../base/permissions/client/public.ts";
import { ME, signOut, useMe } from "../../../../ui/data/session.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Mark } from "../../../../ui/kit/Mark.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { usePageTitle } from "../../../../ui/kit/use-page-title.ts";
import { useHandedTasks } from "./collaboration-data.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";
import { TaskLine } from "./TaskLine.tsx";
import { HandedTaskView } from "./HandedTaskView.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./CollaboratorPage.module.css";

/** All that there is for a colleague without roles: the tasks handed to them. */
export function CollaboratorPage() {
  const { t } = useLanguage();
  usePageTitle(t(collaborationScreenMessages.mine));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className={styles.frame}>
      <ViewingBar />
      <Head />
      <main className={styles.main}>
        {open === null ? (
          <>
            <h1>{t(collaborationScreenMessages.mine)}</h1>
            <Tasks onOpen={setOpen} />
          </>
        ) : (
          <HandedTaskView id={open} onBack={() => setOpen(null)} />
        )}
      </main>
    </div>
  );
}

function Head() {
  const { t, language, setLanguage } = useLanguage();
  const { user, company, viewing } = useMe();
  const client = useQueryClient();
  const attempt = useAttempt();
  const leave = () => attempt(signOut, { onDone: () => client.resetQueries({ queryKey: ME }) });
  return (
    <header className={styles.head}>
      <Mark size={22} />
      <span className={`${base.grow} ${base.clip}`}>{company.name}</span>
      <span className={`${base.muted} ${base.clip}`}>{user.name}</span>
      <QuietButton onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>
        {t(collaborationScreenMessages.otherLanguage)}
      </QuietButton>
      {!viewing && (
        <QuietButton onClick={() => void leave()}>
          <Icon name="logout" size={14} /> {t(collaborationScreenMessages.signOut)}
        </QuietButton>
      )}
    </header>
  );
}

function Tasks({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useLanguage();
  return (
    <QueryResult query={useHandedTasks()}>
      {(tasks) =>
        tasks.length === 0 ? (
          <Empty
            icon="check-square"
            title={t(collaborationScreenMessages.none)}
            detail={t(collaborationScreenMessages.noneDetail)}
          />
        ) : (
          <ul className={`${base.card} ${styles.tasks}`}>
            {tasks.map((task) => (
              <li key={task.id}>
                <button
                  type="button"
                  className={`${base.plain} ${styles.task}`}
                  onClick={() => onOpen(task.id)}
                >
                  <strong>{task.subject}</strong>
                  <TaskLine task={task} />
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </QueryResult>
  );
}
