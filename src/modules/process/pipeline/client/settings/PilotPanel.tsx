import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { department } from "../../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../../ui/data/new-id.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { joinNames } from "../../../../../shared/i18n/join-texts.ts";
import { call } from "../../../../../ui/data/call.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { Answer } from "../../../../../ui/kit/Answer.tsx";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { Fold } from "../../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { useConfirm } from "../../../../../ui/kit/use-confirm.ts";
import { useSave } from "../../../../../ui/kit/use-save.ts";
import { type PilotComparison, readPilot } from "../../shared/pilot.contract.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { endPilot, startPilot } from "../../shared/pipeline-changes.contract.ts";
import { pilotMessages } from "./pilot.messages.ts";
import { pilotAnswer } from "./pilot-answer.ts";
import { PilotBars } from "./PilotBars.tsx";
import { PilotMatrix } from "./PilotMatrix.tsx";
import { PilotComparisonTable } from "./PilotComparisonTable.tsx";
import * as bannerStyles from "../../../../../ui/kit/banner.module.css";
import * as base from "../../../../../ui/kit/base.module.css";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";

/**
 * A version for some departments only: begun from the draft, compared with the rest, adopted or withdrawn.
 */
export function PilotPanel({
  pipeline,
  isEdited,
}: {
  readonly pipeline: PipelineView;
  readonly isEdited: boolean;
}) {
  const { t } = useLanguage();
  return (
    <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
      <p className={base.muted}>{t(pilotMessages.intro)}</p>
      {pipeline.pilot ? <Running pipeline={pipeline} /> : <Start pipeline={pipeline} isEdited={isEdited} />}
    </div>
  );
}

/** Sends it and shows the pipeline as it is then. */
function useChange(pipeline: PipelineView) {
  const client = useQueryClient();
  const { busy, save } = useSave();
  const send = (change: (key: string) => Promise<{ data: PipelineView }>, done: string) =>
    save(() => change(newId()), {
      told: done,
      onDone: ({ data }) => {
        client.setQueryData(["pipeline", pipeline.id], data);
        for (const key of ["pipelines", "pipeline", "record", "records"])
          void client.invalidateQueries({ queryKey: [key] });
      },
    });
  const params = { id: pipeline.id };
  return {
    busy,
    start: (departments: readonly string[], done: string) =>
      send((key) => call(startPilot, { params, body: { departments }, key }), done),
    end: (adopt: boolean, done: string) =>
      send((key) => call(endPilot, { params, body: { adopt }, key }), done),
  };
}

function Start({ pipeline, isEdited }: { readonly pipeline: PipelineView; readonly isEdited: boolean }) {
  const { t, language } = useLanguage();
  const confirm = useConfirm();
  const { busy, start } = useChange(pipeline);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data } = useRecords("department", { sort: "name", limit: 500 });
  const options = (data?.data ?? []).map((record) => ({
    value: idOf(record),
    label: partOf(department, record).name ?? "",
  }));
  const ask = () =>
    confirm({
      title: t(pilotMessages.startAsk, {
        departments: joinNames(
          options.filter(({ value }) => chosen.includes(value)).map((one) => one.label),
          language,
        ),
      }),
      detail: t(pilotMessages.startDetail),
      action: t(pilotMessages.start),
      isDanger: false,
      run: () => start(chosen, t(pilotMessages.started)),
    });
  if (isEdited || !pipeline.has_draft)
    return (
      <p className={bannerStyles.banner}>{t(isEdited ? pilotMessages.unsaved : pilotMessages.noDraft)}</p>
    );
  return (
    <>
      <Labelled label={t(pilotMessages.departments)} hint={t(pilotMessages.below)}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveWithTab}
            optionFilterProp="label"
            value={[...chosen]}
            onChange={(next: string[]) => setChosen(next)}
            options={options}
          />
        )}
      </Labelled>
      <div className={base.line}>
        <Button type="primary" disabled={chosen.length === 0} loading={busy} onClick={ask}>
          {t(pilotMessages.start)}
        </Button>
      </div>
    </>
  );
}

function Running({ pipeline }: { readonly pipeline: PipelineView }) {
  const { t, language } = useLanguage();
  const { busy, end } = useChange(pipeline);
  const found = useQuery({
    queryKey: ["pipeline", pipeline.id, "pilot"],
    queryFn: async ({ signal }) => (await call(readPilot, { params: { id: pipeline.id }, signal })).data,
  });
  return (
    <QueryResult query={found} small>
      {(data) => (
        <Answer
          clauses={pilotAnswer(data)}
          notes={[
            t(pilotMessages.since, {
              version: data.version,
              departments: joinNames(
                data.departments.map((one) => one.name),
                language,
              ),
              since: timeText(data.since),
            }),
          ]}
          action={<PilotEnd found={data} busy={busy} onEnd={end} />}
        >
          <PilotBars found={data} />
          <PilotMatrix found={data} />
          <Fold title={t(pilotMessages.all)}>
            <PilotComparisonTable found={data} />
          </Fold>
          <p className={base.note}>{t(pilotMessages.definitions, data.during)}</p>
        </Answer>
      )}
    </QueryResult>
  );
}

interface PilotEndProps {
  readonly found: PilotComparison;
  readonly busy: boolean;
  readonly onEnd: (adopt: boolean, done: string) => unknown;
}
/** Both ways to end it, each asked for with how many records it concerns. */
function PilotEnd({ found: { version, sides }, busy, onEnd }: PilotEndProps) {
  const { t } = useLanguage();
  const confirm = useConfirm();
  const adopt = () =>
    confirm({
      title: t(pilotMessages.adoptAsk, { version }),
      ...(sides.others.open
        ? { detail: t(pilotMessages.adoptDetail, { count: sides.others.open.count }) }
        : {}),
      action: t(pilotMessages.adopt),
      isDanger: false,
      run: () => onEnd(true, t(pilotMessages.adopted)),
    });
  const withdraw = () =>
    confirm({
      title: t(pilotMessages.withdrawAsk),
      ...(sides.pilot.open
        ? { detail: t(pilotMessages.withdrawDetail, { count: sides.pilot.open.count }) }
        : {}),
      action: t(pilotMessages.withdraw),
      run: () => onEnd(false, t(pilotMessages.withdrawn)),
    });
  return (
    <>
      <Button type="primary" loading={busy} onClick={adopt}>
        {t(pilotMessages.adopt)}
      </Button>
      <Button disabled={busy} onClick={withdraw}>
        {t(pilotMessages.withdraw)}
      </Button>
    </>
  );
}
