import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { shortMoney } from "../../../../../ui/kit/money-text.ts";
import type { PilotCount, PilotMoney, PilotStage } from "../../shared/pilot.contract.ts";
import { pilotMessages } from "./pilot.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

/** A rate as a percentage; a dash where there is none. */
export const percent = (rate: string | null): string =>
  rate === null ? "–" : `${Math.round(Number(rate) * 1000) / 10}%`;
const days = (value: string | null): string =>
  value === null ? "–" : String(Math.round(Number(value) * 10) / 10);

/** How many, which opens the records. */
export function Records({
  of,
  children,
}: {
  readonly of: PilotCount | undefined;
  readonly children?: ReactNode;
}) {
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

/** How many and what they are worth together. */
export function Worth({ of, amount }: { readonly of: PilotCount; readonly amount: PilotMoney | null }) {
  const { language } = useLanguage();
  const { currency } = useMe().company;
  return (
    <>
      <Records of={of} />{" "}
      {amount && (
        <small className={base.muted}>
          {shortMoney(amount.amount, amount.currency || currency, language)}
        </small>
      )}
    </>
  );
}

/** The median of days, and of how many records. */
export function Median({
  of,
}: {
  readonly of: (PilotCount & { readonly median: string | null }) | undefined;
}) {
  const { t } = useLanguage();
  return (
    <>
      {days(of?.median ?? null)}{" "}
      {of && of.count > 0 && (
        <small className={base.muted}>
          {<Records of={of}>{t(pilotMessages.ofDeals, { count: of.count })}</Records>}
        </small>
      )}
    </>
  );
}

/** How many of those that tried came through. */
export function Passed({ of }: { readonly of: PilotStage | undefined }) {
  const { t } = useLanguage();
  if (!of) return "–";
  return (
    <>
      <Records of={of.passed}>{percent(of.pass_rate)}</Records>{" "}
      {of.tried.count > 0 && (
        <small className={base.muted}>
          <Records of={of.tried}>{t(pilotMessages.ofDeals, { count: of.tried.count })}</Records>
        </small>
      )}
    </>
  );
}
