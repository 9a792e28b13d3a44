import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { type ReactElement, type ReactNode, Suspense } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { AuthRoutes } from "../../apps/web/AuthRoutes.tsx";
import { clientModules } from "../../apps/web/modules.ts";
import { Pages } from "../../apps/web/Pages.tsx";
import { readFirstSteps } from "../../modules/insight/help/shared/first-steps.contract.ts";
import { readDwellNorms } from "../../modules/process/pipeline/shared/dwell.contract.ts";
import {
  listLevels,
  readClocks,
  readOwnClocks,
} from "../../modules/process/service-levels/shared/clocks.contract.ts";
// It comes with the first answer that is typed: a test may be over by then.
import "../../modules/process/gates/client/live-judge.ts";
import type { Language } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { noteLook } from "../../shared/wire/record-looks.contract.ts";
import { readCommentReaders } from "../../shared/wire/comment-readers.contract.ts";
import { type DescribedObject, readObjects } from "../../shared/wire/objects.contract.ts";
import { listPipelines, readPipeline } from "../../shared/wire/pipelines.contract.ts";
import { listRecords, readRecord } from "../../shared/wire/records.contract.ts";
import { keepPreferences, type Me, readSession } from "../../shared/wire/session.contract.ts";
import { createClient } from "../../ui/data/client.ts";
import { useObjectsQuery } from "../../ui/data/objects.ts";
import { useSession } from "../../ui/data/session.ts";
import { Kit } from "../../ui/kit/Kit.tsx";
import { AskConflictProvider } from "../../ui/record/form/AskConflictProvider.tsx";
import { QuickCreateProvider } from "../../ui/record/form/QuickCreateProvider.tsx";
import { ClientModules } from "../../ui/record/panels.tsx";
import { answers, answersElse, refusal } from "./stand-in.ts";
import { setWidth } from "./window-width.ts";
import { objectsFor, personOf, salesPipeline } from "./world.ts";

export interface Showing {
  /** A role that every installation has; "administrator" unless told. */
  readonly role?: string;
  readonly me?: Partial<Me>;
  /** Only these objects are there: a matrix of all of them takes long to draw. */
  readonly objects?: readonly string[];
  /** Objects that the program does not ship. */
  readonly further?: readonly DescribedObject[];
  readonly language?: Language;
  /** Of the window: 390 is a phone. */
  readonly width?: number;
  readonly path?: string;
}

/** Waits as the shell does: for who is signed in and for what there is. */
function Inside({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const objects = useObjectsQuery();
  return session.data && objects.data ? (
    <AskConflictProvider>
      <QuickCreateProvider>
        <Suspense>{children}</Suspense>
      </QuickCreateProvider>
    </AskConflictProvider>
  ) : null;
}
function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address" hidden>{`${pathname}${search}`}</output>;
}
/** Where the screen stands, as its address says. */
export const address = (): string => screen.getByTestId("address").textContent ?? "";

function mount(element: ReactElement, { language = "en", width = 1280, path = "/" }: Showing): UserEvent {
  localStorage.setItem("sluice.language", language);
  setWidth(width);
  const client = createClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  render(
    <Kit>
      <QueryClientProvider client={client}>
        <ClientModules modules={clientModules}>
          <MemoryRouter initialEntries={[path]}>
            {element}
            <Address />
          </MemoryRouter>
        </ClientModules>
      </QueryClientProvider>
    </Kit>,
  );
  // Menus and dialogs of antd fade: what is under a finger counts, not what is drawn over it meanwhile.
  return userEvent.setup({ pointerEventsCheck: 0, delay: null });
}
function enter({ role = "administrator", me = {}, objects, further = [] }: Showing): void {
  answersElse(readSession, { data: personOf(role, me) });
  const told = objectsFor(role).filter(({ name }) => objects?.includes(name) ?? true);
  answersElse(readObjects, { data: [...told, ...further] });
  answersElse(listPipelines, ({ query }) => ({
    data: query.object === undefined || query.object === "opportunity" ? [salesPipeline] : [],
  }));
  answersElse(readPipeline, { data: salesPipeline });
  answersElse(readDwellNorms, NO_NORMS);
  answersElse(listLevels, { data: [] });
  answersElse(readClocks, { data: [] });
  answersElse(readOwnClocks, { data: [] });
  answersElse(noteLook, { data: [] });
  answersElse(readCommentReaders, { data: [] });
  answersElse(readFirstSteps, { data: { steps: [], demo: null } });
  answersElse(keepPreferences, ({ body }) => ({ data: body }));
  // Saved views of lists.
  answersElse(listRecords, ({ params }) =>
    params.object === "view" || params.object === "follow" ? NO_RECORDS : refusal(404, "unknown_object"),
  );
}
const NO_NORMS = {
  data: [],
  won: 0,
  computed_at: "2026-11-30T00:00:00Z",
  exceptions: [],
  zone: "Asia/Shanghai",
};
const NO_RECORDS = { data: [], page: { next: null }, total: 0 };

/** Mounts a piece of a screen behind the sign-in. Answers are to be given before. */
export function show(element: ReactElement, showing: Showing = {}): UserEvent {
  enter(showing);
  return mount(<Inside>{element}</Inside>, showing);
}
/** Opens a page by its address, as the shell would show it. */
export const showPage = (path: string, showing: Showing = {}): UserEvent =>
  show(<Pages />, { ...showing, path });
/** Comes to the door: nobody is signed in. */
export function showDoor(path: string, showing: Showing = {}): UserEvent {
  answers(readSession, { data: null });
  return mount(<AuthRoutes />, { ...showing, path });
}

/** Puts a text in place of what stands in an input, at once: each key of its own would draw a form again. */
export async function fill(user: UserEvent, input: HTMLElement, text: string): Promise<void> {
  await user.clear(input);
  await user.click(input);
  await user.paste(text);
}

/** Opens a select and takes the option of this name; of a long list only what was searched for is drawn. */
export async function choose(user: UserEvent, select: HTMLElement, option: string): Promise<void> {
  await user.click(select);
  await user.paste(option);
  await user.click(await screen.findByText(option, { selector: ".ant-select-item-option *" }));
}

/** Records of one object, for lists and one by one, whatever is asked for. */
export function keeps(object: string, records: readonly Values[]) {
  const abilities = { update: true, delete: true };
  answers(
    readRecord,
    ({ params }) => {
      const data = records.find((record) => record["id"] === params.id);
      return data ? { data, abilities } : refusal(404, "not_found");
    },
    { object },
  );
  return answers(listRecords, { ...NO_RECORDS, data: [...records], total: records.length }, { object });
}
