import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { moneyText, shortMoney } from "../../../../../ui/kit/money-text.ts";
import type { PilotCount, PilotMoney } from "../../shared/pilot.contract.ts";
import { days } from "./pilot-figures.ts";
import { pilotMessages } from "./pilot.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

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
        <small
          className={base.muted}
          title={moneyText({ amount: amount.amount, currency: amount.currency || currency }, language)}
        >
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
