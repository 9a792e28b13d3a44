import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecordList } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { recordScreenMessages } from "../../../../ui/record/record.messages.ts";
import { useBinColumns } from "./bin-columns.tsx";
import { binMessages } from "./bin.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** What was deleted of one object, the latest first. */
export function Bin({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const columns = useBinColumns(object);
  const list = useRecordList(object.name, { deleted: true, sort: "-updated_at", limit: 50 });
  return (
    <QueryResult query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        return rows.length === 0 ? (
          <Empty icon="trash" title={t(binMessages.none)} />
        ) : (
          <div className={base.stack}>
            <DataTable<Values> label={t(binMessages.title)} columns={columns} rows={rows} rowKey={idOf} />
            {list.hasNextPage && (
              <QuietButton onClick={() => void list.fetchNextPage()}>
                {t(recordScreenMessages.loadMore)}
              </QuietButton>
            )}
          </div>
        );
      }}
    </QueryResult>
  );
}
