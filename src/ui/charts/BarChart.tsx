import type { CSSProperties } from "react";
import { Link } from "react-router";
import { Tooltip } from "../kit/Overlay.tsx";
import type { Bar, BarRow, BarTone } from "./bars.ts";
import * as base from "../kit/base.module.css";
import * as styles from "./BarChart.module.css";

export interface BarChartProps {
  /** What the chart is about, for who cannot see it; the table beside it says the rest. */
  readonly label: string;
  readonly rows: readonly BarRow[];
  /** The longest that a bar could be. */
  readonly max: number;
  readonly legend?: readonly (readonly [BarTone, string])[];
  /** Width of the names and of the figures, in pixels. */
  readonly names?: number;
  readonly figures?: number;
}

const TONES: Readonly<Record<BarTone, string | undefined>> = {
  accent: styles.accent,
  pale: styles.pale,
  won: styles.won,
  lost: styles.lost,
};

/**
 * Bars that lie, one row below the other. Drawn by the page itself: sharp in print, its text stays text, it
 * needs no measuring, and its height is known before it is drawn.
 */
export function BarChart({ label, rows, max, legend = [], names = 120, figures = 176 }: BarChartProps) {
  const widths = { "--names": `${names}px`, "--figures": `${figures}px` };
  return (
    <div className={styles.barChart} style={widths as CSSProperties}>
      {legend.length > 1 && (
        <ul className={styles.legend}>
          {legend.map(([tone, name]) => (
            <li key={tone}>
              <svg aria-hidden="true" width="10" height="10" className={TONES[tone]}>
                <rect width="10" height="10" rx="3" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <ul aria-label={label}>
        {rows.map((row) => (
          <Row key={row.id} row={row} max={max} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row: { name, bars, to, facts }, max }: { readonly row: BarRow; readonly max: number }) {
  const drawn = bars.map((bar) => <Line key={bar.id} bar={bar} max={max} isLink={to === undefined} />);
  return (
    <li className={styles.row}>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <Tooltip title={<Facts name={name} facts={facts} />}>
        {to === undefined ? (
          <span className={styles.lines}>{drawn}</span>
        ) : (
          <Link to={to} className={styles.lines}>
            <span className={base.srOnly}>{saidOf(name, facts)}</span>
            {drawn}
          </Link>
        )}
      </Tooltip>
    </li>
  );
}
const saidOf = (name: string, facts: BarRow["facts"]): string =>
  [name, ...facts.map(([what, value]) => `${what} ${value}`)].join(", ");

const Facts = ({ name, facts }: Pick<BarRow, "name" | "facts">) => (
  <dl className={styles.facts}>
    <dt className={styles.of}>{name}</dt>
    {facts.map(([what, value]) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

interface LineProps {
  readonly bar: Bar;
  readonly max: number;
  /** Its pieces lead to their records; else the row does. */
  readonly isLink: boolean;
}
function Line({ bar: { pieces, figure, note }, max, isLink }: LineProps) {
  const percent = (value: number): string => `${(value / Math.max(max, Number.MIN_VALUE)) * 100}%`;
  const seen = pieces.filter(({ length }) => length > 0);
  const end = Math.max(0, ...seen.map(({ from, length }) => from + length));
  return (
    <span className={styles.line}>
      {seen.map(({ id, from, length, tone, to, said }) => {
        const place = { left: percent(from), width: percent(length) };
        const body = (
          <svg aria-hidden="true" className={TONES[tone]}>
            <rect width="100%" height="100%" rx="3" />
          </svg>
        );
        return isLink && to !== undefined ? (
          <Link key={id} to={to} style={place} className={styles.piece} aria-label={said}>
            {body}
          </Link>
        ) : (
          <span key={id} style={place} className={styles.piece}>
            {body}
          </span>
        );
      })}
      <span className={styles.figure} style={{ left: percent(end) }} aria-hidden={!isLink}>
        {figure}
        {note && <small>{note}</small>}
      </span>
    </span>
  );
}
