import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import type { HomeScope } from "../../../../../ui/slots/home-tiles.ts";
import { dayMessages } from "./day.messages.ts";
import { Postpone } from "./Postpone.tsx";
import { usePostponeAll } from "./use-postpone-all.ts";

export interface PostponeAllProps {
  readonly object: ObjectInfo;
  readonly scope: HomeScope;
  readonly today: string;
}
/** Puts every late task off to one day. */
export function PostponeAll({ object, scope, today }: PostponeAllProps) {
  const { t } = useLanguage();
  const { postponeAll, isBusy } = usePostponeAll(object, scope);
  return (
    <Postpone today={today} isLate onPick={postponeAll}>
      <QuietButton icon="clock" disabled={isBusy}>
        {t(dayMessages.postponeAll)}
      </QuietButton>
    </Postpone>
  );
}
