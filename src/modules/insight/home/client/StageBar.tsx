import type { CSSProperties } from "react";
import { Link } from "react-router";
import type { Money } from "../../../../shared/metadata/object.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import { OPEN_DEALS } from "./use-home-scope.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./StageBar.module.css";

/** The open deals of a stage, counted and added up. */
export interface StageRow {
  readonly name: string;
  readonly count: number;
  readonly sum: Money;
}
export interface StageBarProps {
  readonly scene: string;
  readonly row: StageRow;
  readonly label: string;
  readonly color: string;
  readonly share: number;
}
/** One stage: its share of the fullest, how many deals and what they are worth; leads to them. */
export function StageBar({ scene, row, label, color, share }: StageBarProps) {
  const { language } = useLanguage();
  const style = { "--dot": color, "--share": `${share * 100}%` };
  return (
    <Link
      to={`/records/opportunity?scene=${scene}&view=list&filter=${encodeURIComponent(`${OPEN_DEALS} && stage == ${JSON.stringify(row.name)}`)}`}
      className={styles.homeBar}
      style={style as CSSProperties}
    >
      <span className={base.clip}>{label}</span>
      <span className={styles.homeTrack} />
      <span className={`${base.num} ${styles.homeBarNum}`}>{row.count}</span>
      <span className={`${base.num} ${styles.homeBarNum} ${base.muted}`}>
        {shortMoney(row.sum.amount, row.sum.currency, language)}
      </span>
    </Link>
  );
}
