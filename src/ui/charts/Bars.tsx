import type { ReactNode } from "react";
import * as styles from "./Bars.module.css";

export interface Bar {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  /** A second part behind the first that is not known for sure; hatched. */
  readonly unsure?: number;
  /** The figures in words, at the right end. */
  readonly figure: ReactNode;
}
export interface BarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly tone?: "accent" | "danger";
  /** What a full bar stands for; the largest of them unless told. */
  readonly full?: number;
}
/** A small chart: a bar for each row, with its name inside and its figures beside. */
export function Bars({ label, bars, tone = "accent", full }: BarsProps) {
  const most = full ?? Math.max(1, ...bars.map(({ value, unsure = 0 }) => value + unsure));
  const share = (part: number): string => `${Math.min(100, (part / Math.max(1, most)) * 100)}%`;
  return (
    <ul className={styles.bars} aria-label={label} data-part="bars" data-tone={tone}>
      {bars.map(({ key, name, value, unsure = 0, figure }) => (
        <li key={key}>
          <span className={styles.barTrack}>
            <span className={styles.barParts} aria-hidden="true">
              <span className={styles.barFill} style={{ inlineSize: share(value) }} />
              {unsure > 0 && <span className={styles.barUnsure} style={{ inlineSize: share(unsure) }} />}
            </span>
            <span className={styles.barName}>{name}</span>
          </span>
          <span className={styles.barFigure}>{figure}</span>
        </li>
      ))}
    </ul>
  );
}
