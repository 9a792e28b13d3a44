import { Button } from "antd";
import type { Job } from "../../../../shared/wire/jobs.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { type DataColumn, DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { PageHeader } from "../../../../ui/kit/PageHeader.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { JobActions } from "./JobActions.tsx";
import { JobProgress, JobState } from "./JobState.tsx";
import { useJobs } from "./jobs-data.ts";
import { jobsEntryMessages } from "./entry.messages.ts";
import { jobsMessages } from "./jobs.messages.ts";
import * as pageStyles from "../../../../ui/kit/Page.module.css";
import * as styles from "./JobsPage.module.css";

/** One's own background work, newest first. */
export function JobsPage() {
  const { t } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useJobs();
  const rows = data?.pages.flatMap((page) => page.data);
  return (
    <div className={pageStyles.page}>
      <PageHeader icon="clock" title={t(jobsEntryMessages.title)} />
      <div className={`${pageStyles.pageBody} ${styles.jobsPage}`}>
        {error && !rows && <Failure error={error} onRetry={() => void refetch()} />}
        {!rows && !error && <Skeleton />}
        {rows?.length === 0 && (
          <Empty icon="clock" title={t(jobsMessages.none)} detail={t(jobsMessages.noneDetail)} />
        )}
        {rows && rows.length > 0 && <JobTable rows={rows} />}
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(jobsMessages.more)}
          </Button>
        )}
      </div>
    </div>
  );
}

function JobTable({ rows }: { readonly rows: readonly Job[] }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const columns: readonly DataColumn<Job>[] = [
    { key: "kind", title: t(jobsMessages.kind), render: ({ label }) => of(label) },
    {
      key: "object",
      title: t(jobsMessages.object),
      render: ({ object }) => of(objects.get(object)?.plural, object),
    },
    { key: "state", title: t(jobsMessages.state), render: (job) => <JobState job={job} /> },
    { key: "progress", title: t(jobsMessages.progress), render: (job) => <JobProgress job={job} /> },
    { key: "started", title: t(jobsMessages.started), render: (job) => timeText(job.created_at) },
    { key: "actions", title: "", render: (job) => <JobActions job={job} /> },
  ];
  return (
    <DataTable label={t(jobsEntryMessages.title)} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}
