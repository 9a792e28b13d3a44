import { Button } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useObjects } from "../../../../../ui/data/objects.ts";
import { call } from "../../../../../ui/data/call.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { listPipelines, type PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { NewPipelineDialog } from "./NewPipelineDialog.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../../ui/kit/chip.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";
import * as styles from "./PipelineList.module.css";

/** Every pipeline of every object. */
export function PipelineList() {
  const { t } = useLanguage();
  const [creating, setCreating] = useState(false);
  const found = useQuery({
    queryKey: ["pipelines", "*"],
    queryFn: async ({ signal }) => (await call(listPipelines, { query: { drafts: "true" }, signal })).data,
  });
  return (
    <Page
      title={t(pipelineSettingsMessages.pipelines)}
      icon="pipeline"
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
          {t(pipelineSettingsMessages.newPipeline)}
        </Button>
      }
    >
      <QueryResult query={found} rows={6}>
        {(data) =>
          data.length === 0 ? (
            <Empty
              icon="pipeline"
              title={t(pipelineSettingsMessages.noPipelines)}
              detail={t(pipelineSettingsMessages.noPipelinesDetail)}
            />
          ) : (
            <div className={editorStyles.pipelineCards}>
              {data.map((pipeline) => (
                <PipelineCard key={pipeline.id} pipeline={pipeline} />
              ))}
            </div>
          )
        }
      </QueryResult>
      {creating && <NewPipelineDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function PipelineCard({ pipeline }: { readonly pipeline: PipelineView }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  return (
    <Link className={`${base.card} ${editorStyles.pipelineCard}`} data-part="pipeline-card" to={pipeline.id}>
      <div className={base.line}>
        <b className={`${base.grow} ${base.clip}`}>{of(pipeline.label, pipeline.name)}</b>
        {pipeline.default && (
          <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
            {t(pipelineSettingsMessages.isDefault)}
          </span>
        )}
      </div>
      <div className={styles.pipelineMini} aria-hidden>
        {pipeline.stages.map((stage) => (
          <i key={stage.name} data-type={stage.type} />
        ))}
      </div>
      <div className={`${base.line} ${base.muted}`}>
        <span>{of(objects.get(pipeline.object)?.label, pipeline.object)}</span>
        <span>{t(pipelineSettingsMessages.stagesCount, { count: pipeline.stages.length })}</span>
        <span>
          {pipeline.version === null
            ? t(pipelineSettingsMessages.unpublished)
            : t(pipelineSettingsMessages.version, { version: pipeline.version })}
        </span>
        {pipeline.has_draft && pipeline.version !== null && <span>{t(pipelineSettingsMessages.draft)}</span>}
      </div>
    </Link>
  );
}
