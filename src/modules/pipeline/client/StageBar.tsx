import { App, Button, Tooltip } from "antd";
import { Suspense, useEffect, useRef, useState } from "react";
import type { RecordPanelProps } from "../../../ui/client-module.ts";
import { idOf, linkId, textValue } from "../../../ui/data/values.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { lazily } from "../../../ui/kit/lazily.ts";
import { type Transition, usePipeline, useTransitions, useVisits, type Visit } from "./gate-data.ts";
import { LayerRing } from "./LayerRing.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";
import "./pipeline.css";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

/** Days spent in each stage, all visits together. */
function dwellOf(visits: readonly Visit[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const visit of visits) days.set(visit.stage, (days.get(visit.stage) ?? 0) + visit.working_days);
  return days;
}
/** The open stage that comes next, else the won one. */
export function nextOf(transitions: readonly Transition[]): Transition | undefined {
  const current = transitions.find((one) => one.current);
  if (current?.type !== "open") return undefined;
  const later = transitions.filter((one) => one.order > current.order);
  return later.find((one) => one.type === "open") ?? later.find((one) => one.type === "won") ?? transitions.find((one) => one.type === "won");
}

/** The way of a record through its pipeline: days in each stage, why a stage is shut, and one button onwards. */
export function StageBar({ object, record, asOf }: RecordPanelProps) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const id = idOf(record);
  const stage = textValue(record[object.stageField ?? ""]);
  const pipeline = usePipeline(linkId(record["pipeline"]));
  const transitions = useTransitions(object.name, id, asOf === null).data ?? [];
  const dwell = dwellOf(useVisits(object.name, id).data ?? []);
  const [moving, setMoving] = useState<{ to: string; confirm: boolean } | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: "nearest", inline: "center" }), [stage, pipeline.data]);
  if (!pipeline.data) return null;

  const { stages } = pipeline.data;
  const current = stages.find((one) => one.name === stage);
  const isClosed = current !== undefined && current.type !== "open";
  const shown = stages.filter((one) => one.type === "open" || one.name === stage || !isClosed);
  const next = nextOf(transitions);
  const late = current?.max_dwell !== undefined && current.type === "open" && (dwell.get(stage) ?? 0) > current.max_dwell ? current.max_dwell : null;
  const about = (name: string) => transitions.find((one) => one.to === name);
  return (
    <div className="stage-bar">
      <div className="stage-steps" ref={bar} role="list" aria-label={t(pipelineTexts.stages)}>
        {shown.map((one) => {
          const gate = about(one.name);
          const isCurrent = one.name === stage;
          const days = dwell.get(one.name);
          const why = gate && !isCurrent && !gate.allowed ? gate.unmet.map((item) => item.message) : [];
          return (
            <Tooltip
              key={one.name}
              title={
                why.length > 0 ? (
                  <ul>
                    {why.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                ) : isCurrent && late !== null ? (
                  t(pipelineTexts.standsStill, { days: dwell.get(stage) ?? 0, max: late })
                ) : (
                  ""
                )
              }
            >
              <button
                type="button"
                role="listitem"
                className="stage-step"
                data-type={one.type}
                data-state={isCurrent ? "current" : current && one.type === "open" && one.order < current.order ? "passed" : "ahead"}
                aria-current={isCurrent ? "step" : undefined}
                disabled={isCurrent || asOf !== null}
                onClick={() => setMoving({ to: one.name, confirm: true })}
              >
                <b>
                  {why.length > 0 && <Icon name="lock" size={11} />}
                  {isCurrent && late !== null && <Icon name="warning" size={12} />}
                  <span className="clip">{of(one.label, one.name)}</span>
                </b>
                {days !== undefined && <small>{t(pipelineTexts.daysHere, { days })}</small>}
              </button>
            </Tooltip>
          );
        })}
      </div>
      {next && next.layers.length > 0 && <LayerRing layers={next.layers} />}
      {next && asOf === null && (
        <Button type="primary" icon={<Icon name={next.allowed ? "right" : "lock"} />} onClick={() => setMoving({ to: next.to, confirm: false })}>
          {t(pipelineTexts.advanceTo, { stage: of(next.label, next.to) })}
        </Button>
      )}
      {moving && (
        <Suspense>
          <GateDialog
            key={moving.to}
            object={object}
            record={record}
            to={moving.to}
            confirm={moving.confirm}
            onDone={(outcome) => {
              setMoving(null);
              if (outcome === "moved") void message.success(t(pipelineTexts.moved, { stage: of(about(moving.to)?.label, moving.to) }));
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
