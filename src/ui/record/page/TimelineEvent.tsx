import type { ReactNode } from "react";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import * as styles from "./TimelineEvent.module.css";

export interface TimelineEventProps {
  readonly icon: IconName;
  /** What people did stands out from what was changed along the way. */
  readonly strong?: boolean;
  /** The sentence, and what belongs to it. */
  readonly head: ReactNode;
  /** What can be done with it. */
  readonly menu?: ReactNode;
  readonly children?: ReactNode;
}
/** One entry of a timeline. */
export const TimelineEvent = ({ icon, strong, head, menu, children }: TimelineEventProps) => (
  <li className={styles.event} data-part="event">
    <span className={styles.icon} data-strong={strong || undefined}>
      <Icon name={icon} size={13} />
    </span>
    <div className={styles.body}>
      <div className={styles.head}>{head}</div>
      {children}
    </div>
    {menu && <span className={styles.menu}>{menu}</span>}
  </li>
);

/** Who did it. */
export const Who = ({ name }: { readonly name: string }) => <strong className={styles.who}>{name}</strong>;
