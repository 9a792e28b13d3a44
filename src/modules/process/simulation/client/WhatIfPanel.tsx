import { Button, Segmented } from "antd";
import { useState } from "react";
import type { PagePartProps } from "../../../../ui/slots/pages.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { call } from "../../../../ui/data/call.ts";
import { type Days, DaysPicker, lastDays } from "../../../../ui/kit/DayPicker.tsx";
import { daysBetween } from "../../../../shared/time/dates.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { readSimulation, type Simulation, simulatePipeline } from "../shared/simulation.contract.ts";
import { usePipeline, ProblemList } from "../../pipeline/client/public.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import { WhatIfResult } from "./WhatIfResult.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as paneStyles from "../../../../ui/kit/pane.module.css";
import * as styles from "./WhatIfPanel.module.css";

const PERIODS = [
  ["30", whatIfMessages.last30],
  ["90", whatIfMessages.last90],
  ["365", whatIfMessages.last365],
] as const;

/** Choose a period, replay it through the draft, see what it would have stopped. */
export function WhatIfPanel({ id, isEdited, onFault }: PagePartProps) {
  const { t } = useLanguage();
  const [range, setRange] = useState<Days>(() => lastDays(90));
  const pipeline = usePipeline(id).data;
  const replay = useReplay(id);
  const days = String(daysBetween(...range) + 1);
  const note = isEdited ? whatIfMessages.unsaved : pipeline?.has_draft ? null : whatIfMessages.noDraft;
  return (
    <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
      <p className={base.muted}>{t(whatIfMessages.intro)}</p>
      {note && <p className={bannerStyles.banner}>{t(note)}</p>}
      <div className={`${base.line} ${styles.whatIfControls}`}>
        <Segmented
          value={days}
          options={PERIODS.map(([value, text]) => ({ value, label: t(text) }))}
          onChange={(count) => setRange(lastDays(Number(count)))}
        />
        <DaysPicker label={t(whatIfMessages.period)} value={range} onChange={setRange} />
        <Button type="primary" loading={replay.busy} onClick={() => void replay.start(...range)}>
          {t(whatIfMessages.run)}
        </Button>
      </div>
      {replay.hasFailed && (
        <p className={`${bannerStyles.banner} ${bannerStyles.bannerDanger}`} role="alert">
          {t(whatIfMessages.failed)}
        </p>
      )}
      {replay.error !== null &&
        (isFaulty(replay.error) ? (
          <ProblemList problems={replay.error.problem.errors} onGo={onFault} />
        ) : (
          <Failure error={replay.error} small />
        ))}
      {replay.busy && <Skeleton rows={5} />}
      {replay.waits && <p className={base.muted}>{t(whatIfMessages.running)}</p>}
      {pipeline && replay.found && !replay.busy && <WhatIfResult pipeline={pipeline} found={replay.found} />}
    </div>
  );
}

/** A draft that cannot be replayed, as something in it is wrong: that is said like on publishing. */
const isFaulty = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === "bad_definition";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks for a replay; one that became a job is asked after until it is done. */
function useReplay(pipeline: string) {
  const [found, setFound] = useState<Simulation | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [state, setState] = useState<"idle" | "asking" | "waiting">("idle");
  const start = async (from: string, to: string): Promise<void> => {
    setState("asking");
    setError(null);
    setHasFailed(false);
    try {
      const answer = await call(simulatePipeline, {
        params: { id: pipeline },
        body: { from, to },
        key: newId(),
      });
      if ("data" in answer) setFound(answer.data);
      else {
        setState("waiting");
        const waited = await awaited(pipeline, answer.id);
        setFound(waited);
        setHasFailed(waited === null);
      }
    } catch (problem) {
      setError(problem);
    }
    setState("idle");
  };
  return { found, error, hasFailed, busy: state !== "idle", waits: state === "waiting", start };
}

/** The answer of a run, once it is there; null: the run has failed. */
async function awaited(pipeline: string, id: string): Promise<Simulation | null> {
  for (;;) {
    await pause(1000);
    const run = await call(readSimulation, { params: { id: pipeline, run: id } });
    if (run.status === "failed") return null;
    if (run.data) return run.data;
  }
}
