import { Link } from "react-router";
import type { DemoState } from "../shared/demo.contract.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { demoTexts } from "./demo.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./DemoPage.module.css";

/** How far the job is, and where it is found again. */
export function DemoProgress({ job }: { readonly job: NonNullable<DemoState["job"]> }) {
  const { t } = useLanguage();
  const title = t(job.kind === "demo_load" ? demoTexts.loading : demoTexts.leaving);
  const total = job.total ?? 0;
  return (
    <section className={`${base.card} ${styles.demo}`} role="status">
      <h3>{title}</h3>
      <div className={styles.progress}>
        <progress aria-label={title} {...(total > 0 ? { max: total, value: job.done } : {})} />
        {total > 0 && (
          <span className={base.num}>
            {t(demoTexts.of, { done: job.done.toLocaleString(), total: total.toLocaleString() })}
          </span>
        )}
      </div>
      <p className={base.muted}>
        {t(demoTexts.busyDetail)} <Link to="/settings/jobs">{t(demoTexts.toJobs)}</Link>
      </p>
    </section>
  );
}
