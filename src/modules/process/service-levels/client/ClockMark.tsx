import { idOf } from "../../../../ui/data/values.ts";
import type { CardMarkProps } from "../../../../ui/slots/board.ts";
import { ClockState } from "./ClockState.tsx";
import { useClockOf, useHasLevels } from "./clock-data.ts";

/** On a card or in a row: what is left of the limit that presses most. The past has no limits. */
export function ClockMark({ object, record, asOf }: CardMarkProps) {
  const has = useHasLevels(object.name) && asOf === undefined;
  const { data } = useClockOf(object.name, idOf(record), has);
  return has && data ? <ClockState clock={data.clock} /> : null;
}
