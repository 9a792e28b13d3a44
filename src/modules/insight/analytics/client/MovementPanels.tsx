import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import { movementMessages } from "./movement.messages.ts";
import type { MovementState } from "./movement-state.ts";
import { MovementChart } from "./MovementChart.tsx";
import { MovementHead } from "./MovementHead.tsx";
import { MovementGroups, MovementSteps } from "./MovementTables.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export interface MovementPanelsProps {
  readonly answer: MovementAnswer;
  readonly state: MovementState;
  readonly change: (change: Partial<MovementState>) => void;
  readonly object: ObjectInfo;
  readonly pipeline: PipelineInfo;
}
/** The waterfall with its steps, and the same by group. */
export function MovementPanels({ answer, state, change, object, pipeline }: MovementPanelsProps) {
  const { t } = useLanguage();
  return (
    <>
      <MovementHead answer={answer} />
      <InsightPanel
        title={t(movementMessages.waterfall)}
        metric="movement"
        chart={<MovementChart movement={answer} measure={state.measure} />}
        table={<MovementSteps movement={answer} />}
      >
        <MovementNotes answer={answer} />
      </InsightPanel>
      {answer.groups && (
        <InsightPanel
          title={t(movementMessages.groups)}
          metric="movement"
          table={
            <MovementGroups
              answer={answer}
              by={state.by}
              measure={state.measure}
              object={object}
              pipeline={pipeline}
              change={change}
            />
          }
        />
      )}
    </>
  );
}

/** That it adds up, in what money it is counted, and whose records it leaves out. */
function MovementNotes({ answer }: { readonly answer: MovementAnswer }) {
  const { t } = useLanguage();
  const sum = answer.end.amount;
  return (
    <div className={insightStyles.insightNotes}>
      <span className={base.line}>
        <Icon name="check" size={13} />
        {t(movementMessages.balanced)}
      </span>
      {sum?.mixed && (
        <span>{t(movementMessages.mixed, { currency: sum.currency, date: sum.rate_date ?? "" })}</span>
      )}
      {answer.sight === "own" && (
        <span className={base.line}>
          <Icon name="info" size={13} />
          {t(movementMessages.ownSight)}
        </span>
      )}
    </div>
  );
}
