import { App, Button } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { newId } from "../../../../ui/data/new-id.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { request } from "../../../../ui/data/request.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { PageHeader } from "../../../../ui/kit/PageHeader.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { type PipelineView, usePipeline } from "../gate-data.ts";
import { OverridesTable } from "./OverridesTable.tsx";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import { RulesEditor } from "./RulesEditor.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { StagesEditor } from "./StagesEditor.tsx";
import { VersionsTable } from "./VersionsTable.tsx";

/** One pipeline: its stages and gates, rules, versions and overrides. Nothing holds before it is published. */
export function PipelineEditor() {
  const { t } = useLanguage();
  const { id = "" } = useParams();
  const { data, isPending, isError, error, refetch } = usePipeline(id);
  if (isPending) return <Skeleton rows={8} />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Editor key={data.id} pipeline={data} backLabel={t(kitTexts.back)} />;
}

function Editor({ pipeline, backLabel }: { readonly pipeline: PipelineView; readonly backLabel: string }) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const object = useObject(pipeline.object);
  const saved: PipelineDraft = pipeline.draft ?? { label: pipeline.label, stages: pipeline.stages, rules: pipeline.rules };
  const [edited, setEdited] = useState<PipelineDraft | null>(null);
  const [tab, setTab] = useState("stages");
  const [publishing, setPublishing] = useState(false);
  const [busy, setBusy] = useState(false);
  const draft = edited ?? saved;

  const send = async (path: string, method: "PATCH" | "POST", body: object): Promise<PipelineView | null> => {
    setBusy(true);
    try {
      const answer = await request<{ data: PipelineView }>(path, { method, body, key: newId() });
      client.setQueryData(["pipeline", pipeline.id], answer.data);
      void client.invalidateQueries({ queryKey: ["pipelines"] });
      return answer.data;
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      const [first] = problem.problem.errors;
      void message.error(first ? `${first.field ?? ""} ${first.message}` : problem.problem.detail, 8);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const save = async (): Promise<boolean> => {
    if (!edited) return true;
    const { create_in, ...rules } = edited.rules;
    const done = await send(`/pipelines/${pipeline.id}`, "PATCH", { ...edited, rules: { ...rules, create_in: create_in ?? null } });
    if (done) setEdited(null);
    return done !== null;
  };
  const saveDraft = async () => (await save()) && void message.success(t(settingsTexts.saved));
  const tabs = [
    { key: "stages", label: t(settingsTexts.stages) },
    { key: "rules", label: t(settingsTexts.rules) },
    { key: "versions", label: t(settingsTexts.versions) },
    { key: "overrides", label: t(settingsTexts.overrides) },
  ];
  if (!object) return null;
  return (
    <div className="page">
      <PageHeader
        title={
          <span className="line">
            <Link className="ghost ghost-square" to=".." relative="path" aria-label={backLabel}>
              <Icon name="left" />
            </Link>
            {of(draft.label, pipeline.name)}
          </span>
        }
        note={
          edited ? t(settingsTexts.unsaved) : pipeline.version === null ? t(settingsTexts.unpublished) : t(settingsTexts.version, { version: pipeline.version })
        }
      >
        {!pipeline.default && pipeline.version !== null && (
          <Ghost onClick={() => void send(`/pipelines/${pipeline.id}`, "PATCH", { default: true })}>{t(settingsTexts.makeDefault)}</Ghost>
        )}
        <Button disabled={!edited} loading={busy} onClick={() => void saveDraft()}>
          {t(settingsTexts.saveDraft)}
        </Button>
        <Button type="primary" disabled={!edited && !pipeline.has_draft} onClick={() => void save().then((done) => done && setPublishing(true))}>
          {t(settingsTexts.publish)}
        </Button>
      </PageHeader>
      <Tabs label={t(settingsTexts.pipelines)} items={tabs} value={tab} onChange={setTab} />
      {tab === "stages" && <StagesEditor object={object} draft={draft} published={pipeline.version === null ? [] : pipeline.stages} onChange={setEdited} />}
      {tab === "rules" && <RulesEditor draft={draft} onChange={setEdited} />}
      {tab === "versions" && <VersionsTable pipeline={pipeline.id} />}
      {tab === "overrides" && <OverridesTable pipeline={pipeline.id} stages={draft.stages} />}
      {publishing && <PublishDialog pipeline={pipeline} onClose={() => setPublishing(false)} />}
    </div>
  );
}
