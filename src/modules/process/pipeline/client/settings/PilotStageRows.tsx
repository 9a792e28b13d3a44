import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { PilotComparison, PilotFigures, PilotStage } from "../../shared/pilot.contract.ts";
import { Median, Passed, Records } from "./PilotCells.tsx";
import { PilotRow } from "./PilotRow.tsx";
import { pilotMessages } from "./pilot.messages.ts";

export interface PilotStageRowsProps {
  readonly found: PilotComparison;
  readonly stage: PilotStage;
}
/** What went into one stage, came through, was refused or overridden, and how long it stood there. */
export function PilotStageRows({ found, stage }: PilotStageRowsProps) {
  const { t, of } = useLanguage();
  const at = (figures: PilotFigures): PilotStage | undefined =>
    figures.stages.find((one) => one.stage === stage.stage);
  return (
    <>
      <tr>
        <th colSpan={4}>{of(stage.label, stage.stage)}</th>
      </tr>
      <PilotRow
        name={t(pilotMessages.entered)}
        found={found}
        read={(one) => <Records of={at(one)?.entered} />}
      />
      <PilotRow name={t(pilotMessages.passRate)} found={found} read={(one) => <Passed of={at(one)} />} />
      <PilotRow
        name={t(pilotMessages.refused)}
        found={found}
        read={(one) => <Records of={at(one)?.refused} />}
      />
      <PilotRow
        name={t(pilotMessages.overridden)}
        found={found}
        read={(one) => <Records of={at(one)?.overridden} />}
      />
      <PilotRow name={t(pilotMessages.dwell)} found={found} read={(one) => <Median of={at(one)?.dwell} />} />
    </>
  );
}
