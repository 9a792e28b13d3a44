import { kitMessages } from "../kit/kit.messages.ts";
import { useLanguage } from "../kit/language.tsx";
import * as styles from "./BarsLoading.module.css";

export interface BarsLoadingProps {
  readonly rows: number;
  /** A line of words stands above the bars. */
  readonly isTold?: boolean;
}
/** Stands where bars will be, as high as they, so that nothing below moves when they come. */
export function BarsLoading({ rows, isTold = false }: BarsLoadingProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.loading} data-part="skeleton" role="status" aria-label={t(kitMessages.loading)}>
      {isTold && <span className={styles.told} />}
      <span className={styles.legend} />
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.bar} style={{ width: `${Math.max(18, 78 - row * 11)}%` }} />
      ))}
    </div>
  );
}
