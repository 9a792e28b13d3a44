import { useSearchParams } from "react-router";
import { useRecords } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { baselineMessages } from "./baseline.messages.ts";
import { BaselineCheckPanel } from "./BaselineCheckPanel.tsx";
import { BaselineTable } from "./BaselineTable.tsx";
import { CompareBaselines } from "./CompareBaselines.tsx";
import * as insightStyles from "./insight.module.css";

/** The baselines of the reader; each is recalculated when it is opened. */
export function BaselinesPage() {
  const { t } = useLanguage();
  const [params, setParams] = useSearchParams();
  const list = useRecords("baseline", {
    sort: "-created_at",
    limit: 200,
    fields: "id,name,metric,cut_off,record_count,owner",
  });
  const open = params.get("open") ?? "";
  const show = (id: string) => setParams(id ? { open: id } : {});
  const rows = list.data?.data ?? [];
  return (
    <Page
      title={t(baselineMessages.title)}
      icon="pin"
      note={t(baselineMessages.own)}
      className={insightStyles.insightBody}
    >
      <QueryResult query={list} rows={6}>
        {() =>
          rows.length === 0 ? (
            <Empty icon="pin" title={t(baselineMessages.none)} detail={t(baselineMessages.noneDetail)} />
          ) : (
            <>
              <BaselineTable rows={rows} open={open} onOpen={show} />
              {open !== "" && <BaselineCheckPanel key={open} id={open} />}
              <CompareBaselines rows={rows} />
            </>
          )
        }
      </QueryResult>
    </Page>
  );
}
