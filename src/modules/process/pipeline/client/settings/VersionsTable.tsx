import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { listVersions, type VersionRow } from "../../shared/versions.contract.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { DifferenceList } from "./DifferenceList.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";

/** What was published when and by whom, each with how it differs from the one before. */
export function VersionsTable({ pipeline: view }: { readonly pipeline: PipelineView }) {
  const { t } = useLanguage();
  const pipeline = view.id;
  const [restoring, setRestoring] = useState<VersionRow | null>(null);
  const found = useQuery({
    queryKey: ["pipeline", pipeline, "versions"],
    queryFn: async ({ signal }) => (await call(listVersions, { params: { id: pipeline }, signal })).data,
  });
  return (
    <QueryResult query={found} rows={4}>
      {(data) => {
        if (data.length === 0)
          return <Empty icon="history" title={t(pipelineSettingsMessages.unpublished)} small />;
        return (
          <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
            {data.map((version, index) => {
              const earlier = data[index + 1]?.definition;
              return (
                <section
                  key={version.number}
                  className={editorStyles.criterionCard}
                  data-part="criterion-card"
                >
                  <header>
                    <span className={base.grow}>
                      {t(pipelineSettingsMessages.version, { version: version.number })}
                    </span>
                    <span className={base.muted}>
                      {version.created_by_name} {timeText(version.created_at)}
                    </span>
                    {version.number !== view.version && (
                      <QuietButton icon="history" onClick={() => setRestoring(version)}>
                        {t(pipelineSettingsMessages.rollback)}
                      </QuietButton>
                    )}
                  </header>
                  <DifferenceList
                    before={earlier?.stages ?? []}
                    after={version.definition.stages}
                    object={view.object}
                    rulesBefore={earlier?.rules}
                    rulesAfter={version.definition.rules}
                  />
                </section>
              );
            })}
            {restoring && (
              <PublishDialog pipeline={view} earlier={restoring} onClose={() => setRestoring(null)} />
            )}
          </div>
        );
      }}
    </QueryResult>
  );
}
