import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import { inspectAgain, inspectFile, inspectImport } from "./import-data.ts";
import { carryMapping, keepReading, keptReading } from "./mapping-draft.ts";

/** A file, or an upload to be read another way. */
type Source = { readonly file: File } | { readonly upload: string; readonly reading: ReadingChoice };
interface Read {
  readonly object: string;
  readonly inspected: Inspected;
}

/**
 * The file one works on: just sent, or found again by what the address says, so that a reload and the way
 * back lose nothing.
 */
export function useImportSource(object: ObjectInfo | undefined) {
  const [search, setSearch] = useSearchParams();
  const from = search.get("from");
  const upload = search.get("upload");
  const [read, setRead] = useState<Read | null>(null);
  const isSame = read !== null && read.object === object?.name && from === null;
  const isRead = isSame && read.inspected.upload === upload;
  const found = useQuery({
    enabled: object !== undefined && !isRead && (from ?? upload) !== null,
    queryKey: ["import-source", object?.name, from, upload],
    queryFn: () =>
      from === null
        ? inspectAgain(upload ?? "", object?.name ?? "", keptReading(upload ?? ""))
        : inspectImport(from),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const inspected = isRead ? read.inspected : (found.data ?? null);
  const inspect = useMutation({
    mutationFn: async (source: Source): Promise<Read> => {
      const name = object?.name ?? "";
      return {
        object: name,
        inspected:
          "file" in source
            ? await inspectFile(source.file, name)
            : await inspectAgain(source.upload, name, source.reading),
      };
    },
    onSuccess: (next, source) => {
      if ("file" in source && inspected) carryMapping(inspected, next.inspected);
      keepReading(next.inspected);
      setRead(next);
      setSearch({ object: next.object, upload: next.inspected.upload });
    },
  });
  return {
    inspected,
    from,
    isLooking: found.isFetching && !inspected,
    isReading: inspect.isPending,
    error: inspect.error ?? found.error,
    send: (file: File): void => inspect.mutate({ file }),
    readAgain: (reading: ReadingChoice): void => {
      if (inspected) inspect.mutate({ upload: inspected.upload, reading });
    },
    /** The same file for another object. */
    change: (name: string): void =>
      setSearch({ object: name, ...(inspected ? { upload: inspected.upload, step: "upload" } : {}) }),
  };
}
