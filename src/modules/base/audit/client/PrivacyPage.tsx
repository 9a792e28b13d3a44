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
import { Loaded } from "../../../../ui/kit/Loaded.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { erasureRequest } from "../shared/erasure-request.object.ts";
import { decideOnErasure } from "../shared/erasure.contract.ts";
import { privacyTexts } from "./audit.messages.ts";
import { ErasureDialog } from "./ErasureDialog.tsx";
import { basisText, statusText, useCounts } from "./privacy-words.ts";
import "./audit.css";

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
      title={t(privacyTexts.title)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => ask(true)}>
          {t(privacyTexts.ask)}
        </Button>
      }
      className="audit-page stack"
    >
      <p className="audit-more">{t(privacyTexts.lead)}</p>
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="lock" title={t(privacyTexts.none)} />
          ) : (
            <Requests rows={rows} />
          );
        }}
      </Loaded>
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
      {narrow && <div className="audit-more">{[basisText(t, row), statusText(t, row)].join(" · ")}</div>}
      <Outcome row={row} />
    </>
  );
  const columns = [
    {
      key: "number",
      title: t(privacyTexts.number),
      render: (row: Values) => <span className="num">{read(row).number}</span>,
    },
    { key: "who", title: t(privacyTexts.who), render: head },
    ...(narrow
      ? []
      : [
          { key: "basis", title: t(privacyTexts.basis), render: (row: Values) => basisText(t, row) },
          {
            key: "status",
            title: t(privacyTexts.status),
            render: (row: Values) => <span className="chip">{statusText(t, row)}</span>,
          },
          {
            key: "by",
            title: t(privacyTexts.by),
            render: (row: Values) => <PersonName id={read(row).created_by ?? ""} />,
          },
          {
            key: "at",
            title: t(privacyTexts.at),
            render: (row: Values) => <span className="num">{timeText(read(row).created_at ?? "")}</span>,
          },
        ]),
    { key: "decide", title: "", align: "right" as const, render: (row: Values) => <Decision row={row} /> },
  ];
  return <DataTable<Values> label={t(privacyTexts.title)} columns={columns} rows={rows} rowKey={idOf} />;
}

function Subject({ row }: { readonly row: Values }) {
  const { t, of } = useLanguage();
  const { subject, status } = read(row);
  const { object = "", id = "" } = subject ?? {};
  const title = useTitle(object || null, id || null, "");
  const name = `${of(useObjects().get(object)?.label, object)} ${id.slice(-8)}`;
  return <span>{title || (status === "done" ? t(privacyTexts.erasedSubject, { name }) : name)}</span>;
}
const PersonName = ({ id }: { readonly id: string }) => useTitle("user", id || null, "");

function Outcome({ row }: { readonly row: Values }) {
  const { t } = useLanguage();
  const counts = useCounts();
  const { outcome } = read(row);
  const found = counts(isMap(outcome) ? outcome["found"] : null);
  return found ? <div className="audit-more">{t(privacyTexts.found, { list: found })}</div> : null;
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
        told: t(approve ? privacyTexts.approved : privacyTexts.turnedDown),
        onDone: () => refresh(REQUEST),
      },
    );
  const approve = () =>
    confirm({
      title: t(privacyTexts.approve),
      detail: t(privacyTexts.sure),
      action: t(privacyTexts.approve),
      run: () => decide(true),
    });
  return (
    <span className="row-wrap">
      <Button size="small" onClick={() => void decide(false)}>
        {t(privacyTexts.reject)}
      </Button>
      {asker !== me.user.id && (
        <Button size="small" danger onClick={approve}>
          {t(privacyTexts.approve)}
        </Button>
      )}
    </span>
  );
}
