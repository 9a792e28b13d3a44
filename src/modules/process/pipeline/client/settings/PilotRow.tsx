import type { ReactNode } from "react";
import { PILOT_SIDES } from "../../shared/pilot.ts";
import type { PilotComparison, PilotFigures } from "../../shared/pilot.contract.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface PilotRowProps {
  readonly name: string;
  readonly found: PilotComparison;
  readonly read: (one: PilotFigures) => ReactNode;
}
/** One figure of the pilot, of the rest, and of the time before. */
export function PilotRow({ name, found, read }: PilotRowProps) {
  return (
    <tr>
      <td>{name}</td>
      {PILOT_SIDES.map((side) => (
        <td key={side} className={base.num}>
          {read(found.sides[side])}
        </td>
      ))}
    </tr>
  );
}
