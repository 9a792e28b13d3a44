import { matchPath, Route, Routes, useParams } from "react-router";
import type { ClientModule } from "../../ui/client-module.ts";
import { useObject } from "../../ui/data/objects.ts";
import { lazily, preload } from "../../ui/kit/lazily.ts";
import { Missing } from "../../ui/kit/Missing.tsx";
import { useModules } from "../../ui/record/panels.tsx";

const MePage = lazily(() => import("./pages/MePage.tsx").then((m) => m.MePage));
const SettingsPage = lazily(() => import("./settings/SettingsArea.tsx").then((m) => m.SettingsArea));
const RecordListPage = lazily(() =>
  import("../../ui/record/list/RecordListPage.tsx").then((m) => m.RecordListPage),
);
const RecordPage = lazily(() => import("../../ui/record/page/RecordPage.tsx").then((m) => m.RecordPage));

function ListOf() {
  const object = useObject(useParams<"object">().object ?? "");
  return object ? <RecordListPage key={object.name} object={object} /> : <Missing />;
}

/** Fetches the page of an address, and what it is made of, while the rest is still being asked. */
export async function preloadPage(path: string, modules: readonly ClientModule[]): Promise<void> {
  const own = [
    { path: "records/:object", Component: RecordListPage },
    { path: "records/:object/:id", Component: RecordPage },
    { path: "settings/*", Component: SettingsPage },
  ];
  const routes = [...own, ...modules.flatMap((module) => module.routes ?? [])];
  const page = routes.find((route) => matchPath(`/${route.path}`, path));
  const parts =
    path === "/"
      ? modules.flatMap(({ homePanels = [], homeTiles = [] }) => [...homePanels, ...homeTiles])
      : [];
  await Promise.all([...(page ? [page] : []), ...parts].map(({ Component }) => preload(Component)));
}

/** What stands at which address, each loaded when it is first opened. */
export function Pages() {
  const routes = useModules().flatMap((module) => module.routes ?? []);
  return (
    <Routes>
      <Route path="me" element={<MePage />} />
      <Route path="records/:object" element={<ListOf />} />
      <Route path="records/:object/:id" element={<RecordPage />} />
      <Route path="settings/*" element={<SettingsPage />} />
      {routes.map(({ path, Component }) => (
        <Route key={path} path={path} element={<Component />} />
      ))}
      <Route path="*" element={<Missing />} />
    </Routes>
  );
}
