import { Answer } from "../../../../ui/kit/Answer.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Skeleton } from "../../../../ui/kit/States.tsx";
import { funnelAnswer } from "./funnel-answer.ts";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import * as styles from "./FunnelHead.module.css";

/** What the funnel says, before its figures; its place is kept until it is known. */
export function FunnelHead({ query }: { readonly query: InsightQuery }) {
  const { of } = useLanguage();
  const { data, isPending } = useInsight("funnel", query);
  if (isPending)
    return (
      <div className={styles.waiting}>
        <Skeleton rows={1} />
      </div>
    );
  return data ? <Answer clauses={funnelAnswer(data, of)} /> : null;
}
