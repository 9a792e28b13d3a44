import "../../../ui/kit/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../../../ui/kit/language.tsx";
import { ShadeProvider } from "../../../ui/kit/shade.tsx";
import { PublicShell } from "./PublicShell.tsx";

// A program of its own: people outside get none of the app, and its page loads quickly on a phone.
const root = document.getElementById("root");
if (!root) throw new Error("public.html has no #root");
createRoot(root).render(
  <StrictMode>
    <ShadeProvider>
      <LanguageProvider>
        <PublicShell token={location.pathname.split("/")[2] ?? ""} />
      </LanguageProvider>
    </ShadeProvider>
  </StrictMode>,
);
