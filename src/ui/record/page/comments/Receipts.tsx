import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import {
  type CommentReaders,
  MOST_COMMENTS,
  readCommentReaders,
} from "../../../../shared/wire/comment-readers.contract.ts";
import { call } from "../../../data/call.ts";

const NOTHING: ReadonlyMap<string, CommentReaders> = new Map();
const ReceiptsContext = createContext(NOTHING);
/** Who has read a comment; undefined where that is not known, as of the past. */
export const useReaders = (comment: string): CommentReaders | undefined => use(ReceiptsContext).get(comment);

/** Comments are read meanwhile: a page that is opened again asks again. */
const FRESH_MS = 30_000;
export const RECEIPTS = "comment-readers";

export interface ReceiptsProps {
  /** Of the comments that are shown within. */
  readonly ids: readonly string[];
  readonly children: ReactNode;
}
/** Asks once for all comments of a place who has read them; of the first hundred. */
export function Receipts({ ids: given, children }: ReceiptsProps) {
  const ids = given.slice(0, MOST_COMMENTS).join(",");
  const { data } = useQuery({
    queryKey: [RECEIPTS, ids],
    enabled: ids !== "",
    staleTime: FRESH_MS,
    // Another comment is there: what is known of the others stays until the answer comes.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(readCommentReaders, { query: { ids }, signal }),
  });
  const known = useMemo(() => new Map(data?.data.map((one) => [one.id, one])), [data]);
  return <ReceiptsContext value={known}>{children}</ReceiptsContext>;
}
