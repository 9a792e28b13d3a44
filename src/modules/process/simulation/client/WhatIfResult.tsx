import { Link } from "react-router";
import { useMe } from "../../../../ui/data/session.ts";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { Outcome, RefusedMove, Simulation } from "../shared/simulation.contract.ts";
import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as dataTableStyles from "../../../../ui/kit/DataTable.module.css";
import * as styles from "./WhatIfResult.module.css";

interface Props {
  readonly pipeline: PipelineView;
  readonly found: Simulation;
}
const OUTCOME_TEXTS = {
  won: whatIfMessages.won,
  lost: whatIfMessages.lost,
  open: whatIfMessages.open,
} as const;

/** What the draft would have stopped, at which gate, and what became of it. */
export function WhatIfResult({ pipeline, found }: Props) {
  const { t } = useLanguage();
  if (found.moves === 0) return <Empty icon="history" title={t(whatIfMessages.none)} small />;
  return (
    <div className={styles.whatIf}>
      <Figures found={found} />
      {found.draft.undecided > 0 && (
        <p className={`${base.note} ${styles.whatIfNote}`}>{t(whatIfMessages.undecidedHint)}</p>
      )}
      {found.imported > 0 && (
        <p className={`${base.note} ${styles.whatIfNote}`}>
          {t(whatIfMessages.imported, { count: found.imported })}
        </p>
      )}
      <Gates pipeline={pipeline} found={found} />
      {found.draft.refused > 0 && (
        <>
          <Outcomes pipeline={pipeline} found={found} />
          <Refused pipeline={pipeline} found={found} />
        </>
      )}
    </div>
  );
}

/** A name, its value, and what is said beside it. */
type Figure = readonly [name: string, value: string, more: string | null];

