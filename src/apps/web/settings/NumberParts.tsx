import { Select, Switch } from "antd";
import { formatNumber, numberProblem } from "../../../shared/metadata/number-format.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import type { PartsProps } from "./KindParts.tsx";
import { numberMessages as texts } from "./number.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

const EXAMPLE_DAY = "2026-11-30";
const PERIODS = ["", "year", "month", "day"] as const;

/** How records are numbered: the form of a number, when counting begins anew, and whether a number may be left out. */
export function NumberParts({ draft, set }: PartsProps) {
  const { t } = useLanguage();
  const numbered = { format: draft.format, by_department: draft.byDepartment, ...(draft.period ? { period: draft.period } : {}) };
  const problem = draft.format ? numberProblem(numbered) : null;
  const example = formatNumber(draft.format, 1, EXAMPLE_DAY, "HD");
  const hint = !draft.format ? t(settingsTexts.numberFormatHint) : problem ? t(texts[problem]) : t(texts.example, { example });
  return (
    <>
      <TextField label={t(settingsTexts.numberFormat)} required code value={draft.format} onChange={(format) => set({ format })} hint={hint} />
      <p className="muted">{t(texts.tokens)}</p>
      <Labelled label={t(texts.period)}>
        {({ id }) => (
          <Select<(typeof PERIODS)[number]>
            id={id}
            value={draft.period}
            options={PERIODS.map((value) => ({ value, label: t(texts[value === "" ? "never" : value]) }))}
            onChange={(period) => set({ period })}
          />
        )}
      </Labelled>
      <label className="line">
        <Switch size="small" checked={draft.byDepartment} onChange={(byDepartment) => set({ byDepartment })} />
        <span>{t(texts.byDepartment)}</span>
      </label>
      <label className="line">
        <Switch size="small" checked={draft.gapless} onChange={(gapless) => set({ gapless })} />
        <span>{t(texts.gapless)}</span>
      </label>
    </>
  );
}
