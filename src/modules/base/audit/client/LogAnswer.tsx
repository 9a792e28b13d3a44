import { useMe } from "../../../../ui/data/session.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { DayBars } from "../../../../ui/charts/DayBars.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Skeleton } from "../../../../ui/kit/States.tsx";
import { shortDay } from "../../../../ui/kit/time-text.ts";
import type { ChangeFilter, LogDay, SealState } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { auditAnswer, sealAnswer } from "./audit-answer.ts";
import { useLogDays } from "./audit-data.ts";
import { daysOf, momentsOf } from "./log-period.ts";
import { CheckResult, NewestSeal } from "./SealCheck.tsx";
import { useSealCheck } from "./use-seal-check.tsx";

export interface LogAnswerProps {
  readonly seals: SealState;
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}
/** What happened today, or on the day that is chosen, and the days beside it to choose from. */
export function LogAnswer({ seals, filter, onChange }: LogAnswerProps) {
  const { t } = useLanguage();
  const { zone } = useMe().company;
  const { from, to, ...byWhat } = filter;
  const found = useLogDays(byWhat);
  const check = useSealCheck();
  const days = found.data;
  if (!days && !found.isError) return <Skeleton rows={3} />;
  const today = days?.at(-1);
  const [first, last] = daysOf(zone, { from, to }) ?? [];
  const chosen = first !== undefined && first === last ? first : null;
  const told = chosen === null ? today : days?.find(({ day }) => day === chosen);
  const isNarrowed = Object.values(byWhat).some((value) => value !== undefined);
  const named = told && { ...told, day: shortDay(told.day) };
  return (
    <Answer
      clauses={named ? auditAnswer(named, told === today, seals.changes) : sealAnswer(seals.changes)}
      action={check.button}
      notes={[
        ...(isNarrowed && told ? [t(auditScreenMessages.onlyFiltered)] : []),
        ...(seals.newest ? [<NewestSeal key="newest" newest={seals.newest} />] : []),
      ]}
    >
      {check.answer && <CheckResult answer={check.answer} />}
      {check.failure}
      {days && (
        <LogDays
          days={days}
          chosen={chosen}
          onChoose={(day) => onChange({ ...byWhat, ...momentsOf(zone, day === null ? null : [day, day]) })}
        />
      )}
    </Answer>
  );
}

interface LogDaysProps {
  readonly days: readonly LogDay[];
  readonly chosen: string | null;
  readonly onChoose: (day: string | null) => void;
}
function LogDays({ days, chosen, onChoose }: LogDaysProps) {
  const { t } = useLanguage();
  const ends = [0, Math.floor(days.length / 2), days.length - 1];
  return (
    <DayBars
      label={t(auditScreenMessages.byDay)}
      chosen={chosen}
      onChoose={onChoose}
      bars={days.map(({ day, changes }, at) => ({
        day,
        value: changes,
        title: t(auditScreenMessages.dayChanges, { day: shortDay(day), count: changes.toLocaleString() }),
        mark: day === chosen || ends.includes(at) ? shortDay(day) : undefined,
      }))}
    />
  );
}
