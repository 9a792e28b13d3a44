import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { useObjects } from "../../../../ui/data/objects.ts";
import { isAble, useIsViewing, useMe } from "../../../../ui/data/session.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { ListedImport } from "../shared/run.contract.ts";
import { ImportStatus } from "./ImportStatus.tsx";
import { useImports } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as importingStyles from "./importing.module.css";

/** One's own imports, newest first. */
export function ImportsPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const isViewing = useIsViewing();
  const mayImport = isAble(useMe(), "record.import");
  const { data, error, refetch } = useImports(mayImport);
  const start = (
    <Button
      type="primary"
      disabled={isViewing}
      icon={<Icon name="upload" />}
      onClick={() => void navigate("/imports/new")}
    >
      {t(importScreenMessages.newImport)}
    </Button>
  );
  return (
    <Page
      icon="upload"
      title={t(importScreenMessages.imports)}
      action={mayImport && start}
      className={importingStyles.importPage}
    >
      {!mayImport && <Empty icon="upload" title={t(importScreenMessages.mayNot)} />}
      {mayImport && error && <Failure error={error} onRetry={() => void refetch()} />}
      {mayImport && !data && !error && <Skeleton />}
      {data?.length === 0 && (
        <Empty
          icon="upload"
          title={t(importScreenMessages.noImports)}
          detail={t(importScreenMessages.noImportsDetail)}
        />
      )}
      {data && data.length > 0 && <ImportTable rows={data} />}
    </Page>
  );
}

function ImportTable({ rows }: { readonly rows: readonly ListedImport[] }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const figure = (key: "rows" | "created" | "updated" | "skipped" | "failed"): DataColumn<ListedImport> => ({
    key,
    title: t(importScreenMessages[key]),
    align: "right",
    render: (row) => row[key].toLocaleString(),
  });
  const columns: readonly DataColumn<ListedImport>[] = [
    {
      key: "file",
      title: t(importScreenMessages.file),
      render: (row) => <Link to={`/imports/${row.id}`}>{row.file_name}</Link>,
    },
    {
      key: "object",
      title: t(importScreenMessages.whatObject),
      render: (row) => of(objects.get(row.object)?.plural, row.object),
    },
    { key: "status", title: t(importScreenMessages.status), render: (row) => <ImportStatus answer={row} /> },
    figure("rows"),
    figure("created"),
    figure("updated"),
    figure("skipped"),
    figure("failed"),
    { key: "when", title: t(importScreenMessages.when), render: (row) => timeText(row.made_at) },
  ];
  return (
    <DataTable
      label={t(importScreenMessages.imports)}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
