import type { ReactNode } from "react";
import { PageHeader, type PageHeaderProps } from "./PageHeader.tsx";
import * as styles from "./Page.module.css";

export interface PageProps extends Omit<PageHeaderProps, "children"> {
  /** What can be done with the whole of it, at the end of the head. */
  readonly action?: ReactNode;
  /** A class of the whole, for pages that lay it out or print it their own way. */
  readonly frame?: string;
  /** Of the body. */
  readonly className?: string;
  readonly children: ReactNode;
}
/**
 * The frame of a page of the shell: a head that stays, a body that scrolls.
 *
 *     <Page icon="share" title={t(texts.rules)} action={add} className="stack">…</Page>
 */
export function Page({ action, frame, className, children, ...head }: PageProps) {
  return (
    <div className={frame ? `${styles.page} ${frame}` : styles.page}>
      <PageHeader {...head}>{action}</PageHeader>
      <div className={className ? `${styles.pageBody} ${className}` : styles.pageBody}>{children}</div>
    </div>
  );
}