function Figures({ found }: Pick<Props, "found">) {
  const { t } = useLanguage();
  const { draft, live, delay } = found;
  const note = t(whatIfMessages.delayNote, { later: delay.met_later, never: delay.never });
  const spread = t(whatIfMessages.delayValue, { median: delay.median, p90: delay.p90 });
  const delayFigure: readonly Figure[] =
    delay.median !== null && delay.p90 !== null
      ? [[t(whatIfMessages.delay), spread, note]]
      : delay.never > 0
        ? [[t(whatIfMessages.delay), note, null]]
        : [];
  const figures: readonly Figure[] = [
    [t(whatIfMessages.moves), String(found.moves), t(whatIfMessages.ofRecords, { count: found.records })],
    [
      t(whatIfMessages.refusedDraft),
      String(draft.refused),
      draft.absent > 0 ? t(whatIfMessages.absent, { count: draft.absent }) : null,
    ],
    ...(live ? [[t(whatIfMessages.refusedLive), String(live.refused), null] satisfies Figure] : []),
    [t(whatIfMessages.undecided), String(draft.undecided), null],
    ...delayFigure,
  ];
  return (
    <dl className={styles.whatIfFigures}>
      {figures.map(([name, value, more]) => (
        <div key={name}>
          <dt className={base.muted}>{name}</dt>
          <dd>
            <strong>{value}</strong>
            {more && <span className={base.muted}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStageName = ({ draft, stages }: PipelineView) => {
  const { of } = useLanguage();
  return (name: string | null): string => {
    const all = [...(draft?.stages ?? []), ...stages];
    return name === null ? "–" : of(all.find((stage) => stage.name === name)?.label, name);
  };
};

function Gates({ pipeline, found }: Props) {
  const { t, of } = useLanguage();
  const stageName = useStageName(pipeline);
  const most = Math.max(1, ...found.gates.map((gate) => gate.unmet + gate.unknown));
  const shown = found.gates.filter((gate) => gate.unmet + gate.unknown > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>{t(whatIfMessages.gates)}</h3>
      <ul className={styles.whatIfBars}>
        {shown.map((gate) => (
          <li key={`${gate.stage} ${gate.criterion}`}>
            <span className={styles.whatIfBarName}>
              <span className={base.muted}>→ {stageName(gate.stage)}</span> {of(gate.text, gate.criterion)}
            </span>
            <span className={styles.whatIfBar} aria-hidden="true">
              <span className={styles.whatIfUnmet} style={{ inlineSize: `${(gate.unmet / most) * 100}%` }} />
              <span
                className={styles.whatIfUnknown}
                style={{ inlineSize: `${(gate.unknown / most) * 100}%` }}
              />
            </span>
            <span className={styles.whatIfBarFigures}>
              {t(whatIfMessages.unmet)} <strong>{gate.unmet}</strong> / {gate.asked}
              {gate.unknown > 0 && ` · ${t(whatIfMessages.unknown)} ${gate.unknown}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const listOf = (object: string, moves: readonly RefusedMove[]): string => {
  const ids = [...new Set(moves.map((move) => move.record))].slice(0, 100);
  return `/records/${object}?filter=${encodeURIComponent(`id in [${ids.map((id) => `"${id}"`).join(", ")}]`)}`;
};

function useValueText(): (value: string) => string {
  const { language } = useLanguage();
  const { currency } = useMe().company;
  return (value) => shortMoney(value, currency, language);
}

function Outcomes({ pipeline, found }: Props) {
  const { t } = useLanguage();
  const valueText = useValueText();
  return (
    <section>
      <h3>{t(whatIfMessages.outcomes)}</h3>
      <ul className={styles.whatIfOutcomes}>
        {found.outcomes.map(({ outcome, records, value }) => (
          <li key={outcome}>
            <OutcomeName outcome={outcome} /> <strong>{t(whatIfMessages.records, { count: records })}</strong>{" "}
            {value !== null && (
              <span className={base.num} data-part="num">
                {valueText(value)}
              </span>
            )}{" "}
            {records > 0 && (
              <Link
                to={listOf(
                  pipeline.object,
                  found.refused.filter((move) => move.outcome === outcome),
                )}
              >
                {t(whatIfMessages.openList)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
function OutcomeName({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useLanguage();
  return <span className={styles.whatIfOutcome}>{t(OUTCOME_TEXTS[outcome])}</span>;
}

function Refused({ pipeline, found }: Props) {
  const { t } = useLanguage();
  const heads = [
    whatIfMessages.record,
    whatIfMessages.when,
    whatIfMessages.move,
    whatIfMessages.unmet,
    whatIfMessages.outcome,
    whatIfMessages.value,
    whatIfMessages.late,
  ];
  return (
    <section>
      <h3>{t(whatIfMessages.deals)}</h3>
      <div className={dataTableStyles.dataTable} data-part="data-table">
        <table>
          <thead>
            <tr>
              {heads.map((text) => (
                <th key={text.en}>{t(text)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.refused.map((move) => (
              <RefusedRow key={`${move.record}${move.at}`} pipeline={pipeline} found={found} move={move} />
            ))}
          </tbody>
        </table>
      </div>
      {found.more > 0 && (
        <p className={`${base.note} ${styles.whatIfNote}`}>{t(whatIfMessages.more, { count: found.more })}</p>
      )}
    </section>
  );
}

function RefusedRow({ pipeline, found, move }: Props & { readonly move: RefusedMove }) {
  const { t, of, language } = useLanguage();
  const stageName = useStageName(pipeline);
  const valueText = useValueText();
  const texts = move.criteria.map((id) =>
    of(found.gates.find((gate) => gate.criterion === id && gate.stage === move.to)?.text, id),
  );
  return (
    <tr>
      <td>
        {move.title === null ? (
          <span className={base.muted}>{t(whatIfMessages.hidden)}</span>
        ) : (
          <Link to={`/records/${pipeline.object}/${move.record}`}>{move.title}</Link>
        )}
      </td>
      <td className={styles.whatIfAt}>{timeText(move.at)}</td>
      <td>
        {stageName(move.from)} → {stageName(move.to)}
        {move.overridden && <span className={base.muted}> · {t(whatIfMessages.overriddenThen)}</span>}
      </td>
      <td>{texts.join(language === "zh-CN" ? "；" : "; ")}</td>
      <td>
        <OutcomeName outcome={move.outcome} />
      </td>
      <td className={base.num} data-part="num">
        {move.value === null ? "–" : valueText(move.value)}
      </td>
      <td className={base.num} data-part="num">
        {move.delay === null ? t(whatIfMessages.never) : t(whatIfMessages.days, { count: move.delay })}
      </td>
    </tr>
  );
}
