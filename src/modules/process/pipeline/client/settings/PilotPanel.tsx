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
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { useSave } from "../../../../../ui/kit/use-save.ts";
import { readPilot } from "../../shared/pilot.contract.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { endPilot, startPilot } from "../../shared/pipeline-changes.contract.ts";
import { pilotMessages } from "./pilot.messages.ts";
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
  const { t } = useLanguage();
  const { busy, start } = useChange(pipeline);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data } = useRecords("department", { sort: "name", limit: 500 });
  const options = (data?.data ?? []).map((record) => ({
    value: idOf(record),
    label: partOf(department, record).name ?? "",
  }));
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
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => void start(chosen, t(pilotMessages.started))}
        >
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
        <>
          <p>
            {t(pilotMessages.since, {
              version: data.version,
              departments: joinNames(
                data.departments.map((one) => one.name),
                language,
              ),
              since: timeText(data.since),
            })}
          </p>
          <PilotComparisonTable found={data} />
          <p className={base.note}>{t(pilotMessages.definitions, data.during)}</p>
          <div className={base.line}>
            <Button type="primary" loading={busy} onClick={() => void end(true, t(pilotMessages.adopted))}>
              {t(pilotMessages.adopt)}
            </Button>
            <Button loading={busy} onClick={() => void end(false, t(pilotMessages.withdrawn))}>
              {t(pilotMessages.withdraw)}
            </Button>
          </div>
        </>
      )}
    </QueryResult>
  );
}
