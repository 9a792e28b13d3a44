import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../data/records.ts";
import { idOf } from "../../../data/values.ts";
import { QueryResult } from "../../../kit/QueryResult.tsx";
import type { CommentedEntry } from "./comment-place.ts";
import { filterOf } from "./comment-place.ts";
import { CommentLine } from "./CommentLine.tsx";
import { NewComment } from "./NewComment.tsx";
import { Receipts } from "./Receipts.tsx";
import { Replies } from "./Replies.tsx";
import * as styles from "./CommentThread.module.css";

/** More of them stand in the list of comments. */
const MOST = 200;

export interface CommentThreadProps extends CommentedEntry {
  readonly onClose: () => void;
}
/** The comments in one place, oldest first, each with its answers folded, and a box for the next one. */
export function CommentThread({ place, count, onChanged, onClose }: CommentThreadProps) {
  const asked = { filter: filterOf(place), sort: "created_at", limit: MOST };
  const said = useRecords(comment.name, asked, count > 0);
  return (
    <div className={styles.thread}>
      {count > 0 && (
        <QueryResult query={said} small rows={1}>
          {({ data }) => (
            <Receipts ids={data.map(idOf)}>
              <ol>
                {threadsIn(data).map(({ first, answers }) => (
                  <CommentLine key={idOf(first)} record={first} onChanged={onChanged}>
                    <Replies first={first} count={answers.length} said={answers} onChanged={onChanged} />
                  </CommentLine>
                ))}
              </ol>
            </Receipts>
          )}
        </QueryResult>
      )}
      <NewComment place={place} onSent={onChanged} autoFocus={count === 0} onCancel={onClose} />
    </div>
  );
}

interface Thread {
  readonly first: Values;
  readonly answers: readonly Values[];
}
/** An answer whose first comment is not among them stands by itself. */
function threadsIn(said: readonly Values[]): readonly Thread[] {
  const ids = new Set(said.map(idOf));
  const above = (record: Values): string => partOf(comment, record).reply_to ?? "";
  return said.flatMap((first) =>
    ids.has(above(first)) ? [] : [{ first, answers: said.filter((record) => above(record) === idOf(first)) }],
  );
}
