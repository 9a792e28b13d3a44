import { Link } from "react-router";
import { useObjects } from "../../../../ui/data/objects.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ClockState } from "./ClockState.tsx";
import { useOwnClocks } from "./clock-data.ts";
import { clockMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ClocksToday.module.css";

const SHOWN = 5;
/** On the home page: the limits that run for me, the one that is due first on top. */
export function ClocksToday() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const { data = [] } = useOwnClocks();
  if (data.length === 0) return null;
  return (
    <HomePanel className={styles.clocksToday} title={t(clockMessages.today)} note={data.length}>
      <ul>
        {data.slice(0, SHOWN).map(({ object, record, title, clock }) => (
          <li key={clock.id} className={base.line}>
            <Link className={`${base.grow} ${base.clip}`} to={recordPath(object, record)}>
              {title ?? of(objects.get(object)?.label, object)}
            </Link>
            <span className={`${base.muted} ${base.clip} ${styles.level}`}>
              {of(clock.service_level.label)}
            </span>
            <ClockState clock={clock} />
          </li>
        ))}
      </ul>
    </HomePanel>
  );
}
