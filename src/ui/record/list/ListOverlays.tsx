import { idOf } from "../../data/values.ts";
import { lazily } from "../../kit/lazily.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import type { ListPageTools } from "./use-list-page.ts";

const RecordDrawer = lazily(() => import("../page/RecordDrawer.tsx").then((m) => m.RecordDrawer));
const CreateDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.CreateDialog));

/** What lies over the list: the record in the drawer, the create form. */
export function ListOverlays({
  page: { object, state, asOf, change, records },
}: {
  readonly page: ListPageTools;
}) {
  const narrow = useIsNarrow();
  const open = (id: string) => change({ open: id }, "replace");
  return (
    <>
      {state.open !== "" && (
        <RecordDrawer
          object={object}
          id={state.open}
          asOf={asOf || null}
          order={records.map(idOf)}
          onOpen={open}
          onClose={() => open("")}
        />
      )}
      {state.create !== "" && (
        <CreateDialog
          object={object}
          onClose={(made) => change({ create: "", ...(made && !narrow ? { open: made.id } : {}) }, "replace")}
        />
      )}
    </>
  );
}
