import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { differences } from "./pipeline-edits.ts";
import { settingsTexts } from "./settings.messages.ts";

const PART_WORDS: Readonly<Partial<Record<keyof Stage, (typeof settingsTexts)["entry"]>>> = {
  label: settingsTexts.stageLabel,
  type: settingsTexts.type,
  order: settingsTexts.order,
  probability: settingsTexts.probability,
  forecast_category: settingsTexts.forecast,
  owner_role: settingsTexts.ownerRole,
  max_dwell: settingsTexts.maxDwell,
  clocks: settingsTexts.clocks,
  guidance: settingsTexts.guidance,
  entry: settingsTexts.entry,
  exit: settingsTexts.exit,
  on_enter: settingsTexts.onEnter,
  on_exit: settingsTexts.onExit,
  layers: settingsTexts.layers,
  movers: settingsTexts.movers,
  editors: settingsTexts.editors,
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
  if (list.length === 0 && !rulesChanged) return <p className="muted">{t(settingsTexts.noChanges)}</p>;
  const words = {
    added: settingsTexts.stageAdded,
    removed: settingsTexts.stageRemoved,
    changed: settingsTexts.stageChanged,
  };
  return (
    <ul className="diff-list">
      {list.map(({ kind, stage, parts }) => (
        <li key={stage.name}>
          {t(words[kind], {
            stage: of(stage.label, stage.name),
            parts: parts.map((part) => t(PART_WORDS[part] ?? settingsTexts.basics)).join(" · "),
          })}
        </li>
      ))}
      {rulesChanged && <li>{t(settingsTexts.rulesChanged)}</li>}
    </ul>
  );
}
