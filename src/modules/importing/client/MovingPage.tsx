import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { can, type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import { requestBlob } from "../../../ui/data/request.ts";
import { DataTable, type DataColumn } from "../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { todayText } from "../../../ui/kit/time-text.ts";
import { movingOrder } from "../shared/moving-order.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { texts } from "./importing.messages.ts";
import { saveAs } from "./save-file.ts";
import "./importing.css";

interface Step {
  readonly number: number;
  /** Absent: the package of definitions. */
  readonly object?: ObjectInfo;
  readonly again: boolean;
}

/** What is taken to another installation, in which order, each with its two buttons. */
export function MovingPage() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const order = movingOrder([...objects.values()].filter((one) => !one.internal)).flatMap((name) => objects.get(name) ?? []);
  const steps: readonly Step[] = [
    { number: 1, again: false },
    ...order.map((object, index) => ({ number: index + 2, object, again: order.indexOf(object) !== index })),
  ];
  const out = useMutation({
    mutationFn: async (object: ObjectInfo) => {
      const { blob, marked } = await requestBlob("/exports", { method: "POST", body: { object: object.name, format: "xlsx", history: true } });
      saveAs(blob, marked ?? `${of(object.plural, object.name)}-${todayText()}.xlsx`);
    },
  });
  const columns: readonly DataColumn<Step>[] = [
    { key: "number", title: t(texts.movingOrder), align: "right", render: ({ number }) => number },
    {
      key: "what",
      title: t(texts.movingWhat),
      render: ({ object, again }) =>
        object ? (
          <span className="line">
            {of(object.plural, object.name)}
            {again && <span className="note">{t(texts.movingAgain)}</span>}
          </span>
        ) : (
          <span className="line wrap">
            {t(texts.movingPackage)}
            <span className="note">{t(texts.movingDefinitions)}</span>
          </span>
        ),
    },
    {
      key: "out",
      title: t(texts.movingOut),
      render: ({ object, again }) =>
        !object ? (
          <PackageLink label={t(texts.movingFile)} icon="download" />
        ) : again ? null : (
          <Button size="small" icon={<Icon name="download" />} loading={out.isPending && out.variables === object} onClick={() => out.mutate(object)}>
            {t(texts.movingFile)}
          </Button>
        ),
    },
    {
      key: "in",
      title: t(texts.movingIn),
      render: ({ object }) =>
        !object ? (
          <PackageLink label={t(texts.stepImport)} icon="upload" />
        ) : can(object, "create") || can(object, "update") ? (
          <Link to={`/imports/new?object=${object.name}`} className="line">
            <Icon name="upload" />
            {t(texts.stepImport)}
          </Link>
        ) : null,
    },
  ];
  return (
    <div className="page">
      <PageHeader icon="copy" title={t(texts.moving)} />
      <div className="page-body import-page">
        <p>{t(texts.movingLead)}</p>
        <ImportProblem error={out.error} />
        <DataTable label={t(texts.moving)} columns={columns} rows={steps} rowKey={({ number }) => String(number)} />
        <p className="note">{t(texts.movingSelf)}</p>
        <p className="note">{t(texts.movingLeft)}</p>
      </div>
    </div>
  );
}

function PackageLink({ label, icon }: { readonly label: string; readonly icon: "download" | "upload" }) {
  return (
    <Link to="/settings/objects?package" className="line">
      <Icon name={icon} />
      {label}
    </Link>
  );
}
