import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import type { HomeScope } from "../../../../../ui/slots/home-tiles.ts";
import { dayMessages } from "./day.messages.ts";

export interface DayEmptyProps {
  readonly whose: HomeScope["whose"];
  /** Something was done here just now. */
  readonly wasBusy: boolean;
}
/** Nothing today: good news after work, and before it where to begin. */
export function DayEmpty({ whose, wasBusy }: DayEmptyProps) {
  const { t } = useLanguage();
  const isMine = whose === "mine";
  return (
    <Empty
      small
      icon={wasBusy ? "check" : "today"}
      title={t(wasBusy ? dayMessages.allDone : dayMessages.nothing)}
      detail={wasBusy ? undefined : t(isMine ? dayMessages.nothingMine : dayMessages.nothingOfTeam)}
    />
  );
}
