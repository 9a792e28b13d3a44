import "../../ui/kit/styles.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { createClient } from "../../ui/data/client.ts";
import { Boundary } from "../../ui/kit/Boundary.tsx";
import { Kit } from "../../ui/kit/Kit.tsx";
import { ClientModules } from "../../ui/record/panels.tsx";
import { AuthRoutes, preloadShell } from "./AuthRoutes.tsx";
import { clientModules } from "./modules.ts";
import { OBJECTS_QUERY } from "../../ui/data/objects.ts";
import { SESSION_QUERY } from "../../ui/data/session.ts";
import { preloadPage } from "./Pages.tsx";
import { PaintedProvider } from "./painted.tsx";

const RELOADED = "sluice.reloaded";
// After an update an open page asks for parts that are gone: the new page has them. Only where the server
// answers, and not again at once, should they be missing for another reason.
window.addEventListener("vite:preloadError", () => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < 60_000) return;
  fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } }).then(
    ({ ok }) => {
      if (!ok) return;
      sessionStorage.setItem(RELOADED, String(Date.now()));
      location.reload();
    },
    () => undefined, // Without a network the page stays as it is.
  );
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// The server paints the frame for who comes with a session: all that the page needs is asked for at once.
const painted = root.innerHTML.trim();
const client = createClient();
void client.prefetchQuery(SESSION_QUERY);
const page =
  painted === ""
    ? undefined
    : Promise.all([
        client.prefetchQuery(OBJECTS_QUERY),
        preloadShell(),
        preloadPage(location.pathname, clientModules),
      ]);
createRoot(root).render(
  <StrictMode>
    <Kit>
      <Boundary>
        <QueryClientProvider client={client}>
          <ClientModules modules={clientModules}>
            <BrowserRouter>
              <PaintedProvider html={painted} until={page}>
                <AuthRoutes />
              </PaintedProvider>
            </BrowserRouter>
          </ClientModules>
        </QueryClientProvider>
      </Boundary>
    </Kit>
  </StrictMode>,
);
