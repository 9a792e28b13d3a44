import { useMoneyUnit } from "../../field/money-unit.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { MoneyUnit } from "../../kit/money-text.ts";
import { recordTexts } from "../record.messages.ts";

const UNITS: readonly { unit: MoneyUnit; label: (typeof kitTexts)["wan"] }[] = [
  { unit: "one", label: kitTexts.yuan },
  { unit: "wan", label: kitTexts.wan },
  { unit: "yi", label: kitTexts.yi },
];
/** In which unit amounts are shown. */
export function UnitSwitch() {
  const { t } = useLanguage();
  const [unit, setUnit] = useMoneyUnit();
  return (
    <div className="segmented wide-only" role="group" aria-label={t(recordTexts.unitLabel)}>
      {UNITS.map((one) => (
        <Ghost
          key={one.unit}
          on={unit === one.unit}
          aria-pressed={unit === one.unit}
          onClick={() => setUnit(one.unit)}
        >
          {t(one.label)}
        </Ghost>
      ))}
    </div>
  );
}
