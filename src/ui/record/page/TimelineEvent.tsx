import type { ReactNode } from "react";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { OpenCommentsContext } from "./comments/comment-place.ts";
import { useEntryComments } from "./comments/EntryComments.tsx";
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
/** One entry of a timeline, with the comments on it where it is commented on. */
export function TimelineEvent({ icon, strong, head, menu, children }: TimelineEventProps) {
  const comments = useEntryComments();
  return (
    <li className={styles.event} data-part="event" data-comments={comments !== null || undefined}>
      <span className={styles.icon} data-strong={strong || undefined}>
        <Icon name={icon} size={13} />
      </span>
      <div className={styles.body}>
        <div className={styles.head}>{head}</div>
        {children}
        {comments?.below}
      </div>
      {(menu || comments) && (
        <OpenCommentsContext value={comments?.open ?? null}>
          <span className={styles.menu}>
            {comments && <span className={menu ? styles.button : undefined}>{comments.button}</span>}
            {menu}
          </span>
        </OpenCommentsContext>
      )}
    </li>
  );
}

/** Who did it. */
export const Who = ({ name }: { readonly name: string }) => <strong className={styles.who}>{name}</strong>;
