import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { differences } from "./pipeline-edits.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as diffListStyles from "../../../../../ui/kit/diff-list.module.css";

const PART_WORDS: Readonly<Partial<Record<keyof Stage, (typeof pipelineSettingsMessages)["entry"]>>> = {
  label: pipelineSettingsMessages.stageLabel,
  type: pipelineSettingsMessages.type,
  order: pipelineSettingsMessages.order,
  probability: pipelineSettingsMessages.probability,
  forecast_category: pipelineSettingsMessages.forecast,
  owner_role: pipelineSettingsMessages.ownerRole,
  max_dwell: pipelineSettingsMessages.maxDwell,
  clocks: pipelineSettingsMessages.clocks,
  guidance: pipelineSettingsMessages.guidance,
  entry: pipelineSettingsMessages.entry,
  exit: pipelineSettingsMessages.exit,
  on_enter: pipelineSettingsMessages.onEnter,
  on_exit: pipelineSettingsMessages.onExit,
  layers: pipelineSettingsMessages.layers,
  movers: pipelineSettingsMessages.movers,
  editors: pipelineSettingsMessages.editors,
};

/** How one version differs from the one before, in words. */
export function DifferenceList({
  before,
  after,
  rulesChanged,
}: {
  readonly before: readonly Stage[];
  readonly after: readonly Stage[];
  readonly rulesChanged: boolean;
}) {
  const { t, of } = useLanguage();
  const list = differences(before, after);
  if (list.length === 0 && !rulesChanged)
    return <p className={base.muted}>{t(pipelineSettingsMessages.noChanges)}</p>;
  const words = {
    added: pipelineSettingsMessages.stageAdded,
    removed: pipelineSettingsMessages.stageRemoved,
    changed: pipelineSettingsMessages.stageChanged,
  };
  return (
    <ul className={diffListStyles.diffList}>
      {list.map(({ kind, stage, parts }) => (
        <li key={stage.name}>
          {t(words[kind], {
            stage: of(stage.label, stage.name),
            parts: parts.map((part) => t(PART_WORDS[part] ?? pipelineSettingsMessages.basics)).join(" · "),
          })}
        </li>
      ))}
      {rulesChanged && <li>{t(pipelineSettingsMessages.rulesChanged)}</li>}
    </ul>
  );
}
