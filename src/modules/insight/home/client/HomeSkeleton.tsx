import { useLanguage } from "../../../../ui/kit/language.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as tileStyles from "./HomeTiles.module.css";
import * as styles from "./HomeSkeleton.module.css";

/** The tiles as they will stand, before anything is known of them. */
export function HomeSkeleton() {
  const { t } = useLanguage();
  const block = (rows: number) => <span className={`${base.card} ${styles.block}`} data-rows={rows} />;
  return (
    <div
      className={`${tileStyles.homeGrid} ${styles.skeleton}`}
      data-part="skeleton"
      role="status"
      aria-label={t(kitMessages.loading)}
    >
      <div className={tileStyles.homeMain}>
        {block(8)}
        {block(5)}
      </div>
      <div className={tileStyles.homeAside}>
        {block(2)}
        {block(5)}
        {block(4)}
      </div>
    </div>
  );
}
