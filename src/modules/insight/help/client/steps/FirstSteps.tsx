import { useEffect } from "react";
import { useIsViewing, useMe } from "../../../../../ui/data/session.ts";
import { HomePanel } from "../../../../../ui/kit/HomePanel.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { roleOf } from "../tour/role-of.ts";
import { useToursTaken } from "../tour/tours-taken.ts";
import { useHelpActions } from "../use-help-actions.ts";
import { useFirstSteps, useStepsShown } from "./first-steps-data.ts";
import { wordsOf } from "./step-words.ts";
import { StepLine } from "./StepLine.tsx";
import { stepTexts } from "./steps.messages.ts";
import * as styles from "./FirstSteps.module.css";

/**
 * What somebody new does first, ticked by what the records say. It goes by itself once all is done, or when
 * it is hidden, and comes back from the help menu.
 */
export function FirstSteps() {
  const { t } = useLanguage();
  const [shown, show] = useStepsShown();
  const isViewing = useIsViewing();
  const isWanted = shown !== "off" && !isViewing;
  const { data } = useFirstSteps(isWanted);
  const me = useMe();
  const tour = useHelpActions().find(({ key }) => key === "tour");
  const [taken] = useToursTaken();
  const left = data?.steps.filter(({ done }) => !done).length ?? 0;
  const isOver = data !== undefined && left === 0 && !data.demo?.job && shown === "auto";
  useEffect(() => {
    // Nothing is asked any more by those who have long begun.
    if (isOver) show("off");
  }, [isOver, show]);
  if (!isWanted || !data || isOver || data.steps.length === 0) return null;
  return (
    <HomePanel
      title={t(stepTexts.title)}
      note={left > 0 ? t(stepTexts.left, { count: left }) : t(stepTexts.allDone)}
      action={
        <>
          {tour && !taken[roleOf(me)] && (
            <QuietButton icon="flag" onClick={tour.run}>
              {tour.text}
            </QuietButton>
          )}
          <QuietButton icon="close" aria-label={t(stepTexts.dismiss)} onClick={() => show("off")} />
        </>
      }
      {...(styles.card ? { className: styles.card } : {})}
    >
      <ol className={styles.steps}>
        {data.steps.map(({ name, done }, at) => (
          <StepLine
            key={name}
            number={at + 1}
            words={wordsOf(name, data.demo)}
            isDone={done && !(name === "demo" && data.demo?.job)}
            job={name === "demo" ? (data.demo?.job ?? null) : null}
          />
        ))}
      </ol>
    </HomePanel>
  );
}
