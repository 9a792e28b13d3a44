import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { exportFile } from "../../../../shared/wire/exports.contract.ts";
import { can, type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { requestBlob } from "../../../../ui/data/request.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { saveFile } from "../../../../ui/kit/save-file.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { movingOrder, PACKAGE_AGAIN_AFTER } from "../shared/moving-order.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { importEntryMessages } from "./entry.messages.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./MovingPage.module.css";

interface Step {
  readonly number: number;
  /** Null: the package of definitions. */
  readonly object: ObjectInfo | null;
  readonly again: boolean;
}

/** What is taken to another installation, in which order, each with its two buttons. */
export function MovingPage() {
  const { t } = useLanguage();
  const objects = useObjects();
  const order = movingOrder([...objects.values()].filter((one) => !one.internal)).flatMap(
    (name) => objects.get(name) ?? [],
  );
  const records = order.flatMap((object, index) => [
    { object, again: order.indexOf(object) !== index },
    ...(object.name === PACKAGE_AGAIN_AFTER ? [{ object: null, again: true }] : []),
  ]);
  const steps: readonly Step[] = [{ object: null, again: false }, ...records].map((step, index) => ({
    number: index + 1,
    ...step,
  }));
  const { columns, error } = useColumns();
  return (
    <Page icon="copy" title={t(importEntryMessages.moving)} className={importingStyles.importPage}>
      <p>{t(importScreenMessages.movingLead)}</p>
      <ImportProblem error={error} />
      <DataTable
        label={t(importEntryMessages.moving)}
        columns={columns}
        rows={steps}
        rowKey={({ number }) => String(number)}
      />
      <p className={base.note}>{t(importScreenMessages.movingSelf)}</p>
      <p className={base.note}>{t(importScreenMessages.movingLeft)}</p>
    </Page>
  );
}

/** Takes an object's records out as a workbook with their whole history. */
function useTakeOut() {
  const { of } = useLanguage();
  return useMutation({
    mutationFn: async (object: ObjectInfo) => {
      const { blob, marked } = await requestBlob(exportFile.path, {
        method: exportFile.method,
        body: { object: object.name, format: "xlsx", history: true },
      });
      saveFile(blob, marked ?? `${of(object.plural, object.name)}-${todayText()}.xlsx`);
    },
  });
}

function useColumns(): { readonly columns: readonly DataColumn<Step>[]; readonly error: unknown } {
  const { t } = useLanguage();
  const out = useTakeOut();
  const columns: readonly DataColumn<Step>[] = [
    {
      key: "number",
      title: t(importScreenMessages.movingOrder),
      align: "right",
      render: ({ number }) => number,
    },
    { key: "what", title: t(importScreenMessages.movingWhat), render: (step) => <What step={step} /> },
    {
      key: "out",
      title: t(importScreenMessages.movingOut),
      render: ({ object, again }) =>
        again ? null : !object ? (
          <PackageLink label={t(importScreenMessages.movingFile)} icon="download" />
        ) : (
          <Button
            size="small"
            icon={<Icon name="download" />}
            loading={out.isPending && out.variables === object}
            onClick={() => out.mutate(object)}
          >
            {t(importScreenMessages.movingFile)}
          </Button>
        ),
    },
    {
      key: "in",
      title: t(importScreenMessages.movingIn),
      render: ({ object }) => <BringIn object={object} />,
    },
  ];
  return { columns, error: out.error };
}

function What({ step: { object, again } }: { readonly step: Step }) {
  const { t, of } = useLanguage();
  return (
    <span className={base.line}>
      <span className={styles.movingWhat}>
        {object ? of(object.plural, object.name) : t(importScreenMessages.movingPackage)}
      </span>
      <Why object={object} again={again} />
    </span>
  );
}

function Why({ object, again }: Pick<Step, "object" | "again">) {
  const { t } = useLanguage();
  if (object) return again ? <span className={base.note}>{t(importScreenMessages.movingAgain)}</span> : null;
  return (
    <span className={base.note}>
      {t(again ? importScreenMessages.movingRules : importScreenMessages.movingDefinitions)}
    </span>
  );
}

function BringIn({ object }: Pick<Step, "object">) {
  const { t } = useLanguage();
  if (!object) return <PackageLink label={t(importScreenMessages.stepImport)} icon="upload" />;
  if (!can(object, "create") && !can(object, "update")) return null;
  return (
    <Link to={`/imports/new?object=${object.name}`} className={base.line}>
      <Icon name="upload" />
      {t(importScreenMessages.stepImport)}
    </Link>
  );
}

function PackageLink({ label, icon }: { readonly label: string; readonly icon: "download" | "upload" }) {
  return (
    <Link to="/settings/objects?package" className={base.line}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}
