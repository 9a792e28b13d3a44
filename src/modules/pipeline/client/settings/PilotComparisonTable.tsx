import { Fragment, type ReactNode } from "react";
import { Link } from "react-router";
import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import {
  ENOUGH_CLOSED,
  PILOT_SIDES,
  type PilotComparison,
  type PilotCount,
  type PilotFigures,
  type PilotMoney,
  type PilotStage,
} from "../../shared/pilot.ts";
import { pilotTexts } from "./pilot.messages.ts";
import "./pilot.css";

const percent = (rate: string | null): string =>
  rate === null ? "–" : `${Math.round(Number(rate) * 1000) / 10}%`;
const days = (value: string | null): string =>
  value === null ? "–" : String(Math.round(Number(value) * 10) / 10);

/** The pilot beside the rest and its own time before; every number opens its records. */
export function PilotComparisonTable({ found }: { readonly found: PilotComparison }) {
  const { t, of, language } = useLanguage();
  const { pilot } = found.sides;
  const thin = PILOT_SIDES.filter(
    (side) => found.sides[side].won.count + found.sides[side].lost.count < ENOUGH_CLOSED,
  );
  const stages = pilot.stages.map((stage) => ({
    stage,
    of: (figures: PilotFigures): PilotStage | undefined =>
      figures.stages.find((one) => one.stage === stage.stage),
  }));
  return (
    <>
      {thin.length > 0 && (
        <p className="banner" role="note">
          {t(pilotTexts.thin, {
            least: ENOUGH_CLOSED,
            sides: thin.map((side) => t(pilotTexts[side])).join(language === "zh-CN" ? "、" : ", "),
          })}
        </p>
      )}
      <div className="data-table pilot-table">
        <table>
          <thead>
            <tr>
              <th />
              <th className="num">{t(pilotTexts.pilot)}</th>
              <th className="num">{t(pilotTexts.others)}</th>
              <th className="num">
                {t(pilotTexts.before)}
                <small className="muted">{t(pilotTexts.days, found.before)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            <Whole found={found} />
            {stages.map(({ stage, of: pick }) => (
              <Fragment key={stage.stage}>
                <tr className="pilot-stage">
                  <th colSpan={4}>{of(stage.label, stage.stage)}</th>
                </tr>
                <Row
                  name={t(pilotTexts.entered)}
                  found={found}
                  read={(one) => <Records of={pick(one)?.entered} />}
                />
                <Row name={t(pilotTexts.passRate)} found={found} read={(one) => <Passed of={pick(one)} />} />
                <Row
                  name={t(pilotTexts.refused)}
                  found={found}
                  read={(one) => <Records of={pick(one)?.refused} />}
                />
                <Row
                  name={t(pilotTexts.overridden)}
                  found={found}
                  read={(one) => <Records of={pick(one)?.overridden} />}
                />
                <Row
                  name={t(pilotTexts.dwell)}
                  found={found}
                  read={(one) => <Median of={pick(one)?.dwell} />}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Whole({ found }: { readonly found: PilotComparison }) {
  const { t } = useLanguage();
  return (
    <>
      <Row
        name={t(pilotTexts.won)}
        found={found}
        read={(one) => <Worth of={one.won} amount={one.won_amount} />}
      />
      <Row name={t(pilotTexts.lost)} found={found} read={(one) => <Records of={one.lost} />} />
      <Row
        name={t(pilotTexts.winRate)}
        found={found}
        read={(one) => (
          <>
            {percent(one.win_rate)}{" "}
            {one.win_rate !== null && (
              <small className="muted">
                {t(pilotTexts.ofDeals, { count: one.won.count + one.lost.count })}
              </small>
            )}
          </>
        )}
      />
      <Row name={t(pilotTexts.cycle)} found={found} read={(one) => <Median of={one.cycle} />} />
      <Row
        name={t(pilotTexts.open)}
        found={found}
        read={(one) => (one.open ? <Worth of={one.open} amount={one.open_amount} /> : "–")}
      />
    </>
  );
}

function Row({
  name,
  found,
  read,
}: {
  readonly name: string;
  readonly found: PilotComparison;
  readonly read: (one: PilotFigures) => ReactNode;
}) {
  return (
    <tr>
      <td>{name}</td>
      {PILOT_SIDES.map((side) => (
        <td key={side} className="num">
          {read(found.sides[side])}
        </td>
      ))}
    </tr>
  );
}

function Records({ of, children }: { readonly of: PilotCount | undefined; readonly children?: ReactNode }) {
  if (!of) return "–";
  const words = children ?? of.count;
  return of.count === 0 ? (
    words
  ) : (
    <Link
      to={`/records/${of.records.object}?scene=all&view=list&filter=${encodeURIComponent(of.records.filter)}`}
    >
      {words}
    </Link>
  );
}
function Worth({ of, amount }: { readonly of: PilotCount; readonly amount: PilotMoney | null }) {
  const { language } = useLanguage();
  const { currency } = useMe().company;
  return (
    <>
      <Records of={of} />{" "}
      {amount && (
        <small className="muted">{shortMoney(amount.amount, amount.currency || currency, language)}</small>
      )}
    </>
  );
}
function Median({ of }: { readonly of: (PilotCount & { readonly median: string | null }) | undefined }) {
  const { t } = useLanguage();
  return (
    <>
      {days(of?.median ?? null)}{" "}
      {of && of.count > 0 && (
        <small className="muted">
          {<Records of={of}>{t(pilotTexts.ofDeals, { count: of.count })}</Records>}
        </small>
      )}
    </>
  );
}
function Passed({ of }: { readonly of: PilotStage | undefined }) {
  const { t } = useLanguage();
  if (!of) return "–";
  return (
    <>
      <Records of={of.passed}>{percent(of.pass_rate)}</Records>{" "}
      {of.tried.count > 0 && (
        <small className="muted">
          <Records of={of.tried}>{t(pilotTexts.ofDeals, { count: of.tried.count })}</Records>
        </small>
      )}
    </>
  );
}
