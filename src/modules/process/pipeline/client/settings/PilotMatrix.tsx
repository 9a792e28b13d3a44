import type { ReactNode } from "react";
import { joinNames } from "../../../../../shared/i18n/join-texts.ts";
import { type DataColumn, DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { PILOT_SIDES, type PilotSide } from "../../shared/pilot.ts";
import type { PilotComparison, PilotStage } from "../../shared/pilot.contract.ts";
import { days, isBusy, percent, stageAt } from "./pilot-figures.ts";
import { Records } from "./PilotCells.tsx";
import { pilotMessages } from "./pilot.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as pilotStyles from "./pilot.module.css";

const SHORT = {
  pilot: pilotMessages.pilotShort,
  others: pilotMessages.othersShort,
  before: pilotMessages.beforeShort,
} as const;
type Read = (stage: PilotStage | undefined) => ReactNode;

/** What happened at each gate, measure by measure; stages where nothing did are only named. */
export function PilotMatrix({ found }: { readonly found: PilotComparison }) {
  const { t, of, language } = useLanguage();
  const nameOf = (stage: PilotStage): string => of(stage.label, stage.stage);
  const { stages } = found.sides.pilot;
  const busy = stages.filter(({ stage }) => isBusy(found, stage));
  const quiet = stages.filter(({ stage }) => !isBusy(found, stage));
  const measure = (key: string, title: string, read: Read): DataColumn<PilotStage> => ({
    key,
    title,
    align: "right",
    render: ({ stage }) => (
      <span className={pilotStyles.pilotCell}>
        {PILOT_SIDES.map((side) => (
          <Sided key={side} side={side}>
            {read(stageAt(found, side, stage))}
          </Sided>
        ))}
      </span>
    ),
  });
  const columns: readonly DataColumn<PilotStage>[] = [
    { key: "stage", title: t(pilotMessages.stage), render: (stage) => <strong>{nameOf(stage)}</strong> },
    measure("entered", t(pilotMessages.entered), (stage) => <Records of={stage?.entered} />),
    measure("rate", t(pilotMessages.passRate), (stage) => (
      <Records of={stage?.passed}>{percent(stage?.pass_rate ?? null)}</Records>
    )),
    measure("refused", t(pilotMessages.refused), (stage) => <Records of={stage?.refused} />),
    measure("overridden", t(pilotMessages.overridden), (stage) => <Records of={stage?.overridden} />),
    measure("dwell", t(pilotMessages.dwell), (stage) => days(stage?.dwell.median ?? null)),
  ];
  return (
    <>
      {busy.length > 0 && (
        <DataTable
          keepsColumns
          label={t(pilotMessages.byStage)}
          columns={columns}
          rows={busy}
          rowKey={({ stage }) => stage}
        />
      )}
      {quiet.length > 0 && (
        <p className={base.note}>
          {t(pilotMessages.quiet, { stages: joinNames(quiet.map(nameOf), language) })}
        </p>
      )}
    </>
  );
}

function Sided({ side, children }: { readonly side: PilotSide; readonly children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <span data-side={side}>
      {side !== "pilot" && <small>{t(SHORT[side])} </small>}
      {children}
    </span>
  );
}
