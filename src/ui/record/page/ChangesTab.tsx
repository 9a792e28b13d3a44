import { Button } from "antd";
import { useHistory } from "../../data/history.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import { recordTexts } from "../record.messages.ts";
import { ChangeEvent } from "./event-words.tsx";

export function ChangesTab({ object, id }: { readonly object: ObjectInfo; readonly id: string }) {
  const { t } = useLanguage();
  const history = useHistory(object.name, id, "changes");
  if (history.isPending) return <Skeleton rows={5} />;
  if (history.isError) return <Failure error={history.error} onRetry={() => void history.refetch()} small />;
  const changes = history.data.pages.flatMap((page) => page.data);
  if (changes.length === 0) return <Empty small icon="history" title={t(recordTexts.noHistory)} />;
  return (
    <ol className="timeline">
      {changes.map((change) => (
        <ChangeEvent key={textValue(change["seq"])} object={object} change={change} />
      ))}
      {history.hasNextPage && (
        <li>
          <Button type="text" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t(recordTexts.loadMore)}
          </Button>
        </li>
      )}
    </ol>
  );
}
