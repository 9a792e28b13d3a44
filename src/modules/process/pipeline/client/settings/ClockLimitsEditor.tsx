import { CLOCKS, type Clock } from "../../../../../shared/metadata/clock-fields.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import type { StageBasicsProps } from "./StageBasics.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as styles from "./ClockLimitsEditor.module.css";

const CLOCK_NAMES = {
  dwell: pipelineSettingsMessages.clock_dwell,
  idle: pipelineSettingsMessages.clock_idle,
  slip: pipelineSettingsMessages.clock_slip,
} as const;
const LEVEL_NAMES = {
  amber: pipelineSettingsMessages.amberAfter,
  red: pipelineSettingsMessages.redAfter,
} as const;
const LEVELS = ["amber", "red"] as const;

/** From when on each clock of a stage is amber and red; what is left empty follows won records. */
export function ClockLimitsEditor({ stage, onChange }: StageBasicsProps) {
  const { t } = useLanguage();
  const set = (clock: Clock, level: (typeof LEVELS)[number], days: number | null) =>
    onChange({ ...stage, clocks: withLimit(stage.clocks, clock, level, days) });
  return (
    <Labelled wide label={t(pipelineSettingsMessages.clocks)} hint={t(pipelineSettingsMessages.clocksHint)}>
      {({ describedBy }) => (
        <div className={styles.clockLimits} role="group" aria-describedby={describedBy}>
          {CLOCKS.map((clock) => (
            <div key={clock} className={styles.clockLimit}>
              <span>{t(CLOCK_NAMES[clock])}</span>
              {LEVELS.map((level) => (
                <NumberField
                  key={level}
                  label={`${t(CLOCK_NAMES[clock])} · ${t(LEVEL_NAMES[level])}`}
                  placeholder={t(LEVEL_NAMES[level])}
                  min={0}
                  max={3650}
                  value={stage.clocks?.[clock]?.[level] ?? null}
                  onChange={(days) => set(clock, level, days)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </Labelled>
  );
}

/** Without the clocks that nothing is set of. */
function withLimit(
  clocks: Stage["clocks"],
  clock: Clock,
  level: (typeof LEVELS)[number],
  days: number | null,
): Stage["clocks"] {
  const { [level]: _before, ...others } = clocks?.[clock] ?? {};
  const limit = days === null ? others : { ...others, [level]: days };
  const { [clock]: _old, ...rest } = clocks ?? {};
  const next = Object.keys(limit).length > 0 ? { ...rest, [clock]: limit } : rest;
  return Object.keys(next).length > 0 ? next : undefined;
}
