import { Button } from "antd";
import type { ReactNode } from "react";
import { NetworkError, ProblemError } from "../data/problem-error.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import * as styles from "./States.module.css";

export interface EmptyProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly children?: ReactNode;
  readonly small?: boolean;
}

/** Says what is not here and what to do first. */
export function Empty({ icon = "info", title, detail, children, small }: EmptyProps) {
  return (
    <div className={small ? `${styles.state} ${styles.stateSmall}` : styles.state} data-part="state">
      <span className={styles.stateIcon}>
        <Icon name={icon} size={small ? 18 : 24} />
      </span>
      <div className={styles.stateTitle}>{title}</div>
      {detail && <p className={styles.stateDetail}>{detail}</p>}
      {children && <div className={styles.stateActions}>{children}</div>}
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function Failure({
  error,
  onRetry,
  small,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly small?: boolean;
}) {
  const { t } = useLanguage();
  const { title, detail, icon } = explain(error);
  const problem = error instanceof ProblemError ? error.problem : null;
  const words = problem && problem.status < 500 ? problem.detail || t(detail) : t(detail);
  return (
    <div role="alert">
      <Empty icon={icon} title={t(title)} detail={words} {...(small ? { small } : {})}>
        {onRetry && (
          <Button onClick={onRetry} icon={<Icon name="refresh" />}>
            {t(kitMessages.retry)}
          </Button>
        )}
        {problem?.request_id && problem.status >= 500 && (
          <code className={styles.stateCode}>{t(kitMessages.request, { id: problem.request_id })}</code>
        )}
      </Empty>
    </div>
  );
}

function explain(error: unknown): {
  title: (typeof kitMessages)["yes"];
  detail: (typeof kitMessages)["yes"];
  icon: IconName;
} {
  if (error instanceof NetworkError)
    return { title: kitMessages.networkTitle, detail: kitMessages.networkDetail, icon: "offline" };
  if (error instanceof ProblemError && error.status === 403)
    return { title: kitMessages.forbiddenTitle, detail: kitMessages.forbiddenDetail, icon: "lock" };
  if (error instanceof ProblemError && error.status === 404)
    return { title: kitMessages.missingTitle, detail: kitMessages.missingDetail, icon: "search" };
  if (error instanceof ProblemError && error.status < 500)
    return { title: kitMessages.refusedTitle, detail: kitMessages.refusedDetail, icon: "warning" };
  return { title: kitMessages.failedTitle, detail: kitMessages.failedDetail, icon: "warning" };
}

/** Grey lines that only show when waiting takes longer than 300 ms. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useLanguage();
  return (
    <div className={styles.skeleton} data-part="skeleton" role="status" aria-label={t(kitMessages.loading)}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} style={{ width: `${90 - ((row * 23) % 45)}%` }} />
      ))}
    </div>
  );
}
