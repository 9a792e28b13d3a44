import { Link } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RefusedMove, Simulation } from "../shared/simulation.contract.ts";
import { useValueText } from "./use-value-text.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./BlockedOutcomes.module.css";

export const OUTCOME_TEXTS = {
  won: whatIfMessages.won,
  lost: whatIfMessages.lost,
  open: whatIfMessages.open,
} as const;
/** A condition by ids holds no more than this. */
const MOST_LISTED = 100;

const idsOf = (moves: readonly RefusedMove[]): readonly string[] =>
  [...new Set(moves.map((move) => move.record))].slice(0, MOST_LISTED);
const listOf = (object: string, ids: readonly string[]): string => {
  const condition = `id in [${ids.map((id) => JSON.stringify(id)).join(", ")}]`;
  return `/records/${object}?scene=all&filter=${encodeURIComponent(condition)}`;
};

/** What became of the records that would have been stopped; each opens exactly those it counts. */
export function BlockedOutcomes({ object, found }: { readonly object: string; readonly found: Simulation }) {
  const { t } = useLanguage();
  const valueText = useValueText();
  return (
    <ul className={styles.outcomes} aria-label={t(whatIfMessages.outcomes)}>
      {found.outcomes
        .filter(({ records }) => records > 0)
        .map(({ outcome, records, value }) => {
          const ids = idsOf(found.refused.filter((move) => move.outcome === outcome));
          const worth = value === null ? null : valueText(value);
          return (
            <li key={outcome} data-outcome={outcome}>
              <span>{t(OUTCOME_TEXTS[outcome])}</span>
              <strong className={base.num}>{t(whatIfMessages.records, { count: records })}</strong>
              {worth && (
                <span className={base.num} title={worth.full}>
                  {worth.short}
                </span>
              )}
              {ids.length > 0 && (
                <Link to={listOf(object, ids)}>
                  {t(ids.length < records ? whatIfMessages.openFirst : whatIfMessages.openList, {
                    count: ids.length,
                  })}
                </Link>
              )}
            </li>
          );
        })}
    </ul>
  );
}
