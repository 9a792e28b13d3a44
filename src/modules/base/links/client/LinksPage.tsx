import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { call } from "../../../../ui/data/call.ts";
import { DataTable, type DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { type LinkItem, listLinks, revokeLink } from "../shared/links.contract.ts";
import { linksScreenMessages } from "./links.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";

const KEY = ["links"] as const;

/** The links that one made and those in one’s own name; everybody’s for who manages people. */
export function LinksPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const remove = useRemove();
  const links = useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => call(listLinks, { query: { cursor: pageParam ?? undefined } }),
    getNextPageParam: ({ page }) => page.next,
  });
  const revoke = ({ id }: LinkItem) =>
    remove({
      title: t(linksScreenMessages.revokeTitle),
      detail: t(linksScreenMessages.revokeDetail),
      action: t(linksScreenMessages.revoke),
      send: () => call(revokeLink, { params: { id } }),
      onDone: () => client.invalidateQueries({ queryKey: KEY }),
    });
  return (
    <SettingsPage title={t(linksScreenMessages.title)} lead={t(linksScreenMessages.lead)}>
      <QueryResult query={links}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0) return <Empty icon="external" title={t(linksScreenMessages.none)} />;
          return (
            <div className={base.stack}>
              <LinksTable rows={rows} onRevoke={revoke} />
              {links.hasNextPage && (
                <Button
                  type="text"
                  loading={links.isFetchingNextPage}
                  onClick={() => void links.fetchNextPage()}
                >
                  {t(linksScreenMessages.more)}
                </Button>
              )}
            </div>
          );
        }}
      </QueryResult>
    </SettingsPage>
  );
}

interface LinksTableProps {
  readonly rows: readonly LinkItem[];
  readonly onRevoke: (link: LinkItem) => void;
}
function LinksTable({ rows, onRevoke }: LinksTableProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(linksScreenMessages.title)}
      rows={rows}
      rowKey={(link) => link.id}
      columns={[
        ...useTold(),
        {
          key: "revoke",
          title: "",
          align: "right",
          render: (link) =>
            link.state === "open" && (
              <QuietButton onClick={() => onRevoke(link)}>{t(linksScreenMessages.revoke)}</QuietButton>
            ),
        },
      ]}
    />
  );
}

/** What is told of a link; on a phone what one needs to know it again. */
function useTold(): readonly DataColumn<LinkItem>[] {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const when = (at: string | null) => at && <span className={base.num}>{timeText(at)}</span>;
  const all: readonly (DataColumn<LinkItem> & { readonly isShort?: boolean })[] = [
    {
      key: "purpose",
      title: t(linksScreenMessages.purpose),
      isShort: true,
      render: (link) => (
        <>
          {link.label}
          {narrow && link.person && <div className={base.muted}>{link.person.name}</div>}
        </>
      ),
    },
    { key: "person", title: t(linksScreenMessages.person), render: ({ person }) => person?.name },
    {
      key: "maker",
      title: t(linksScreenMessages.madeBy),
      render: ({ made_by: by }) => by?.name ?? t(linksScreenMessages.program),
    },
    { key: "expires", title: t(linksScreenMessages.expires), render: (link) => when(link.expires_at) },
    {
      key: "uses",
      title: t(linksScreenMessages.uses),
      render: ({ uses, max_uses: most }) => (
        <span className={base.num}>{most === null ? uses : `${uses} / ${most}`}</span>
      ),
    },
    { key: "last", title: t(linksScreenMessages.lastUsed), render: (link) => when(link.last_used_at) },
    {
      key: "state",
      title: t(linksScreenMessages.state),
      isShort: true,
      render: ({ state }) => (
        <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(linksScreenMessages[state])}</span>
      ),
    },
  ];
  return narrow ? all.filter(({ isShort }) => isShort) : all;
}
