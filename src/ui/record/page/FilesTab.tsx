import type { Values } from "../../../shared/metadata/object.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useRecords } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { Empty } from "../../kit/States.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { FileTable } from "./FileTable.tsx";
import { UploadBar } from "./UploadBar.tsx";
import { useUpload } from "./use-upload.ts";
import * as pageStyles from "./page.module.css";

export function FilesTab({
  object,
  record,
  readOnly,
}: {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly readOnly: boolean;
}) {
  const { t } = useLanguage();
  const file = useObjects().get("file");
  const id = idOf(record);
  const { under, large, upload } = useUpload(object.name, id);
  const answer = useRecords("file", {
    filter: `regarding == ${JSON.stringify(id)}`,
    sort: "-created_at",
    limit: 100,
  });
  return (
    <div className={pageStyles.related}>
      {!readOnly && file && can(file, "create") && (
        <UploadBar under={under} large={large} onPick={(files) => void upload(files)} />
      )}
      <QueryResult query={answer} small rows={3}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              small
              icon="paper-clip"
              title={t(recordScreenMessages.noFiles)}
              detail={t(recordScreenMessages.noFilesDetail)}
            />
          ) : (
            file && <FileTable object={file} files={data} />
          )
        }
      </QueryResult>
    </div>
  );
}
