import type { CSSProperties } from "react";
import { Link } from "react-router";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { moneyText, shortMoney } from "../../../../ui/kit/money-text.ts";
import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import { DEAL_FILTERS } from "../shared/deal-filters.ts";
import type { StageFigure } from "../shared/home.contract.ts";
import { recordsPath } from "./records-path.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./StageBar.module.css";

export interface StageBarProps {
  readonly row: StageFigure;
  readonly scope: HomeScope;
  readonly label: string;
  readonly color: string;
  /** Of the largest stage. */
  readonly share: number;
}
/** One stage: what its open deals are worth, how many they are, as a bar; leads to them. */
export function StageBar({
  row: { pipeline, stage, count, sum },
  scope,
  label,
  color,
  share,
}: StageBarProps) {
  const { language } = useLanguage();
  const ofPipeline = pipeline ? ` && pipeline == ${JSON.stringify(pipeline)}` : "";
  const filter = `${DEAL_FILTERS.open} && stage == ${JSON.stringify(stage)}${ofPipeline}`;
  const style = { "--dot": color, "--share": `${share * 100}%` };
  return (
    <Link
      to={recordsPath(opportunity.name, scope, filter)}
      className={styles.homeBar}
      style={style as CSSProperties}
    >
      <span className={base.clip}>{label}</span>
      <span className={styles.homeTrack}>
        <span className={styles.homeFill} />
      </span>
      <span className={`${base.num} ${styles.homeBarNum}`} title={sum ? moneyText(sum, language) : undefined}>
        {sum && shortMoney(sum.amount, sum.currency, language)}
      </span>
      <span className={`${base.num} ${styles.homeBarNum} ${base.muted}`}>{count}</span>
    </Link>
  );
}
