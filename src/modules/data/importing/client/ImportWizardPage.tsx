import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router";
import { useIntent } from "../../../../ui/data/intent.ts";
import { type ObjectInfo, useObject } from "../../../../ui/data/objects.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty, Skeleton } from "../../../../ui/kit/States.tsx";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected } from "../shared/inspection.contract.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { ImportSteps } from "./ImportSteps.tsx";
import { readingIn } from "./FileReading.tsx";
import { continueImport, startImport } from "./import-data.ts";
import { useImportSource } from "./import-source.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { withKeptMapping } from "./mapping-draft.ts";
import { MappingStep } from "./MappingStep.tsx";
import { UploadStep } from "./UploadStep.tsx";
import { useStepPaths } from "./step-paths.ts";
import { useOpenColumns } from "./use-open-steps.ts";
import * as importingStyles from "./importing.module.css";

/** Another way of reading brings other columns. */
const keyOf = (inspected: Inspected): string =>
  JSON.stringify([inspected.from ?? inspected.upload, readingIn(inspected)]);

/** File, then mapping; the dry run that follows has a page of its own. The address says where one is. */
export function ImportWizardPage() {
  const { t, of } = useLanguage();
  const object = useObject(useSearchParams()[0].get("object") ?? "");
  const me = useMe();
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
      {mayDo(me, "record.import") ? (
        <Wizard object={object} />
      ) : (
        <Empty icon="upload" title={t(importScreenMessages.mayNot)} />
      )}
    </Page>
  );
}

function Wizard({ object }: { readonly object: ObjectInfo | undefined }) {
  const source = useImportSource(object);
  const navigate = useNavigate();
  const paths = useStepPaths(source.inspected);
  const { inspected } = source;
  const check = useCheck(inspected);
  const open = useOpenColumns(inspected);
  const isMatching = object !== undefined && inspected !== null && !paths.isAtUpload;
  return (
    <>
      <ImportSteps at={isMatching ? "match" : "upload"} back={paths.links} open={isMatching ? {} : open} />
      <ImportProblem error={source.error ?? check.error} />
      {source.isLooking ? (
        <Skeleton />
      ) : isMatching ? (
        <MappingStep
          key={keyOf(inspected)}
          object={object}
          inspected={withKeptMapping(inspected)}
          asRead={inspected}
          isStarting={check.isPending}
          isReading={source.isReading}
          {...(inspected.from ? {} : { onRead: source.readAgain })}
          onOther={() => void navigate(paths.links.upload ?? "")}
          onCheck={(options) => check.mutate(options)}
        />
      ) : (
        <UploadStep
          object={object}
          inspected={inspected}
          isReading={source.isReading}
          onObject={source.change}
          onFile={source.send}
          onKeep={() => void navigate(paths.links.match ?? "")}
        />
      )}
    </>
  );
}

/**
 * A dry run with the mapping as it stands; of an import that was there before, a dry run is tried again and an
 * import goes on with its failed rows.
 */
function useCheck(inspected: Inspected | null) {
  const navigate = useNavigate();
  const intent = useIntent();
  return useMutation({
    mutationFn: async (options: Partial<ImportOptionsInput>): Promise<string> => {
      const { from, upload = "" } = inspected ?? {};
      if (from !== undefined) return (await continueImport(from, options), from);
      return (await intent.run({ upload, options }, (key) => startImport({ upload, options }, key))).id;
    },
    onSuccess: (id) => navigate(`/imports/${id}`),
  });
}
