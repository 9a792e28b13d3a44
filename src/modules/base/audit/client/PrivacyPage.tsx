import { Button } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { call } from "../../../../ui/data/call.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { useRecordList, useRefresh } from "../../../../ui/data/records.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { erasureRequest } from "../shared/erasure-request.object.ts";
import { decideOnErasure } from "../shared/erasure.contract.ts";
import { privacyMessages } from "./audit.messages.ts";
import { ErasureDialog } from "./ErasureDialog.tsx";
import { basisText, statusText, useCounts } from "./privacy-words.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as auditStyles from "./audit.module.css";

const REQUEST = erasureRequest.name;
const read = (row: Values) => partOf(erasureRequest, row);

/** Requests of people: what is kept of me, and erase it. */
export function PrivacyPage() {
  const { t } = useLanguage();
  const [isAsking, ask] = useState(false);
  const list = useRecordList(REQUEST, { sort: "-created_at", limit: 50 });
  return (
    <Page
      icon="lock"
      title={t(privacyMessages.title)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => ask(true)}>
          {t(privacyMessages.ask)}
        </Button>
      }
      className={`${auditStyles.auditPage} ${base.stack}`}
    >
      <p className={auditStyles.auditMore}>{t(privacyMessages.lead)}</p>
      <QueryResult query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="lock" title={t(privacyMessages.none)} />
          ) : (
            <Requests rows={rows} />
          );
        }}
      </QueryResult>
      {isAsking && <ErasureDialog onClose={() => ask(false)} />}
    </Page>
  );
}

function Requests({ rows }: { readonly rows: readonly Values[] }) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const head = (row: Values) => (
    <>
      <Subject row={row} />
      {narrow && (
        <div className={auditStyles.auditMore}>{[basisText(t, row), statusText(t, row)].join(" · ")}</div>
      )}
      <Outcome row={row} />
    </>
  );
  const columns = [
    {
      key: "number",
      title: t(privacyMessages.number),
      render: (row: Values) => <span className={base.num}>{read(row).number}</span>,
    },
    { key: "who", title: t(privacyMessages.who), render: head },
    ...(narrow
      ? []
      : [
          { key: "basis", title: t(privacyMessages.basis), render: (row: Values) => basisText(t, row) },
          {
            key: "status",
            title: t(privacyMessages.status),
            render: (row: Values) => <span className={chipStyles.chip}>{statusText(t, row)}</span>,
          },
          {
            key: "by",
            title: t(privacyMessages.by),
            render: (row: Values) => <PersonName id={read(row).created_by ?? ""} />,
          },
          {
            key: "at",
            title: t(privacyMessages.at),
            render: (row: Values) => <span className={base.num}>{timeText(read(row).created_at ?? "")}</span>,
          },
        ]),
    { key: "decide", title: "", align: "right" as const, render: (row: Values) => <Decision row={row} /> },
  ];
  return <DataTable<Values> label={t(privacyMessages.title)} columns={columns} rows={rows} rowKey={idOf} />;
}

function Subject({ row }: { readonly row: Values }) {
  const { t, of } = useLanguage();
  const { subject, status } = read(row);
  const { object = "", id = "" } = subject ?? {};
  const title = useTitle(object || null, id || null, "");
  const name = `${of(useObjects().get(object)?.label, object)} ${id.slice(-8)}`;
  return <span>{title || (status === "done" ? t(privacyMessages.erasedSubject, { name }) : name)}</span>;
}
const PersonName = ({ id }: { readonly id: string }) => useTitle("user", id || null, "");

function Outcome({ row }: { readonly row: Values }) {
  const { t } = useLanguage();
  const counts = useCounts();
  const { outcome } = read(row);
  const found = counts(isMap(outcome) ? outcome["found"] : null);
  return found ? (
    <div className={auditStyles.auditMore}>{t(privacyMessages.found, { list: found })}</div>
  ) : null;
}

/** Whoever asked cannot approve. */
function Decision({ row }: { readonly row: Values }) {
  const { t } = useLanguage();
  const me = useMe();
  const refresh = useRefresh();
  const confirm = useConfirm();
  const intent = useIntent();
  const attempt = useAttempt();
  const { status, created_by: asker } = read(row);
  if (status !== "open") return null;
  const params = { id: idOf(row) };
  const decide = (approve: boolean) =>
    attempt(
      () => intent.run({ approve }, (key) => call(decideOnErasure, { params, body: { approve }, key })),
      {
        told: t(approve ? privacyMessages.approved : privacyMessages.turnedDown),
        onDone: () => refresh(REQUEST),
      },
    );
  const approve = () =>
    confirm({
      title: t(privacyMessages.approve),
      detail: t(privacyMessages.sure),
      action: t(privacyMessages.approve),
      run: () => decide(true),
    });
  return (
    <span className={base.rowWrap}>
      <Button size="small" onClick={() => void decide(false)}>
        {t(privacyMessages.reject)}
      </Button>
      {asker !== me.user.id && (
        <Button size="small" danger onClick={approve}>
          {t(privacyMessages.approve)}
        </Button>
      )}
    </span>
  );
}
