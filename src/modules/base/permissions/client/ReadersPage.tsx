import { Button } from "antd";
import { useSearchParams } from "react-router";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useReaders } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import { ReadersList } from "./ReadersList.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as permissionsStyles from "./permissions.module.css";

/** Who can read one record, each with the shortest reason; the full proof is one click away. */
export function ReadersPage() {
  const { t } = useLanguage();
  const [search] = useSearchParams();
  const object = search.get("object") ?? "";
  const record = search.get("record") ?? "";
  const readers = useReaders(object, record);
  const title = useTitle(object || null, record || null, "");
  return (
    <Page
      icon="team"
      title={title ? t(permissionMessages.readersOf, { title }) : t(permissionMessages.readers)}
      back="/settings/permissions"
      className={`${base.stack} ${permissionsStyles.explainPage}`}
    >
      <p className={base.muted}>{t(permissionMessages.readersLead)}</p>
      <QueryResult query={readers} rows={6}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0)
            return (
              <Empty
                icon="lock"
                title={t(readers.hasNextPage ? permissionMessages.noneYet : permissionMessages.noReaders)}
              />
            );
          return <ReadersList rows={rows} object={object} record={record} />;
        }}
      </QueryResult>
      {readers.hasNextPage && (
        <Button type="text" loading={readers.isFetchingNextPage} onClick={() => void readers.fetchNextPage()}>
          {t(permissionMessages.more)}
        </Button>
      )}
    </Page>
  );
}
