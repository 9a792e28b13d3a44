import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { SESSION_ENDED } from "../../ui/data/request.ts";
import { ME, useMe, useSession } from "../../ui/data/session.ts";
import { ownPath } from "./own-path.ts";
import {
  PasswordDuePage,
  SetUpPage,
  SignInPage,
  useSetupNeeded,
} from "../../modules/base/identity/client/public.ts";
import { lazily } from "../../ui/kit/lazily.ts";
import { Painted, useIsPainted } from "./painted.tsx";
import { useModules } from "../../ui/record/panels.tsx";
import { Failure, Skeleton } from "../../ui/kit/States.tsx";

const Shell = lazily(() => import("./shell/Shell.tsx").then((m) => m.Shell));
export const preloadShell = Shell.preload;

const CollaboratorPage = lazily(() =>
  import("../../modules/process/collaboration/client/public.ts").then((m) => m.CollaboratorPage),
);

/** Who comes in: the first person sets the company up, strangers sign in, everyone else enters. */
export function AuthRoutes() {
  const client = useQueryClient();
  const location = useLocation();
  const session = useSession();
  const pages = useModules().flatMap((module) => module.publicRoutes ?? []);
  const stranger = session.data === null;
  const setup = useSetupNeeded(stranger);
  useEffect(() => {
    const leave = () => void client.resetQueries({ queryKey: ME });
    window.addEventListener(SESSION_ENDED, leave);
    return () => window.removeEventListener(SESSION_ENDED, leave);
  }, [client]);

  if (session.data?.must_change_password) return <PasswordDuePage />;
  if (session.data) return session.data.collaborator ? <Collaborating /> : <Within />;
  if (session.isPending) return <Painted />;
  if (stranger && setup.isPending) return <Skeleton rows={3} />;
  if (!stranger) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (setup.isError) return <Failure error={setup.error} onRetry={() => void setup.refetch()} />;
  const here = `${location.pathname}${location.search}`;
  const back =
    here === "/" || location.pathname === "/sign-in" || location.pathname === "/set-up"
      ? ""
      : `?to=${encodeURIComponent(here)}`;
  return (
    <Suspense fallback={<Skeleton rows={3} />}>
      <Routes>
        {setup.data && <Route path="/set-up" element={<SetUpPage />} />}
        {!setup.data && <Route path="/sign-in" element={<SignInPage />} />}
        {pages.map(({ path, Component }) => (
          <Route key={path} path={`/${path}`} element={<Component />} />
        ))}
        <Route path="*" element={<Navigate replace to={setup.data ? "/set-up" : `/sign-in${back}`} />} />
      </Routes>
    </Suspense>
  );
}

/** Whoever has no roles finds their tasks at every address. */
const Collaborating = () => (
  <Suspense fallback={<Painted />}>
    <CollaboratorPage />
  </Suspense>
);

function Within() {
  const { pathname, search } = useLocation();
  const { zone } = useMe().company;
  const isPainted = useIsPainted();
  if (pathname === "/sign-in" || pathname === "/set-up") {
    return <Navigate replace to={ownPath(new URLSearchParams(search).get("to"))} />;
  }
  // All at once, not the frame first: what is shown bit by bit is held back each time (`lazily`).
  if (isPainted) return <Painted />;
  return (
    <Suspense fallback={<Painted />}>
      {/* By another clock every moment on the screen is drawn anew. */}
      <Shell key={zone} />
    </Suspense>
  );
}
