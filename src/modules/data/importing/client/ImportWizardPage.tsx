import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import type { BodyOf } from "../../../../shared/wire/contract.ts";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { importFile } from "../shared/imports.contract.ts";
import type { Inspected, ReadingChoice } from "../shared/inspection.contract.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { ImportSteps } from "./ImportSteps.tsx";
import { readingIn } from "./FileReading.tsx";
import { continueImport, inspectAgain, inspectFile, inspectImport, startImport } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { MappingStep } from "./MappingStep.tsx";
import { UploadStep } from "./UploadStep.tsx";
import * as importingStyles from "./importing.module.css";

/** A file, or an upload to be read another way. */
type Source = { readonly file: File } | { readonly upload: string; readonly reading: ReadingChoice };
const inspectSource = ({
  object,
  source,
}: {
  readonly object: string;
  readonly source: Source;
}): Promise<Inspected> =>
  "file" in source ? inspectFile(source.file, object) : inspectAgain(source.upload, object, source.reading);
/** Another way of reading brings other columns. */
const keyOf = (inspected: Inspected): string => JSON.stringify([inspected.upload, readingIn(inspected)]);

/**
 * File, mapping, then a dry run that has a page of its own; `from`: the mapping of an import that was there
 * before.
 */
export function ImportWizardPage() {
  const { t, of } = useLanguage();
  const [search] = useSearchParams();
  const object = useObject(search.get("object") ?? "");
  const me = useMe();
  const from = search.get("from");
  return (
    <Page
      icon="upload"
      title={
        object
          ? t(importScreenMessages.importTitle, { object: of(object.plural, object.name) })
          : t(importScreenMessages.newImport)
      }
      className={importingStyles.importPage}
    >
      {!mayDo(me, "record.import") ? (
        <Empty icon="upload" title={t(importScreenMessages.mayNot)} />
      ) : from ? (
        <ChangeMapping key={from} from={from} />
      ) : (
        <NewImport />
      )}
    </Page>
  );
}

function NewImport() {
  const [search, setSearch] = useSearchParams();
  const object = useObject(search.get("object") ?? "");
  const navigate = useNavigate();
  const intent = useIntent();
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const inspect = useMutation({ mutationFn: inspectSource, onSuccess: setInspected });
  const start = useMutation({
    mutationFn: (body: BodyOf<typeof importFile>) => intent.run(body, (key) => startImport(body, key)),
    onSuccess: ({ id }) => navigate(`/imports/${id}`),
  });
  const read = (source: Source): void => {
    start.reset();
    if (object) inspect.mutate({ object: object.name, source });
  };
  return (
    <>
      <ImportSteps at={object && inspected ? "match" : "upload"} />
      <ImportProblem error={inspect.error ?? start.error} />
      {object && inspected ? (
        <MappingStep
          key={keyOf(inspected)}
          object={object}
          inspected={inspected}
          isStarting={start.isPending}
          isReading={inspect.isPending}
          onRead={(reading) => read({ upload: inspected.upload, reading })}
          onOther={() => setInspected(null)}
          onCheck={(options) => start.mutate({ upload: inspected.upload, options })}
        />
      ) : (
        <UploadStep
          object={object}
          isReading={inspect.isPending}
          onObject={(name) => setSearch({ object: name })}
          onFile={(file) => read({ file })}
        />
      )}
    </>
  );
}

/**
 * The mapping of an import, as it was: a dry run is tried again with it, an import goes on with its failed
 * rows.
 */
function ChangeMapping({ from }: { readonly from: string }) {
  const [search, setSearch] = useSearchParams();
  const object = useObject(search.get("object") ?? "");
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ["import", from, "mapping"],
    queryFn: () => inspectImport(from),
    staleTime: 0,
    gcTime: 0,
  });
  const go = useMutation({
    mutationFn: (options: Partial<ImportOptionsInput>) => continueImport(from, options),
    onSuccess: () => navigate(`/imports/${from}`),
  });
  return (
    <>
      <ImportSteps at="match" />
      <ImportProblem error={error ?? go.error} />
      {object && data && (
        <MappingStep
          object={object}
          inspected={data}
          isStarting={go.isPending}
          onOther={() => setSearch({ object: object.name })}
          onCheck={(options) => go.mutate(options)}
        />
      )}
    </>
  );
}
