import { Route, Routes } from "react-router";
import { ExplainPage } from "./ExplainPage.tsx";
import { ReadersPage } from "./ReadersPage.tsx";

export function PermissionsPage() {
  return (
    <Routes>
      <Route index element={<ExplainPage />} />
      <Route path="readers" element={<ReadersPage />} />
    </Routes>
  );
}
