import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { dayMessages } from "./day.messages.ts";
import type { DayPart } from "./use-day.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./DayFold.module.css";

export interface DayFoldProps {
  readonly title: string;
  readonly part: DayPart;
  /** It needs somebody. */
  readonly isLate?: boolean;
  /** Beside the heading, such as what to do with all of them. */
  readonly action?: ReactNode;
  /** The list of all, where only a few stand here. */
  readonly all?: string;
  readonly children: ReactNode;
}
/** A part of the day that is told by its number until it is opened. */
export function DayFold({ title, part, isLate, action, all, children }: DayFoldProps) {
  const { t } = useLanguage();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (part.total === 0 && part.items.length === 0) return null;
  const count = part.total;
  return (
    <section className={styles.fold} data-late={isLate || undefined} aria-label={title}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.turn}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "down" : "right"} size={14} />
          <span className={styles.title}>{title}</span>
          <span className={`${base.num} ${styles.count}`}>{part.more ? `${count}+` : count}</span>
        </button>
        {action}
      </div>
      {isOpen && (
        <div id={id} className={styles.rows}>
          {children}
          {all && count > part.items.length && (
            <Link className={styles.all} to={all}>
              {t(part.more ? dayMessages.moreThan : dayMessages.more, { count })}
            </Link>
          )}
        </div>
      )}
    </section>
  );
}
